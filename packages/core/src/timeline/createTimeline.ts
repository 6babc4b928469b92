import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { isNotLoaded } from '../log/notLoaded.ts'
import type { Offset } from '../log/Offset.ts'
import { asOffset } from '../log/Offset.ts'
import type { SchedulerLike } from '../rx.ts'
import { distinctUntilChanged, Subject } from '../rx.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { LiveEnd } from '../store/LiveEnd.ts'
import type { Notifier } from '../store/Notifier.ts'
import type { RecordLoader } from '../store/RecordLoader.ts'
import type { Store } from '../store/Store.ts'
import { inSelector } from '../store/storeErrors.ts'
import { isReading } from '../table/readTracker.ts'
import type { Slicing } from '../work/Slicing.ts'
import { searchInSlices } from '../work/searchInSlices.ts'
import { Arrivals } from './Arrivals.ts'
import { blameTarget } from './blameTarget.ts'
import { diffStates } from './diffStates.ts'
import type { ForkOptions } from './ForkOptions.ts'
import { findChanges, segmentOf } from './findChanges.ts'
import type { Origin } from './Origin.ts'
import { Player, paceOf } from './Player.ts'
import type { Place, Playhead } from './Playhead.ts'
import { Runs } from './Runs.ts'
import { resolvePlace } from './resolvePlace.ts'
import type { Timeline } from './Timeline.ts'
import { Viewpoint } from './Viewpoint.ts'

/** The timeline, with what only the store may ask of it. */
export interface TimelineOfStore extends Timeline {
  /** The state at the playhead. */
  viewed(): StateBySlice
  /** The branch that dispatches at this playhead go to; made for the first of them. */
  branchHere(): Store
  /** The log was folded by other reducers: what was kept of the old fold is not true any more. */
  refolded(): void
  close(): void
}

/** What a timeline moves on. */
export interface TimelineParts {
  readonly liveEnd: LiveEnd
  readonly notifier: Notifier
  readonly scheduler: SchedulerLike
  readonly slicing: Slicing
  readonly loader: RecordLoader
  /** Tells of what failed where nobody could catch it. */
  readonly report: (thrown: PlayheadError) => void
  readonly origin: Origin | undefined
  forkAt(at: Offset, options: ForkOptions): Store
}

export function createTimeline(parts: TimelineParts): TimelineOfStore {
  const { liveEnd, notifier, slicing, loader } = parts
  const branches = new Subject<Store>()
  const viewpoint = new Viewpoint(liveEnd, notifier)
  const arrivals = new Arrivals(liveEnd, viewpoint, loader)
  const runs = new Runs({ liveEnd, viewpoint, arrivals, slicing, loader })
  const player = new Player(
    {
      records: () => liveEnd.log.records,
      show(offset) {
        if (arrivals.isLoaded(offset)) {
          viewpoint.moveTo(offset, 'playing')
          return
        }
        player.stop()
        arrivals.arriveLater(offset, () => player.seek(offset)).catch(parts.report)
      },
      ended: () => void viewpoint.goLive(),
    },
    parts.scheduler,
  )

  const placeOf = (place: Place | undefined, doing: Parameters<typeof resolvePlace>[2]): Offset =>
    place === undefined ? viewpoint.playhead.offset : resolvePlace(place, liveEnd.log, doing)

  /** Ends whatever moves the playhead by itself. */
  const halt = (): void => {
    if (isReading()) throw inSelector()
    player.stop()
    runs.interrupt()
    arrivals.interrupt()
  }

  const moveWhenLoaded = (offset: Offset, move: () => void): Playhead | Promise<Playhead> => {
    halt()
    if (!arrivals.isLoaded(offset)) return arrivals.arriveLater(offset, move)
    move()
    return viewpoint.playhead
  }

  /** Parks where it is. */
  const pause = (): Playhead => {
    halt()
    return viewpoint.moveTo(viewpoint.playhead.offset, 'parked')
  }

  return {
    get playhead() {
      return viewpoint.playhead
    },
    playhead$: notifier.values(() => viewpoint.playhead).pipe(distinctUntilChanged()),
    branch$: branches.asObservable(),
    origin: parts.origin,
    async seek(place) {
      const offset = placeOf(place, 'seek to')
      const goesOn = player.playing
      return moveWhenLoaded(offset, () => {
        if (goesOn) player.seek(offset)
        else viewpoint.moveTo(offset, 'parked')
      })
    },
    async step(records) {
      if (!Number.isInteger(records)) throw badStep(records)
      const { offset, head, status } = viewpoint.playhead
      // At the head already, with what is pending on top of it.
      if (status === 'live' && records >= 0) return viewpoint.playhead
      const to = asOffset(Math.min(head, Math.max(-1, offset + records)))
      return moveWhenLoaded(to, () => void viewpoint.moveTo(to, 'parked'))
    },
    live() {
      // Nothing moves it then, and a selector may say so.
      if (viewpoint.playhead.status === 'live') return viewpoint.playhead
      halt()
      return viewpoint.goLive()
    },
    play(options = {}) {
      const pace = paceOf(options)
      const from = placeOf(options.from, 'play from')
      const isOver = options.from === undefined && from === liveEnd.log.head
      halt()
      player.play(isOver ? -1 : from, pace)
      return viewpoint.playhead
    },
    pause,
    loop(range, options = {}) {
      const pace = paceOf(options)
      const from = placeOf(range.from, 'play from')
      const to = placeOf(range.to, 'play to')
      if (from >= to) throw badRange(from, to)
      halt()
      player.play(from, pace, { from, to })
      return viewpoint.playhead
    },
    async runUntil(stop, { from, signal } = {}) {
      const start = placeOf(from, 'run from')
      halt()
      return runs.run(stop, start, signal)
    },
    fork: (options = {}) => parts.forkAt(placeOf(options.at, 'fork at'), options),
    diff(before, after, { changesMax = Number.POSITIVE_INFINITY } = {}) {
      const { log } = liveEnd
      const earlier = log.stateAt(placeOf(before, 'compare'))
      const later = log.stateAt(placeOf(after, 'compare'))
      return diffStates(earlier, later).take(changesMax).toArray()
    },
    blame(target, { from, signal } = {}) {
      // The log as it is now: one that is folded by other reducers later is another one.
      const { log } = liveEnd
      const looked = blameTarget(target, log.fold.initial)
      const start = placeOf(from, 'blame from')
      return searchInSlices(
        () => {
          const rest = { end: start }
          let letGo: (() => void) | undefined
          const load = async () => {
            letGo ??= loader.hold()
            await loader.approach(rest.end - 1)
            await loader.load(segmentOf(log, rest.end))
          }
          return {
            search: () => findChanges(log, looked, rest),
            recover: (thrown) => isNotLoaded(thrown) && load(),
            ended: () => letGo?.(),
          }
        },
        { ...slicing, signal },
      )
    },
    viewed: () => viewpoint.state,
    branchHere() {
      if (viewpoint.branch) return viewpoint.branch
      // Whoever acts while it plays acts here.
      const { offset } = pause()
      const branch = parts.forkAt(offset, {})
      viewpoint.branchesTo(branch)
      branches.next(branch)
      return branch
    },
    refolded: () => viewpoint.refolded(),
    close() {
      player.stop()
      runs.interrupt()
      arrivals.interrupt()
      branches.complete()
    },
  }
}

const badStep = (records: number) =>
  new PlayheadError({
    code: 'timeline/bad-step',
    message: DEV ? `Cannot step by ${String(records)} records: pass a whole number, negative to go back.` : [records],
  })

const badRange = (from: number, to: number) =>
  new PlayheadError({
    code: 'timeline/bad-range',
    message: DEV
      ? `Cannot loop from offset ${from} to ${to}: there is no record to play between them. Pass a \`from\` before \`to\`; −1 is the place before the first record.`
      : [from, to],
  })

import { PlayheadError } from '../error/PlayheadError.ts'
import type { Offset } from '../log/Offset.ts'
import { asOffset } from '../log/Offset.ts'
import { distinctUntilChanged, Subject } from '../rx.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { LiveEnd } from '../store/LiveEnd.ts'
import type { Notifier } from '../store/Notifier.ts'
import type { Store } from '../store/Store.ts'
import { inSelector } from '../store/storeErrors.ts'
import { isReading } from '../table/readTracker.ts'
import type { Place, Playhead } from './Playhead.ts'
import { resolvePlace } from './resolvePlace.ts'
import type { Timeline } from './Timeline.ts'

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

interface Parked {
  readonly offset: Offset
  readonly state: StateBySlice
  branch?: Store
}

export function createTimeline(
  liveEnd: LiveEnd,
  notifier: Notifier,
  forkAt: (offset: Offset) => Store,
): TimelineOfStore {
  const branches = new Subject<Store>()
  let parked: Parked | undefined
  let playhead: Playhead | undefined

  const current = (): Playhead => {
    const head = asOffset(liveEnd.log.head)
    const offset = parked?.offset ?? head
    const status = parked ? 'parked' : 'live'
    if (playhead?.offset === offset && playhead.head === head && playhead.status === status) return playhead
    playhead = { offset, head, status, time: liveEnd.log.records.at(offset)?.time }
    return playhead
  }

  const park = (offset: Offset): Playhead => {
    if (isReading()) throw inSelector()
    // A branch that was begun here goes on when the playhead comes to where it is.
    if (parked?.offset === offset) return current()
    parked = { offset, state: liveEnd.log.stateAt(offset) }
    notifier.notify()
    return current()
  }

  return {
    get playhead() {
      return current()
    },
    playhead$: notifier.values(current).pipe(distinctUntilChanged()),
    branch$: branches.asObservable(),
    async seek(place: Place) {
      return park(resolvePlace(place, liveEnd.log, 'seek to'))
    },
    async step(records: number) {
      if (!Number.isInteger(records)) throw badStep(records)
      const { offset, head, status } = current()
      // At the head already, with what is pending on top of it.
      if (status === 'live' && records >= 0) return current()
      return park(asOffset(Math.min(head, Math.max(-1, offset + records))))
    },
    live() {
      if (parked) {
        parked = undefined
        notifier.notify()
      }
      return current()
    },
    fork: ({ at } = {}) => forkAt(at === undefined ? current().offset : resolvePlace(at, liveEnd.log, 'fork at')),
    viewed: () => parked?.state ?? liveEnd.state,
    branchHere() {
      const here = parked ?? { offset: current().offset, state: liveEnd.state }
      if (here.branch) return here.branch
      here.branch = forkAt(here.offset)
      branches.next(here.branch)
      return here.branch
    },
    refolded() {
      if (parked) parked = { offset: parked.offset, state: liveEnd.log.stateAt(parked.offset) }
    },
    close: () => branches.complete(),
  }
}

const badStep = (records: number) =>
  new PlayheadError({
    code: 'timeline/bad-step',
    message: `Cannot step by ${String(records)} records: pass a whole number, negative to go back.`,
  })

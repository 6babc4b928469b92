import type { Dispatch, Dispatchable } from '../action/Action.ts'
import { createChecks } from '../check/createChecks.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import { FoldedLog } from '../fold/FoldedLog.ts'

import type { PlacedRecord } from '../log/LogRecord.ts'
import type { Selector } from '../selector/Selector.ts'
import type { ChangeListener } from '../selector/SelectorMemo.ts'
import { isReading } from '../table/readTracker.ts'
import { createTimeline } from '../timeline/createTimeline.ts'
import { createUndo } from '../undo/createUndo.ts'
import { Background } from './Background.ts'
import { Branches } from './Branches.ts'
import { Connections } from './Connections.ts'
import { createDispatch } from './createDispatch.ts'
import { createView } from './createView.ts'
import { Durability } from './Durability.ts'
import { ErrorChannel } from './ErrorChannel.ts'
import { effectServices } from './effectServices.ts'
import { Intake } from './Intake.ts'
import { LiveEnd } from './LiveEnd.ts'
import { LogLink } from './LogLink.ts'
import type { Inherited } from './layOutBranch.ts'
import { Notifier } from './Notifier.ts'
import { openLog } from './openLog.ts'
import { RecordFlow } from './RecordFlow.ts'
import { RecordLimit } from './RecordLimit.ts'
import { RecordLoader } from './RecordLoader.ts'
import { Refolds } from './Refolds.ts'
import { readStored } from './readStored.ts'
import { SliceChanges } from './SliceChanges.ts'
import type { Store } from './Store.ts'
import type { StoreConfig } from './StoreConfig.ts'
import { StoreEffects } from './StoreEffects.ts'
import { closedUnstored, inReducer, inSelector, storeClosed } from './storeErrors.ts'
import type { Onlooker, StoreParts } from './storeParts.ts'
import { withParts } from './storeParts.ts'
import { storeSurface } from './storeSurface.ts'
import { UnknownTypes } from './UnknownTypes.ts'
import { Upkeep } from './Upkeep.ts'
import { uuidv7 } from './uuidv7.ts'

/**
 * Wires a store. Everything that changes it goes through the intake queue, in this order:
 *
 * ```
 *   dispatch ─► check, stamp ─► intake ─► event log ─► live end (fold) ─► those who read ─► action$
 *                                  ▲          │ answers later
 *                                  └──────────┘
 * ```
 */
export function openStore(config: StoreConfig, inherited?: Inherited): Store {
  const client = uuidv7(config.clock.now(), config.random)
  const errors = new ErrorChannel()
  const report = (error: PlayheadError) => errors.report(error)
  const notifier = new Notifier(errors)
  const checks = createChecks?.(report)
  // A branch is folded by the reducers of its parent, which looks after them.
  config.context.checks ??= checks
  const intake = new Intake(() => effects.cycle())
  const liveEnd = new LiveEnd(config.fold, inherited?.log ?? new FoldedLog(config.fold, config.budgets))
  const durability = new Durability({ client, logName: config.log.name, memoryOnly: !config.log.durable })
  const background = new Background(config.slicing)
  const upkeep = new Upkeep({
    log: () => liveEnd.log,
    slicing: config.slicing,
    report,
    more: () => limit.due() ?? checkpoints?.due(),
  })
  const infoOf = (type: string) => liveEnd.fold.infos.get(type) ?? config.infoOf(type)
  const unknownTypes = new UnknownTypes(
    (type) => infoOf(type) !== undefined || liveEnd.fold.folds(type) || effects.listensTo(type),
  )
  let isClosed = false
  let closing: Promise<void> | undefined
  const ending = new AbortController()
  const onlooker: Onlooker = { refusal: undefined, accepted: undefined }

  const upToDate = (stored: readonly PlacedRecord[]): readonly PlacedRecord[] => {
    const { records, problems } = readStored(stored, liveEnd.fold.infos, config.context)
    for (const problem of [...problems, ...unknownTypes.among(records)]) report(problem)
    return records
  }
  const flow = new RecordFlow({
    link: () => link,
    intake,
    liveEnd,
    durability,
    notifier,
    checks,
    unknownTypes,
    report,
    folded: (records) => undo.took(records),
    act: (record) => effects.take(record),
  })
  const link = new LogLink({
    log: config.log,
    client,
    durability,
    report,
    upToDate,
    stored() {
      if (limit.isOver || checkpoints?.isDue) liveEnd.log.onDuty?.()
    },
    placed: (records) => flow.placed(records),
  })

  // A branch begins with what its parent has.
  const checkpoints = inherited
    ? undefined
    : config.log.checkpoints?.usedBy({
        ...config,
        reader: link.reader,
        log: () => liveEnd.log,
        upToDate,
        durableTo: () => durability.safeTo,
        report,
      })

  /** The log is another one now: everybody who reads is told, once. */
  function shown(): void {
    upkeep.follow()
    notifier.notify()
  }

  function load(past: FoldedLog): void {
    liveEnd.moveOnto(past)
    if (config.log.durable) durability.safe(past.head)
    undo.moved()
    shown()
  }

  async function close(): Promise<void> {
    isClosed = true
    upkeep.close()
    const error = storeClosed(link.name)
    ending.abort(error)
    sliceChanges.close(error)
    connections.close()
    effects.close()
    try {
      // What was dispatched while the log was being opened is appended when it is.
      await ready.catch(() => {})
      await checkpoints?.settled()
      await link.close()
    } finally {
      durability.failed(closedUnstored(link.name))
      for (const part of [liveEnd, timeline, notifier, background, errors]) part.close()
      flow.records$.complete()
    }
  }

  const loader = new RecordLoader({
    records: () => liveEnd.log.records,
    read: ({ from, to }) => link.read(from, to),
    approach: async (offset) => checkpoints?.approach(offset),
  })
  const limit = new RecordLimit({
    recordsMax: config.log.read ? config.recordsInMemoryMax : Number.POSITIVE_INFINITY,
    liveEnd,
    loader,
    durableTo: () => durability.safeTo,
  })
  const branches = new Branches({
    config,
    liveEnd,
    loader,
    infoOf,
    timeline: () => timeline,
    slices: () => sliceChanges.shown,
    effects: () => effects.all,
    open: openStore,
  })
  const timeline = createTimeline({
    ...config,
    liveEnd,
    loader,
    report,
    notifier,
    origin: inherited?.origin,
    forkAt: (at, options) => branches.forkAt(at, options),
  })

  const refolds = new Refolds({
    liveEnd,
    background,
    errors,
    loader,
    opened: () => ready.catch(() => {}),
    run: (job) => void intake.run(job, undefined),
    shown() {
      timeline.refolded()
      shown()
    },
  })
  const sliceChanges = new SliceChanges({
    slices: config.slices,
    context: config.context,
    refold: (change, options) => refolds.behindTheScenes(change, options),
  })

  const door = createDispatch({
    ...config,
    client,
    infoOf,
    lastTime: () => liveEnd.lastTime,
    refusal() {
      if (isClosed) return storeClosed(link.name)
      if (config.context.folding) return inReducer()
      return isReading() ? inSelector() : onlooker.refusal?.()
    },
    track: (action, sequence) => durability.track(action, sequence),
    append(records) {
      onlooker.accepted?.(records)
      return intake.run(flow.append, records) ?? NONE
    },
    hand: (records) => intake.run(flow.handOver, records),
  })
  const connections = new Connections(door.dispatch, errors)
  const dispatch = (action: Dispatchable) => {
    const branch = branches.actedOn()
    return branch ? branch.dispatch(action) : door.dispatch(action)
  }

  const catchingUp = (selector: Selector<unknown>) => sliceChanges.catchingUp(selector)
  const live = createView(() => liveEnd.state, catchingUp)
  const selected: ChangeListener | undefined = checks && ((...change) => checks.selected(...change))
  const viewed = createView(() => branches.shownState() ?? timeline.viewed(), catchingUp, selected)
  notifier.listen(() => viewed.changed((listener) => notifier.call(listener)))

  const effects = new StoreEffects(() =>
    effectServices({
      ...config,
      client,
      live,
      liveEnd,
      notifier,
      intake,
      loader,
      infoOf,
      report,
      dispatch: door.dispatchFrom,
      unlogged: door.unlogged,
    }),
  )
  for (const effect of config.effects) effects.add(effect)

  const undo = createUndo({
    client,
    actor: config.actor,
    log: () => liveEnd.log,
    pending: () => liveEnd.pending,
    infoOf,
    run: (job) => intake.run(job, undefined),
    append(ids) {
      const { action, record } = door.voidOf(ids)
      flow.append([record])
      return action
    },
    report,
    dispatchIn: (group) =>
      ((action: Dispatchable) => (branches.actedOn()?.dispatch ?? door.dispatchIn(group))(action)) as Dispatch,
  })

  const ready = openLog({
    ...config,
    link,
    checkpoints,
    liveEnd,
    intake,
    background,
    unknownTypes,
    report,
    inherited,
    upToDate,
    load,
    ending: ending.signal,
  })
  // Told through `error$` as well: nobody has to handle it here.
  ready.catch(() => {})
  effects.start()
  // A branch begins where its parent stands: nothing was asked in an earlier life.
  if (!inherited) ready.then(() => effects.resume()).catch(() => {})

  const parts: StoreParts = {
    client,
    fold: () => liveEnd.fold,
    log: () => liveEnd.log,
    slices: () => sliceChanges.shown,
    unreadable: () => config.context.unreadable,
    effects: () => effects.all,
    branches,
    watched: viewed.watched,
    errors,
    isDurable: config.log.durable,
    onlooker,
    notify: () => notifier.notify(),
  }
  const surface = storeSurface({
    context: config.context,
    ready,
    dispatch: dispatch as Dispatch,
    records$: flow.records$,
    viewed,
    live,
    timeline,
    undo,
    branches,
    effects,
    sliceChanges,
    refolds,
    connections,
    liveEnd,
    loader,
    durability,
    background,
    notifier,
    errors,
    report,
    infoOf,
    catchingUp,
    close() {
      closing ??= close()
      return closing
    },
  })
  return withParts(parts, surface)
}

const NONE: readonly never[] = []

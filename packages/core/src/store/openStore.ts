import type { Dispatch, Dispatchable } from '../action/Action.ts'
import type { ActionInfo } from '../action/ActionInfo.ts'
import { createChecks } from '../check/createChecks.ts'
import type { AnyEffect } from '../effect/Effect.ts'
import { EFFECT } from '../effect/Effect.ts'
import { EffectHost } from '../effect/EffectHost.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { Fold, FoldFailure } from '../fold/Fold.ts'
import type { FoldContext } from '../fold/FoldContext.ts'
import type { FoldedLogOptions } from '../fold/FoldedLog.ts'
import { FoldedLog } from '../fold/FoldedLog.ts'
import { foldOfReducer } from '../fold/foldOfReducer.ts'
import { IdleUpkeep } from '../fold/IdleUpkeep.ts'
import type { LiveInput } from '../fold/liveState.ts'
import type { EventLog, LogReader } from '../log/EventLog.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import { memoryLog } from '../log/memoryLog.ts'
import type { SchedulerLike, Subscription } from '../rx.ts'
import { distinctUntilChanged, Subject } from '../rx.ts'
import type { Selector } from '../selector/Selector.ts'
import type { ChangeListener } from '../selector/SelectorMemo.ts'
import type { AnySlice } from '../slice/Slice.ts'
import { PROGRAM } from '../slice/Slice.ts'
import { underObservableKeys } from '../stream/observableSymbol.ts'
import type { Connection } from '../stream/StreamSource.ts'
import { isReading } from '../table/readTracker.ts'
import { createTimeline } from '../timeline/createTimeline.ts'
import { resolvePlace } from '../timeline/resolvePlace.ts'
import { topicStreams } from '../topic/topicStreams.ts'
import { createUndo } from '../undo/createUndo.ts'
import { finish } from '../work/finish.ts'
import type { Slicing } from '../work/Slicing.ts'
import type { Work } from '../work/Work.ts'
import { Background } from './Background.ts'
import { connectStream } from './connectStream.ts'
import { createDispatch } from './createDispatch.ts'
import { createView } from './createView.ts'
import { Durability } from './Durability.ts'
import { ErrorChannel } from './ErrorChannel.ts'
import { Intake } from './Intake.ts'
import { LiveEnd } from './LiveEnd.ts'
import type { Inherited } from './layOutBranch.ts'
import { layOutBranch } from './layOutBranch.ts'
import { Notifier } from './Notifier.ts'
import type { Clock, Random } from './ports.ts'
import { RecordLoader } from './RecordLoader.ts'
import { Refolds } from './Refolds.ts'
import { readStored } from './readStored.ts'
import { SliceChanges } from './SliceChanges.ts'
import type { Store } from './Store.ts'
import type { ParkedPolicy } from './StoreOptions.ts'
import { stateSource } from './stateSource.ts'
import {
  cannotReplaceReducer,
  closedUnstored,
  inReducer,
  inSelector,
  listenerThrew,
  neverStored,
  openFailed,
  parkedStore,
  reducerThrew,
  storeClosed,
} from './storeErrors.ts'
import { withParts } from './storeParts.ts'
import { UnknownTypes } from './UnknownTypes.ts'
import { uuidv7 } from './uuidv7.ts'

/** A store's parts, with every default filled in. */
export interface StoreConfig {
  readonly fold: Fold
  readonly context: FoldContext
  readonly log: EventLog
  readonly parked: ParkedPolicy
  readonly actor: string | undefined
  readonly clock: Clock
  readonly random: Random
  readonly payloadBytesMax: number
  readonly effects: readonly AnyEffect[]
  readonly deps: object
  readonly slices: readonly AnySlice[]
  readonly scheduler: SchedulerLike
  readonly slicing: Slicing
  readonly budgets: FoldedLogOptions
  infoOf(type: string): ActionInfo | undefined
}

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
  const notifier = new Notifier(errors)
  const checks = createChecks?.((warning) => errors.report(warning))
  // A branch is folded by the reducers of its parent, which looks after them.
  config.context.checks ??= checks
  const intake = new Intake(() => effects.cycle())
  const records$ = new Subject<LogRecord>()
  const liveEnd = new LiveEnd(config.fold, inherited?.log ?? new FoldedLog(config.fold, config.budgets))
  const durability = new Durability({ client, logName: config.log.name, memoryOnly: !config.log.durable })
  const background = new Background(config.slicing)
  const upkeep = new IdleUpkeep({
    log: () => liveEnd.log,
    slicing: config.slicing,
    report: (problem) => errors.report(problem),
  })
  const infoOfType = (type: string) => liveEnd.fold.infos.get(type) ?? config.infoOf(type)
  const unknownTypes = new UnknownTypes(
    (type) => infoOfType(type) !== undefined || liveEnd.fold.folds(type) || effects.listensTo(type),
  )
  let { log } = config
  let closed = false
  let closing: Promise<void> | undefined
  const ending = new AbortController()
  const connections = new Set<Connection>()

  /** What is being handed to the log; `answered` is what it says to that from inside `append`. */
  let appending: readonly LogRecord[] | undefined
  let answered: readonly PlacedRecord[] = NONE
  const reader: LogReader = {
    placed(records) {
      const known = isOurs(records) ? records : upToDate(records)
      if (appending === undefined) enqueueAnswer(known)
      else answered = answered.length === 0 ? known : [...answered, ...known]
    },
    durable: (upTo) => durability.safe(upTo),
    failed(error) {
      errors.report(error)
      durability.failed(error)
    },
  }

  const isOurs = (records: readonly PlacedRecord[]): boolean =>
    (appending !== undefined && isPlaced(appending, records)) || records.every(({ id }) => id.startsWith(client))

  /** An answer that comes later. What it sets off is no business of the log: it is reported, not thrown to it. */
  function enqueueAnswer(records: readonly PlacedRecord[]): void {
    try {
      intake.run(take, { kind: 'placed', records })
    } catch (thrown) {
      errors.report(thrown instanceof PlayheadError ? thrown : listenerThrew(thrown))
    }
  }

  function append(records: readonly LogRecord[]): readonly PlayheadError[] {
    const placed = answerTo(records)
    checks?.appended(records)
    for (const error of unknownTypes.among(records)) errors.report(error)
    // A log in memory answers at once: its records are never pending, and are folded once.
    if (isPlaced(records, placed)) return take({ kind: 'placed', records: placed }, records)
    const thrown = take({ kind: 'accepted', records })
    return placed.length === 0 ? thrown : [...thrown, ...take({ kind: 'placed', records: placed })]
  }

  function answerTo(records: readonly LogRecord[]): readonly PlacedRecord[] {
    appending = records
    answered = NONE
    try {
      log.append(records)
      return answered
    } finally {
      appending = undefined
      answered = NONE
    }
  }

  /** `accepted` are the records as they were before they were placed, where they are at hand. */
  function take(input: LiveInput, accepted?: readonly LogRecord[]): readonly PlayheadError[] {
    const { fresh, placed, failures } = liveEnd.take(input)
    const thrown = failures.length === 0 ? NONE : failures.map(reducerThrew)
    durability.placed(placed)
    undo.took(fresh)
    notifier.notify()
    // Reducers have seen a record, and readers its state, before anybody acts on it.
    handOver(accepted ?? fresh.map(withoutOffset))
    for (const error of thrown) errors.report(error)
    return thrown
  }

  function handOver(records: readonly LogRecord[]): void {
    for (const record of records) {
      if (records$.observed) records$.next(record)
      effects.take(record)
    }
  }

  /** What others wrote, or an earlier program, in the shape of today. */
  function upToDate(stored: readonly PlacedRecord[]): readonly PlacedRecord[] {
    const { records, problems } = readStored(stored, liveEnd.fold.infos, config.context)
    for (const problem of [...problems, ...unknownTypes.among(records)]) errors.report(problem)
    return records
  }

  function* folded(stored: readonly PlacedRecord[]): Work<FoldedLog> {
    const past = new FoldedLog(liveEnd.fold, config.budgets)
    for (let at = 0; at < stored.length; at += STORED_RECORDS)
      yield* past.folding(upToDate(stored.slice(at, at + STORED_RECORDS)))
    return past
  }

  function load(past: FoldedLog): void {
    liveEnd.moveOnto(past)
    undo.moved()
    upkeep.follow()
    notifier.notify()
  }

  function goOnInMemory(thrown: unknown): never {
    const error = openFailed(log.name, thrown)
    // It may have been opened before it was found to be unreadable.
    log.close().catch(() => {})
    log = memoryLog()
    void log.open(reader)
    durability.endInMemory(log.name)
    errors.report(error)
    throw error
  }

  function open(): Promise<void> {
    const opened = log.open(reader)
    // Not `instanceof`: there are promises that are not of this realm's class.
    if (!('then' in opened)) {
      if (!inherited) load(finish(folded(opened)))
      return inherited?.rest ? catchUp(inherited.rest) : Promise.resolve()
    }
    intake.hold()
    // Closing waits for it: what was dispatched meanwhile is appended then.
    return Promise.resolve(opened)
      .then((stored) => background.run({ work: 'opening', total: () => stored.length, steps: folded(stored) }))
      .then(load)
      .catch(goOnInMemory)
      .finally(() => intake.release())
  }

  /** Folds what is different in a branch. Until then it has the records that it shares, and dispatches queue. */
  async function catchUp({ total, fresh, steps }: NonNullable<Inherited['rest']>): Promise<void> {
    intake.hold()
    for (const error of unknownTypes.among(fresh)) errors.report(error)
    const failed = (failure: FoldFailure) => errors.report(reducerThrew(failure))
    const work = { work: 'branching', total: () => total, steps: steps(failed), signal: ending.signal } as const
    load(await background.run(work))
    intake.release()
  }

  async function close(): Promise<void> {
    closed = true
    upkeep.close()
    const error = storeClosed(log.name)
    ending.abort(error)
    sliceChanges.close(error)
    for (const connection of connections) connection.unsubscribe()
    effects.close()
    try {
      // What was dispatched while the log was being opened is appended when it is.
      await ready.catch(() => {})
      await log.close()
    } finally {
      durability.failed(closedUnstored(log.name))
      for (const part of [liveEnd, timeline, notifier, background, errors]) part.close()
      records$.complete()
    }
  }

  const loader = new RecordLoader({
    records: () => liveEnd.log.records,
    read: async ({ from, to }) => upToDate((await log.read?.(from, to)) ?? NONE),
  })

  const timeline = createTimeline({
    ...config,
    liveEnd,
    loader,
    report: (error) => errors.report(error),
    notifier,
    origin: inherited?.origin,
    forkAt(at, options) {
      const branch = layOutBranch(config, { log: liveEnd.log, at, options, infoOf: infoOfType })
      const { fold } = liveEnd
      return openStore(
        {
          ...config,
          fold,
          slices: sliceChanges.shown,
          log: branch.log,
          effects: options.effects ? effects.effects : [],
        },
        branch.inherited,
      )
    },
  })

  const refolds = new Refolds({
    liveEnd,
    background,
    errors,
    opened: () => ready.catch(() => {}),
    run: (job) => void intake.run(job, undefined),
    shown() {
      upkeep.follow()
      timeline.refolded()
      notifier.notify()
    },
  })

  const sliceChanges = new SliceChanges({
    slices: config.slices,
    context: config.context,
    refold: (change, options) => refolds.behindTheScenes(change, options),
  })

  const {
    dispatch: dispatchLive,
    dispatchFrom,
    dispatchIn,
    voidOf,
    unlogged,
  } = createDispatch({
    ...config,
    client,
    infoOf: infoOfType,
    lastTime: () => liveEnd.lastTime,
    refusal() {
      if (closed) return storeClosed(log.name)
      if (config.context.folding) return inReducer()
      return isReading() ? inSelector() : undefined
    },
    track: (action, sequence) => durability.track(action, sequence),
    append: (records) => intake.run(append, records) ?? NONE,
    hand: (records) => intake.run(handOver, records),
  })

  const catchingUp = (selector: Selector<unknown>) => sliceChanges.catchingUp(selector)
  const live = createView(() => liveEnd.state, catchingUp)
  const effects = new EffectHost({
    deps: config.deps,
    scheduler: config.scheduler,
    get: live.get,
    getState: live.getState,
    state$: notifier.values(live.getState).pipe(distinctUntilChanged()),
    infoOf: infoOfType,
    isOwn: ({ id }) => id.startsWith(client),
    dispatch: dispatchFrom,
    report: (error) => errors.report(error),
    fail: (error) =>
      intake.run(() => {
        throw error
      }, undefined),
    drain: () => intake.drain,
    unlogged,
    *newestFirst() {
      for (let offset = liveEnd.log.head; offset >= 0; offset--) yield liveEnd.log.records.at(offset) as PlacedRecord
    },
  })
  for (const effect of config.effects) effects.add(effect)

  const undo = createUndo({
    client,
    actor: config.actor,
    log: () => liveEnd.log,
    pending: () => liveEnd.pending,
    infoOf: infoOfType,
    run: (job) => intake.run(job, undefined),
    append(ids) {
      const { action, record } = voidOf(ids)
      append([record])
      return action
    },
    report: (error) => errors.report(error),
    dispatchIn: (group) =>
      ((action: Dispatchable) => (branchActedOn()?.dispatch ?? dispatchIn(group))(action)) as Dispatch,
  })

  /** The branch that is acted on instead, where the playhead is parked. */
  const branchActedOn = (): Store | undefined => {
    if (config.parked === 'append') return undefined
    const { status, offset, head } = timeline.playhead
    if (status === 'live') return undefined
    if (config.parked === 'refuse') throw parkedStore(offset, head)
    return timeline.branchHere()
  }
  const dispatch = (action: Dispatchable) => {
    const branch = branchActedOn()
    return branch ? branch.dispatch(action) : dispatchLive(action)
  }

  const kept = (connection: Subscription): Connection => {
    connections.add(connection)
    connection.add(() => connections.delete(connection))
    return connection
  }

  const selected: ChangeListener | undefined = checks && ((...change) => checks.selected(...change))
  const viewed = createView(() => timeline.viewed(), catchingUp, selected)
  notifier.listen(() => viewed.changed((listener) => notifier.call(listener)))
  const ready = open()
  // Told through `error$` as well: nobody has to handle it here.
  ready.catch(() => {})
  effects.start()
  // A branch begins where its parent stands: nothing was asked in an earlier life.
  if (!inherited) ready.then(() => effects.resume()).catch(() => {})

  const topics = topicStreams(records$, infoOfType, (error) => errors.report(error))
  const parts = { fold: () => liveEnd.fold, log: () => liveEnd.log, unreadable: () => config.context.unreadable }
  const store: Store = withParts(parts, {
    get: viewed.get,
    getState: viewed.getState,
    watch: viewed.watch,
    ready,
    timeline,
    live,
    dispatch: dispatch as Dispatch,
    durable: (action) =>
      infoOfType(action.type)?.ephemeral ? Promise.reject(neverStored(action.type)) : durability.durable(action),
    action$: notifier.handedOut((subscriber) => records$.subscribe(subscriber)),
    topic(pattern) {
      const fitting$ = topics(pattern)
      return notifier.handedOut((subscriber) => fitting$.subscribe(subscriber))
    },
    state$: notifier.values(viewed.getState),
    error$: errors.error$,
    undo: (target) => (branchActedOn() ?? undo).undo(target),
    redo: (target) => (branchActedOn() ?? undo).redo(target),
    get undoable() {
      return undo.undoable
    },
    undoable$: notifier.values(() => undo.undoable).pipe(distinctUntilChanged()),
    group: undo.group,
    get runs() {
      return effects.runs
    },
    runs$: effects.runs$,
    select: (selector) =>
      notifier.values(
        () => viewed.get(selector),
        (listener) => viewed.watch(selector, listener),
      ),
    at(place) {
      const state = liveEnd.log.stateAt(resolvePlace(place, liveEnd.log, 'read at'))
      return createView(() => state, catchingUp)
    },
    recordAt: (offset) => liveEnd.log.records.at(offset),
    load: ({ from = 0, to = liveEnd.log.head } = {}) => loader.load({ from, to }),
    connect: <T>(source: Parameters<typeof connectStream<T>>[0], toAction?: Parameters<typeof connectStream<T>>[1]) =>
      kept(connectStream(source, toAction, dispatchLive, errors)),
    subscribe: (listener) => notifier.listen(listener),
    replaceReducer(reducer) {
      if (!liveEnd.fold.adopted) throw cannotReplaceReducer()
      sliceChanges.replacedByReducer()
      refolds.atOnce(foldOfReducer(reducer as Parameters<typeof foldOfReducer>[0], config.context))
    },
    progress$: background.progress$,
    add(added: AnySlice | AnyEffect) {
      if (EFFECT in added) return { ready: Promise.resolve(store as never), remove: effects.add(added) }
      const ready = sliceChanges.add(added).then(() => store as never)
      // Nobody has to wait for it.
      ready.catch(() => {})
      return { ready, remove: () => sliceChanges.remove(added) }
    },
    replace: (slices) => sliceChanges.replace(isSlice(slices) ? [slices] : slices),
    close() {
      closing ??= close()
      return closing
    },
    ...underObservableKeys(() => stateSource(notifier.values(viewed.getState))),
  })
  return store
}

const isSlice = (slices: AnySlice | readonly AnySlice[]): slices is AnySlice => PROGRAM in slices

/** Whether the log has placed all of these, and nobody else's between them. */
const isPlaced = (records: readonly LogRecord[], answered: readonly PlacedRecord[]): boolean =>
  records.length === answered.length && records.every(({ id }, i) => answered[i]?.id === id)

/** A record as `action$` and effects get it: whether it has its place already would depend on the log. */
function withoutOffset(record: LogRecord): LogRecord {
  if (record.offset === undefined) return record
  const { offset: _, ...accepted } = record
  return accepted
}

const NONE: readonly never[] = []
/** Stored records that are brought up to date before they are folded. */
const STORED_RECORDS = 256

import type { Dispatch, Dispatchable } from '../action/Action.ts'
import type { ActionInfo } from '../action/ActionInfo.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { Fold } from '../fold/Fold.ts'
import type { FoldContext } from '../fold/FoldContext.ts'
import type { FoldedLog } from '../fold/FoldedLog.ts'
import { foldOfReducer } from '../fold/foldOfReducer.ts'
import type { LiveInput } from '../fold/liveState.ts'
import type { EventLog, LogReader } from '../log/EventLog.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import { branchLog, memoryLog } from '../log/memoryLog.ts'
import type { Subscription } from '../rx.ts'
import { Subject } from '../rx.ts'
import { observableSymbol } from '../stream/observableSymbol.ts'
import type { Connection } from '../stream/StreamSource.ts'
import { isReading } from '../table/readTracker.ts'
import { createTimeline } from '../timeline/createTimeline.ts'
import { resolvePlace } from '../timeline/resolvePlace.ts'
import { connectStream } from './connectStream.ts'
import { createDispatch } from './createDispatch.ts'
import { createView } from './createView.ts'
import { Durability } from './Durability.ts'
import { ErrorChannel } from './ErrorChannel.ts'
import { Intake } from './Intake.ts'
import { LiveEnd } from './LiveEnd.ts'
import { Notifier } from './Notifier.ts'
import type { Clock, Random } from './ports.ts'
import { readStored } from './readStored.ts'
import type { Store } from './Store.ts'
import type { ParkedPolicy } from './StoreOptions.ts'
import { stateSource } from './stateSource.ts'
import {
  cannotReplaceReducer,
  closedUnstored,
  inReducer,
  inSelector,
  listenerThrew,
  openFailed,
  parkedStore,
  reducerThrew,
  storeClosed,
} from './storeErrors.ts'
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
 *
 * `past` is what a branch shares with its parent, folded already.
 */
export function openStore(config: StoreConfig, past?: FoldedLog): Store {
  const client = uuidv7(config.clock.now(), config.random)
  const errors = new ErrorChannel()
  const notifier = new Notifier(errors)
  const intake = new Intake()
  const records$ = new Subject<LogRecord>()
  const liveEnd = new LiveEnd(config.fold, past)
  const durability = new Durability({ client, logName: config.log.name, memoryOnly: !config.log.durable })
  const unknownTypes = new UnknownTypes((type) => liveEnd.fold.folds(type) || config.infoOf(type) !== undefined)
  let { log } = config
  let closed = false
  let closing: Promise<void> | undefined
  const connections = new Set<Connection>()

  // What the log answers from inside `append`; the rest comes through the queue.
  let answers: PlacedRecord[] | undefined
  const reader: LogReader = {
    placed(records) {
      const known = records.every(({ id }) => id.startsWith(client)) ? records : upToDate(records)
      if (answers) for (const record of known) answers.push(record)
      else enqueueAnswer(known)
    },
    durable: (upTo) => durability.safe(upTo),
    failed(error) {
      errors.report(error)
      durability.failed(error)
    },
  }

  /** An answer that comes later. What it sets off is no business of the log: it is reported, not thrown to it. */
  function enqueueAnswer(records: readonly PlacedRecord[]): void {
    try {
      intake.enqueue(() => take({ kind: 'placed', records }))
    } catch (thrown) {
      errors.report(thrown instanceof PlayheadError ? thrown : listenerThrew(thrown))
    }
  }

  function append(records: readonly LogRecord[]): readonly PlayheadError[] {
    const answered: PlacedRecord[] = []
    answers = answered
    try {
      log.append(records)
    } finally {
      answers = undefined
    }
    for (const error of unknownTypes.among(records)) errors.report(error)
    // A log in memory answers at once: its records are never pending, and are folded once.
    if (isPlaced(records, answered)) return take({ kind: 'placed', records: answered })
    const thrown = take({ kind: 'accepted', records })
    return answered.length === 0 ? thrown : [...thrown, ...take({ kind: 'placed', records: answered })]
  }

  function take(input: LiveInput): readonly PlayheadError[] {
    const { fresh, placed, failures } = liveEnd.take(input)
    const thrown = failures.map(reducerThrew)
    durability.placed(placed)
    notifier.notify()
    // Reducers have seen a record, and readers its state, before anybody acts on it.
    for (const record of fresh) records$.next(record)
    for (const error of thrown) errors.report(error)
    return thrown
  }

  /** What others wrote, or an earlier program, in the shape of today. */
  function upToDate(stored: readonly PlacedRecord[]): readonly PlacedRecord[] {
    const { records, problems } = readStored(stored, liveEnd.fold.infos, config.context)
    for (const problem of [...problems, ...unknownTypes.among(records)]) errors.report(problem)
    return records
  }

  function load(stored: readonly PlacedRecord[]): void {
    liveEnd.load(upToDate(stored))
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
      if (!past) load(opened)
      return Promise.resolve()
    }
    intake.hold()
    return Promise.resolve(opened)
      .then(load)
      .catch(goOnInMemory)
      .finally(() => intake.release())
  }

  async function close(): Promise<void> {
    closed = true
    for (const connection of connections) connection.unsubscribe()
    try {
      // What was dispatched while the log was being opened is appended when it is.
      await ready.catch(() => {})
      await log.close()
    } finally {
      durability.failed(closedUnstored(log.name))
      for (const part of [liveEnd, timeline, notifier, errors]) part.close()
      records$.complete()
    }
  }

  const timeline = createTimeline(liveEnd, notifier, (offset) => {
    const branch = liveEnd.log.branch(offset)
    const end = { next: offset + 1, lastTime: branch.records.at(offset)?.time ?? 0 }
    return openStore({ ...config, fold: liveEnd.fold, log: branchLog(`${log.name}, branch at ${offset}`, end) }, branch)
  })

  const dispatchLive = createDispatch({
    ...config,
    client,
    lastTime: () => liveEnd.log.records.at(liveEnd.log.head)?.time ?? 0,
    refusal() {
      if (closed) return storeClosed(log.name)
      if (config.context.folding) return inReducer()
      return isReading() ? inSelector() : undefined
    },
    track: (action, sequence) => durability.track(action, sequence),
    append(records) {
      let thrown: readonly PlayheadError[] = []
      intake.enqueue(() => {
        thrown = append(records)
      })
      return thrown
    },
  })

  const dispatch = (action: Dispatchable) => {
    const { status, offset, head } = timeline.playhead
    if (status === 'live' || config.parked === 'append') return dispatchLive(action)
    if (config.parked === 'refuse') throw parkedStore(offset, head)
    return timeline.branchHere().dispatch(action)
  }

  const kept = (connection: Subscription): Connection => {
    connections.add(connection)
    connection.add(() => connections.delete(connection))
    return connection
  }

  const viewed = createView(() => timeline.viewed())
  notifier.listen(() => viewed.changed((listener) => notifier.call(listener)))
  const ready = open()
  // Told through `error$` as well: nobody has to handle it here.
  ready.catch(() => {})

  return {
    get: viewed.get,
    getState: viewed.getState,
    watch: viewed.watch,
    ready,
    timeline,
    live: createView(() => liveEnd.state),
    dispatch: dispatch as Dispatch,
    durable: (action) => durability.durable(action),
    action$: records$.asObservable(),
    state$: notifier.values(viewed.getState),
    error$: errors.error$,
    select: (selector) =>
      notifier.values(
        () => viewed.get(selector),
        (listener) => viewed.watch(selector, listener),
      ),
    at(place) {
      const state = liveEnd.log.stateAt(resolvePlace(place, liveEnd.log, 'read at'))
      return createView(() => state)
    },
    recordAt: (offset) => liveEnd.log.records.at(offset),
    connect: <T>(source: Parameters<typeof connectStream<T>>[0], toAction?: Parameters<typeof connectStream<T>>[1]) =>
      kept(connectStream(source, toAction, dispatchLive, errors)),
    subscribe: (listener) => notifier.listen(listener),
    replaceReducer(reducer) {
      if (!liveEnd.fold.adopted) throw cannotReplaceReducer()
      liveEnd.replaceFold(foldOfReducer(reducer as Parameters<typeof foldOfReducer>[0], config.context))
      timeline.refolded()
      notifier.notify()
    },
    close() {
      closing ??= close()
      return closing
    },
    [observableSymbol]: () => stateSource(notifier.values(viewed.getState)),
  }
}

/** Whether the log has placed all of these, and nobody else's between them. */
const isPlaced = (records: readonly LogRecord[], answered: readonly PlacedRecord[]): boolean =>
  records.length === answered.length && records.every(({ id }, i) => answered[i]?.id === id)

import type { Dispatchable } from '../action/Action.ts'
import { createRecords } from '../log/createRecords.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import { memoryLog } from '../log/memoryLog.ts'
import { asOffset } from '../log/Offset.ts'
import type { SchedulerLike } from '../rx.ts'
import type { AnySlice, StateOf } from '../slice/Slice.ts'
import { createStore } from '../store/createStore.ts'
import type { Clock, Random } from '../store/ports.ts'
import type { Store } from '../store/Store.ts'
import type { Scenario } from './scenario.ts'
import { scenario } from './scenario.ts'
import { virtualTime } from './virtualTime.ts'

/** What was before: an action, or a record as it was logged, from a session file for instance. */
export type PastRecord = Dispatchable | LogRecord

/** What `given` hands to a test that makes its own store: the past as a log, and virtual time. */
export interface GivenPorts {
  readonly log: EventLog
  readonly clock: Clock
  readonly scheduler: SchedulerLike
  /** The same numbers in each run. */
  readonly random: Random
}

/**
 * Begins a test of what follows from what: `given(past).when(actions).then(records)`.
 *
 * ```ts
 * given([ledger], bank.opened({ id: 'a' }))
 *   .when(bank.deposited({ id: 'a', minor: 500 }))
 *   .thenState(balanceOf('a'), 500)
 * ```
 *
 * With slices, or a function that makes a store of what it is given, the past is the log that
 * the store opens: no effect runs for it, and time is virtual. A store that exists is taken as
 * it is, and the past is dispatched to it.
 *
 * Works with any test framework: what is not as expected throws an error with the difference.
 */
export function given<const Slices extends readonly AnySlice[]>(
  slices: Slices,
  ...past: readonly PastRecord[]
): Scenario<StateOf<Slices>>
export function given<State extends object>(
  store: Store<State> | ((ports: GivenPorts) => Store<State>),
  ...past: readonly PastRecord[]
): Scenario<State>
export function given(
  subject: readonly AnySlice[] | Store | ((ports: GivenPorts) => Store),
  ...past: readonly PastRecord[]
): Scenario<object> {
  if (!isSlices(subject) && typeof subject !== 'function') {
    const begun = scenario(subject, undefined)
    for (const each of past) subject.dispatch(each)
    begun.forget()
    return begun
  }
  const time = virtualTime()
  const log = memoryLog({ name: 'given', records: recordsOf(past, time.clock.now()) })
  const ports: GivenPorts = { log, clock: time.clock, scheduler: time.scheduler, random: lehmer(1) }
  return scenario(isSlices(subject) ? createStore({ ...ports, slices: subject }) : subject(ports), time)
}

const isSlices = (subject: unknown): subject is readonly AnySlice[] => Array.isArray(subject)

/** The past as a log, one second a record, up to the moment at which the test begins. */
function recordsOf(past: readonly PastRecord[], now: number): readonly PlacedRecord[] {
  const records: PlacedRecord[] = []
  for (const [at, each] of past.entries()) {
    const before = records.at(-1)?.time ?? 0
    const record = isRecord(each) ? each : made(each, now - (past.length - at) * 1_000, at)
    records.push({ ...record, offset: asOffset(at), time: Math.max(before, record.time) })
  }
  return records
}

function made(action: Dispatchable, time: number, at: number): LogRecord {
  const [record] = createRecords([{ time, action }], { client: `given-${at}`, random: lehmer(at + 2) })
  return record as LogRecord
}

const isRecord = (past: PastRecord): past is LogRecord => 'id' in past && 'time' in past && 'version' in past

/** Lehmer's generator with the multiplier of Park and Miller (1988). */
function lehmer(seed: number): Random {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

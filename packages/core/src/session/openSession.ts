import { isPlainObject } from '../data/isPlainObject.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import { memoryLog } from '../log/memoryLog.ts'
import { asOffset } from '../log/Offset.ts'
import type { AnySlice, StateOf } from '../slice/Slice.ts'
import { createStore } from '../store/createStore.ts'
import type { Store } from '../store/Store.ts'
import type { StoreOptions } from '../store/StoreOptions.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import { isTable } from '../table/isTable.ts'
import { inOrderOf } from '../table/PersistentTable.ts'
import type { Table } from '../table/Table.ts'
import { hashOfState } from './hashOfState.ts'
import type { Session, SessionHash } from './Session.ts'
import { hashMismatch } from './sessionErrors.ts'

/** A store on the log of a session, and whether it came to the same state. */
export interface OpenedSession<State extends object> {
  readonly store: Store<State>
  /**
   * `same` where the state after the last record is what was exported. `different` where it is
   * not; `differences` says in which slices. `unknown` where the file has no hash.
   */
  readonly state: 'same' | 'different' | 'unknown'
  readonly differences: readonly SliceDifference[]
}

/** A slice that is not as it was exported. */
export interface SliceDifference {
  readonly slice: string
  /** `missing` in the store, `added` to it since, or `changed`: it came to another state. */
  readonly kind: 'changed' | 'missing' | 'added'
  /** `session/hash-mismatch` */
  readonly error: PlayheadError
}

/** As for `createStore`. The log is the session's; effects can be added to the store. */
export type SessionStoreOptions<Slices extends readonly AnySlice[]> = Omit<StoreOptions<Slices>, 'log' | 'effects'>

/**
 * Makes a store of a session, to look at it, replay it, or go on from it. No effect runs. Its
 * log is in memory, with offsets from 0; where the session began later, offset 0 is the record
 * at `header.from`, and the state before it is the file's checkpoint.
 *
 * @throws PlayheadError as `createStore` does
 */
export function openSession<const Slices extends readonly AnySlice[]>(
  { header, records }: Session,
  options: SessionStoreOptions<Slices>,
): OpenedSession<StateOf<Slices>> {
  const log = memoryLog({
    name: 'session',
    records: records.map((record, at) => (record.offset === at ? record : { ...record, offset: asOffset(at) })),
  })
  const checkpoint = header?.checkpoint
  const slices = checkpoint ? options.slices.map((slice) => startingAt(slice, checkpoint)) : options.slices
  const store = createStore({ ...options, slices, log }) as Store<StateOf<Slices>>
  if (!header?.hash) return { store, state: 'unknown', differences: [] }
  const found = hashOfState(header.hash.of, store.live.getState())
  if (found.state === header.hash.state) return { store, state: 'same', differences: [] }
  return { store, state: 'different', differences: differencesOf(header.hash, found) }
}

function differencesOf(expected: SessionHash, found: SessionHash): readonly SliceDifference[] {
  const names = new Set([...expected.slices.keys(), ...found.slices.keys()])
  return [...names].flatMap((slice): readonly SliceDifference[] => {
    const [theirs, ours] = [expected.slices.get(slice), found.slices.get(slice)]
    if (theirs === ours) return []
    const kind = ours === undefined ? 'missing' : theirs === undefined ? 'added' : 'changed'
    return [{ slice, kind, error: hashMismatch(slice, theirs, ours) }]
  })
}

/** The slice as the checkpoint has it. Its reducers, and the order of its tables, are code and stay. */
function startingAt(slice: AnySlice, checkpoint: { readonly [slice: string]: unknown }): AnySlice {
  if (!Object.hasOwn(checkpoint, slice.name)) return slice
  return { ...slice, initial: withOrders(checkpoint[slice.name], slice.initial) }
}

function withOrders(value: unknown, initial: unknown): unknown {
  if (isTable(value)) return isTable(initial) ? inOrderOf(value as Table<string, unknown>, initial as AnyTable) : value
  if (!isObject(value) || !isObject(initial)) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withOrders(field, initial[key])]))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && isPlainObject(value)

import { stateHash } from '../codec/stateHash.ts'
import { isPlainObject } from '../data/isPlainObject.ts'
import { packColumns } from '../pack/packColumns.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import { isTable } from '../table/isTable.ts'
import { orderOf } from '../table/TableBase.ts'
import type { TableBlock } from '../table/tableBlocks.ts'
import { tableParts } from '../table/tableBlocks.ts'
import type { Work } from '../work/Work.ts'
import { BATCH_RECORDS } from '../work/Work.ts'
import { NotPacked } from './NotPacked.ts'

/** The state of a slice in blocks: its tables apart from the rest. */
export interface PackedSlice {
  readonly name: string
  readonly version: number
  /** The block that holds the state, with `null` where the tables stand. */
  readonly root: string
  readonly tables: readonly PackedTable[]
}

export interface PackedTable {
  /** Fields that lead to it; none where the slice is the table. */
  readonly path: readonly string[]
  readonly nextSlot: number
  readonly blocks: readonly string[]
}

/** A slice, as far as its state goes. */
export interface SliceState {
  readonly name: string
  readonly version: number
  /** Has the tables' orders, which are code. */
  readonly initial: unknown
  readonly state: unknown
}

/** Takes blocks. What is known already need not be made again. */
export interface BlockSink {
  has(name: string): boolean
  add(name: string, bytes: Uint8Array): void
}

/**
 * Packs a state in blocks named by their hash. Rows of tables go into blocks of up to 1,024, and a
 * block of rows that has not changed since it was packed last is not looked at: so a checkpoint
 * costs what differs from the one before it.
 *
 * @throws PlayheadError `codec/not-storable`
 * @throws NotPacked for a table whose `order` the slice's initial state has not got
 */
export function* packState({ name, version, initial, state }: SliceState, sink: BlockSink): Work<PackedSlice> {
  const tables: PackedTable[] = []
  const found: { readonly path: readonly string[]; readonly table: AnyTable; readonly like: unknown }[] = []
  const rest = withoutTables(state, initial, [], (path, table, like) => found.push({ path, table, like }))
  const root = packed([[rest]], sink)
  yield BATCH_RECORDS
  for (const { path, table, like } of found) {
    if (orderOf(table) && (!isTable(like) || orderOf(like) !== orderOf(table))) throw new NotPacked(name, path)
    const { nextSlot, blocks } = tableParts(table)
    const names: string[] = []
    for (const block of blocks) {
      const [known, rows] = blockOf(block, sink, () => new NotPacked(name, path))
      names.push(known)
      if (rows > 0) yield rows
    }
    tables.push({ path, nextSlot, blocks: names })
  }
  return { name, version, root, tables }
}

/** Names of blocks that were packed, or read, by the node that holds their rows. */
const namesByNode = new WeakMap<object, string>()

/** A block was read, and these are its rows. */
export const nameBlock = (block: TableBlock, name: string): void => void namesByNode.set(block.node, name)

function blockOf(block: TableBlock, sink: BlockSink, refusal: () => Error): readonly [name: string, rows: number] {
  const known = namesByNode.get(block.node)
  if (known !== undefined && sink.has(known)) return [known, 0]
  const { slots, keys, rows } = block.rows()
  if (rows.some(holdsOrder)) throw refusal()
  const name = packed([slots, keys, rows], sink)
  namesByNode.set(block.node, name)
  return [name, rows.length]
}

function packed(columns: readonly (readonly unknown[])[], sink: BlockSink): string {
  const bytes = packColumns(columns)
  const name = stateHash(bytes)
  if (!sink.has(name)) sink.add(name, bytes)
  return name
}

type Found = (path: readonly string[], table: AnyTable, like: unknown) => void

/** The value with `null` in the place of its tables. Arrays, maps and sets hold none. */
function withoutTables(value: unknown, like: unknown, path: readonly string[], found: Found): unknown {
  if (isTable(value)) {
    found(path, value, like)
    return null
  }
  if (typeof value !== 'object' || value === null || !isPlainObject(value)) return value
  const others = fieldsOf(like)
  let copy: Record<string, unknown> | undefined
  for (const key of Object.keys(value)) {
    const field = withoutTables(value[key], others[key], [...path, key], found)
    if (field === value[key]) continue
    copy ??= { ...value }
    copy[key] = field
  }
  return copy ?? value
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && isPlainObject(value) ? value : {}

/** Whether a row holds a table with an order, which could not be given back to it. */
function holdsOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (isTable(value)) return orderOf(value) !== undefined || value.values().some(holdsOrder)
  if (!isPlainObject(value)) return false
  for (const key in value) if (holdsOrder(value[key])) return true
  return false
}

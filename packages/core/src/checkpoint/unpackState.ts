import { stateHash } from '../codec/stateHash.ts'
import { deepFreeze } from '../data/deepFreeze.ts'
import { isPlainObject } from '../data/isPlainObject.ts'
import { DEV } from '../dev.ts'
import type { Blocks } from '../log/CheckpointStorage.ts'
import { unpackColumns } from '../pack/packColumns.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import { isTable } from '../table/isTable.ts'
import { TableRebuilding, tableParts } from '../table/tableBlocks.ts'
import type { PackedSlice, PackedTable } from './packState.ts'
import { nameBlock } from './packState.ts'

/**
 * The state that `packState` packed.
 *
 * @param initial the slice's initial state, which has the orders of its tables
 * @throws Error with words that go on from "Checkpoint … was ignored: ", and PlayheadErrors of the codec
 */
export function unpackState({ root, tables }: PackedSlice, initial: unknown, blocks: Blocks): unknown {
  const [[rest] = []] = unpackColumns(blockOf(root, blocks))
  let state = rest
  for (const each of tables) {
    const table = tableOf(each, blocks, valueAt(initial, each.path))
    state = withValue(state, each.path, table)
  }
  return DEV ? deepFreeze(state) : state
}

function tableOf({ nextSlot, blocks: names }: PackedTable, blocks: Blocks, like: unknown): AnyTable {
  const rebuilding = new TableRebuilding(nextSlot)
  for (const name of names) {
    const [slots = [], keys = [], rows = []] = unpackColumns(blockOf(name, blocks))
    rebuilding.add(slots, keys, rows)
  }
  const table = rebuilding.done(isTable(like) ? like : undefined)
  // What is stored already need not be packed again.
  const parts = tableParts(table).blocks
  if (parts.length === names.length) for (const [at, block] of parts.entries()) nameBlock(block, names[at] as string)
  return table
}

/** A block whose bytes are what its name says. */
export function blockOf(name: string, blocks: Blocks): Uint8Array {
  const bytes = blocks.get(name)
  if (!bytes) throw new Error(`its block ${name} is missing`)
  if (stateHash(bytes) !== name) throw new Error(`its block ${name} has other bytes than it had`)
  return bytes
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value
  for (const key of path) at = isFields(at) ? at[key] : undefined
  return at
}

/** A copy with another value at a path, which was read from the same bytes: the objects on it are our own. */
function withValue(value: unknown, [key, ...path]: readonly string[], field: unknown): unknown {
  if (key === undefined) return field
  if (!isFields(value) || !Object.hasOwn(value, key)) throw new Error(`there is no place for its table at "${key}"`)
  return { ...value, [key]: withValue(value[key], path, field) }
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && isPlainObject(value)

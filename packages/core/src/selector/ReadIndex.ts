import { sameValue } from '../codec/sameValue.ts'
import type { AnyTable } from '../table/AnyTable.ts'
import { isTable } from '../table/isTable.ts'
import type { TableKey } from '../table/TableKey.ts'
import type { Cell, CellInput } from './Cell.ts'
import type { StateBySlice } from './SelectorMemo.ts'
import { valueAt } from './SliceReads.ts'

interface SliceEntry {
  readonly whole: Set<Cell>
  readonly fields: Map<PropertyKey, FieldEntry>
}

interface FieldEntry {
  /** Those that saw the field's value, or all of its table. */
  readonly whole: Set<Cell>
  readonly rows: Map<TableKey, Set<Cell>>
}

/**
 * Who read what: from slice, field and row to the watched cells that read it. What differs
 * between two states leads to them without asking anybody else:
 *
 * ```
 *   slice changed? ─ field changed? ─ rows that differ ──► cells
 * ```
 */
export class ReadIndex {
  readonly #slices = new Map<string, SliceEntry>()

  add(cell: Cell): void {
    this.#visit(cell, (set) => set.add(cell))
  }

  remove(cell: Cell): void {
    this.#visit(cell, (set) => set.delete(cell))
    for (const input of cell.inputs) if (input.kind === 'slice') this.#prune(input)
  }

  /** The cells that read something that differs between two states. */
  affected(before: StateBySlice, after: StateBySlice): Set<Cell> {
    const cells = new Set<Cell>()
    for (const [name, entry] of this.#slices) {
      const sliceBefore = before[name]
      const sliceAfter = after[name]
      if (Object.is(sliceBefore, sliceAfter)) continue
      addAll(cells, entry.whole)
      for (const [key, field] of entry.fields) {
        affectedByField(cells, field, valueAt(sliceBefore, key), valueAt(sliceAfter, key))
      }
    }
    return cells
  }

  #visit(cell: Cell, visit: (set: Set<Cell>) => void): void {
    for (const input of cell.inputs) {
      if (input.kind !== 'slice') continue
      const slice = entryOf(this.#slices, input.name, emptySlice)
      if (input.reads.whole) visit(slice.whole)
      for (const key of input.reads.fields.keys()) visit(fieldOf(slice, key).whole)
      for (const [key, { whole, keys }] of input.reads.tables) {
        const field = fieldOf(slice, key)
        if (whole) visit(field.whole)
        else for (const row of keys.keys()) visit(entryOf(field.rows, row, noCells))
      }
    }
  }

  /** Lets go of rows and fields that nobody reads any more. */
  #prune({ name, reads }: Extract<CellInput, { kind: 'slice' }>): void {
    const slice = this.#slices.get(name)
    if (!slice) return
    for (const [key, { keys }] of reads.tables) {
      const rows = slice.fields.get(key)?.rows
      for (const row of keys.keys()) if (rows?.get(row)?.size === 0) rows.delete(row)
    }
    for (const key of [...reads.fields.keys(), ...reads.tables.keys()]) {
      const field = slice.fields.get(key)
      if (field?.whole.size === 0 && field.rows.size === 0) slice.fields.delete(key)
    }
    if (slice.whole.size === 0 && slice.fields.size === 0) this.#slices.delete(name)
  }
}

function affectedByField(cells: Set<Cell>, { whole, rows }: FieldEntry, before: unknown, after: unknown): void {
  if (Object.is(before, after)) return
  addAll(cells, whole)
  if (rows.size === 0) return
  if (!isTable(before) || !isTable(after)) {
    for (const readers of rows.values()) addAll(cells, readers)
  } else if (rows.size <= ASKED_MAX) {
    for (const [key, readers] of rows)
      if (before.has(key) !== after.has(key) || !sameValue(before.get(key), after.get(key))) addAll(cells, readers)
  } else {
    affectedByRows(cells, rows, before, after)
  }
}

function affectedByRows(cells: Set<Cell>, rows: FieldEntry['rows'], before: AnyTable, after: AnyTable): void {
  for (const change of after.diff(before)) {
    const readers = rows.get(change.key as TableKey)
    // A replay makes new row objects: a row has changed where its value has.
    if (readers && !(change.kind === 'changed' && sameValue(change.before, change.after))) addAll(cells, readers)
  }
}

/** So few readers are asked one by one, however much differs: a seek may change every row of a table. */
const ASKED_MAX = 64

const noCells = () => new Set<Cell>()
const emptySlice = (): SliceEntry => ({ whole: noCells(), fields: new Map() })
const emptyField = (): FieldEntry => ({ whole: noCells(), rows: new Map() })

const fieldOf = (slice: SliceEntry, key: PropertyKey): FieldEntry => entryOf(slice.fields, key, emptyField)

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function addAll<T>(to: Set<T>, from: Iterable<T>): void {
  for (const each of from) to.add(each)
}

import type { AnyTable } from '../table/AnyTable.ts'
import { isTable } from '../table/isTable.ts'
import type { TableKey } from '../table/TableKey.ts'
import type { WithTableParts } from '../table/TableParts.ts'
import { TABLE_PARTS } from '../table/TableParts.ts'
import type { Cell } from './Cell.ts'
import type { Few } from './few.ts'
import { eachOf, withOne, withoutOne } from './few.ts'

export type Tell = (cell: Cell) => void

/** Who reads one value: all of it, or rows where it is a table. */
export class Readers {
  #whole: Few<Cell> = undefined
  #rows: Map<TableKey, Cell | Set<Cell>> | undefined = undefined

  get isEmpty(): boolean {
    return this.#whole === undefined && this.#rows === undefined
  }

  get hasRows(): boolean {
    return this.#rows !== undefined
  }

  /** Adds one who reads all of it, or the row of a key. */
  add(cell: Cell, key: TableKey | undefined): void {
    if (key === undefined) {
      this.#whole = withOne(this.#whole, cell)
      return
    }
    this.#rows ??= new Map()
    this.#rows.set(key, withOne(this.#rows.get(key), cell) as Cell | Set<Cell>)
  }

  remove(cell: Cell, key: TableKey | undefined): void {
    if (key === undefined) {
      this.#whole = withoutOne(this.#whole, cell)
      return
    }
    const left = withoutOne(this.#rows?.get(key), cell)
    if (left !== undefined) this.#rows?.set(key, left)
    else {
      this.#rows?.delete(key)
      if (this.#rows?.size === 0) this.#rows = undefined
    }
  }

  tellAll(tell: Tell): void {
    eachOf(this.#whole, tell)
    if (this.#rows !== undefined) for (const readers of this.#rows.values()) eachOf(readers, tell)
  }

  /** Tells those who may have read something that differs between two values. */
  tell(before: unknown, after: unknown, tell: Tell): void {
    if (Object.is(before, after)) return
    eachOf(this.#whole, tell)
    const rows = this.#rows
    if (rows === undefined) return
    if (isTable(before) && isTable(after)) tellOfRows(rows, before, after, tell)
    else for (const readers of rows.values()) eachOf(readers, tell)
  }
}

/**
 * Walks the difference of two versions, or asks all who read rows: whichever are fewer. A seek
 * may change every row of a table of which fifty are seen, and who read the rows of a table that
 * has changed as a whole need not be looked up one by one. Who is asked looks at its own row.
 */
function tellOfRows(
  rows: ReadonlyMap<TableKey, Few<Cell>>,
  before: AnyTable,
  after: AnyTable & WithTableParts,
  tell: Tell,
): void {
  const { eachSlotChange, versionOf } = after[TABLE_PARTS]
  let left = rows.size <= ASKED_MAX ? 0 : Math.max(WALKED_MIN, rows.size >>> 3)
  const isDone =
    left > 0 &&
    eachSlotChange(versionOf(before), versionOf(after), (_slot, keyBefore, _rowBefore, keyAfter) => {
      if (keyBefore !== undefined) eachOf(rows.get(keyBefore), tell)
      if (keyAfter !== undefined && keyAfter !== keyBefore) eachOf(rows.get(keyAfter), tell)
      return --left > 0
    })
  if (!isDone) for (const readers of rows.values()) eachOf(readers, tell)
}

/** So few readers are asked without a look at what differs. */
const ASKED_MAX = 4
/** So many differences are walked, however few read rows. */
const WALKED_MIN = 32

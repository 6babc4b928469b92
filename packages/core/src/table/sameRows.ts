import type { AnyTable } from './AnyTable.ts'
import { eachSlotChange } from './eachSlotChange.ts'
import { pickEntry, RowIterator } from './RowIterator.ts'
import { versionOf } from './TableBase.ts'

/** Versions of one table mostly keep rows in the same slots; where they do not, the rows are counted off in order. */
export function sameRows(a: AnyTable, b: AnyTable, same: (a: unknown, b: unknown) => boolean): boolean {
  if (a.size !== b.size) return false
  const [before, after] = [versionOf(a), versionOf(b)]
  const inPlace = eachSlotChange(before, after, (_, keyA, rowA, keyB, rowB) => keyA === keyB && same(rowA, rowB))
  if (inPlace) return true
  const others = new RowIterator(after, undefined, pickEntry)
  for (const [key, row] of new RowIterator(before, undefined, pickEntry)) {
    const { value } = others.next()
    if (value === undefined || value[0] !== key || !same(row, value[1])) return false
  }
  return true
}

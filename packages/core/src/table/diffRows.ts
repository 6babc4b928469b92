import { eachSlotChange } from './eachSlotChange.ts'
import type { TableChange } from './TableChange.ts'
import type { TableKey } from './TableKey.ts'
import type { TableVersion } from './TableVersion.ts'
import { rowOf, slotOf } from './TableVersion.ts'

/**
 * Calls `visit` for every row that differs between two versions, on one branch or on two, in
 * O(changed · log n). A row that was deleted and inserted again is one change, or none where
 * it is the same object: that its place moved is no change of a row.
 */
export function diffRows(
  before: TableVersion,
  after: TableVersion,
  visit: (change: TableChange<TableKey, unknown>) => void,
): void {
  eachSlotChange(before, after, (_slot, keyBefore, rowBefore, keyAfter, rowAfter) => {
    if (keyBefore === keyAfter && keyAfter !== undefined) {
      visit({ kind: 'changed', key: keyAfter, before: rowBefore, after: rowAfter })
      return
    }
    // Each key has one slot a version: what left this slot may stand in another, and what came may have left one.
    if (keyBefore !== undefined && slotOf(after, keyBefore) < 0) {
      visit({ kind: 'removed', key: keyBefore, before: rowBefore })
    }
    if (keyAfter === undefined) return
    if (slotOf(before, keyAfter) < 0) {
      visit({ kind: 'added', key: keyAfter, after: rowAfter })
      return
    }
    const rowElsewhere = rowOf(before, keyAfter)
    if (!Object.is(rowElsewhere, rowAfter))
      visit({ kind: 'changed', key: keyAfter, before: rowElsewhere, after: rowAfter })
  })
}

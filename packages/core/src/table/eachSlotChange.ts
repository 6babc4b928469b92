import type { Leaf, SlotNode } from './slotTrie.ts'
import { BITS, Branch, WIDTH } from './slotTrie.ts'
import type { TableKey } from './TableKey.ts'
import type { TableVersion } from './TableVersion.ts'

/** A slot that differs. A key is `undefined` where the slot is a hole. Answers `false` to stop. */
export type SlotVisitor = (
  slot: number,
  before: TableKey | undefined,
  rowBefore: unknown,
  after: TableKey | undefined,
  rowAfter: unknown,
) => boolean | void

/**
 * Calls `visit` for every slot whose key or row differs, and skips what both versions share.
 * Answers `false` where a visit stopped it.
 */
export function eachSlotChange(before: TableVersion, after: TableVersion, visit: SlotVisitor): boolean {
  const shift = Math.max(before.shift, after.shift)
  return differ(lifted(before, shift), lifted(after, shift), shift, 0, visit)
}

/** Both roots at one height: a lower trie is the first child of a higher one. */
function lifted({ rows, shift }: TableVersion, height: number): SlotNode | undefined {
  let root = rows
  for (let level = shift; root !== undefined && level < height; level += BITS) root = new Branch(0, [root], 1)
  return root
}

function differ(
  before: SlotNode | undefined,
  after: SlotNode | undefined,
  shift: number,
  firstSlot: number,
  visit: SlotVisitor,
): boolean {
  if (before === after) return true
  if (shift === 0) return leavesDiffer(before as Leaf | undefined, after as Leaf | undefined, firstSlot, visit)
  const childrenBefore = (before as Branch | undefined)?.children ?? NONE
  const childrenAfter = (after as Branch | undefined)?.children ?? NONE
  const end = Math.max(childrenBefore.length, childrenAfter.length)
  for (let at = 0; at < end; at++) {
    const childBefore = at < childrenBefore.length ? childrenBefore[at] : undefined
    const childAfter = at < childrenAfter.length ? childrenAfter[at] : undefined
    if (childBefore === childAfter) continue
    if (!differ(childBefore, childAfter, shift - BITS, firstSlot + at * 2 ** shift, visit)) return false
  }
  return true
}

function leavesDiffer(
  before: Leaf | undefined,
  after: Leaf | undefined,
  firstSlot: number,
  visit: SlotVisitor,
): boolean {
  if (before !== undefined && before.keys === after?.keys) return rowsDiffer(before, after, firstSlot, visit)
  for (let at = 0; at < WIDTH; at++) {
    const keyBefore = before !== undefined && at < before.keys.length ? before.keys[at] : undefined
    const keyAfter = after !== undefined && at < after.keys.length ? after.keys[at] : undefined
    const rowBefore = keyBefore === undefined ? undefined : (before as Leaf).rows[at]
    const rowAfter = keyAfter === undefined ? undefined : (after as Leaf).rows[at]
    if (keyBefore === keyAfter && Object.is(rowBefore, rowAfter)) continue
    if (visit(firstSlot + at, keyBefore, rowBefore, keyAfter, rowAfter) === false) return false
  }
  return true
}

/** Leaves with the same keys: rows were replaced, and none came or went. */
function rowsDiffer({ keys, rows }: Leaf, after: Leaf, firstSlot: number, visit: SlotVisitor): boolean {
  for (let at = 0; at < rows.length; at++) {
    const before = rows[at]
    const now = after.rows[at]
    if (before === now || Object.is(before, now)) continue
    if (visit(firstSlot + at, keys[at], before, keys[at], now) === false) return false
  }
  return true
}

const NONE: readonly (SlotNode | undefined)[] = []

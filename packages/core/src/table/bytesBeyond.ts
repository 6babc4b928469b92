import { IndexNode } from './keyIndex.ts'
import type { SlotNode } from './slotTrie.ts'
import { Branch } from './slotTrie.ts'
import type { TableVersion } from './TableVersion.ts'

/**
 * Bytes of the nodes of a version that another has not got, and what `ofRow` says of each row
 * that stands in one of them and is another than in its counterpart. Walks what differs alone.
 *
 * Nodes are counted as V8 keeps them on 64 bits: a word is 8 bytes, an object has 3 of them
 * before its fields, an array 6 before its items.
 */
export function tableBytesBeyond(
  before: TableVersion | undefined,
  after: TableVersion,
  ofRow: (before: unknown, after: unknown) => number,
): number {
  const lower = before?.shift === after.shift ? before.rows : undefined
  return slotBytes(lower, after.rows, ofRow) + indexBytes(before?.index, after.index)
}

function slotBytes(
  before: SlotNode | undefined,
  after: SlotNode | undefined,
  ofRow: (before: unknown, after: unknown) => number,
): number {
  if (after === undefined || after === before) return 0
  if (after instanceof Branch) {
    const others = before instanceof Branch ? before.children : NONE
    let bytes = BRANCH_BYTES + arrayBytes(after.children.length)
    after.children.forEach((child, at) => {
      bytes += slotBytes(others[at], child, ofRow)
    })
    return bytes
  }
  const other = before instanceof Branch ? undefined : before
  let bytes = LEAF_BYTES
  if (after.keys !== other?.keys) bytes += arrayBytes(after.keys.length)
  if (after.rows === other?.rows) return bytes
  bytes += arrayBytes(after.rows.length)
  for (let at = 0; at < after.rows.length; at++) {
    if (after.keys[at] !== undefined && after.rows[at] !== other?.rows[at])
      bytes += ofRow(other?.rows[at], after.rows[at])
  }
  return bytes
}

function indexBytes(before: IndexNode | undefined, after: IndexNode | undefined): number {
  if (after === undefined || after === before) return 0
  let bytes = INDEX_BYTES + arrayBytes(after.items.length)
  let other = 0
  for (let bit = 1, at = 0; at < after.items.length; bit <<= 1) {
    const isBefore = before !== undefined && (before.bitmap & bit) !== 0
    if ((after.bitmap & bit) !== 0) {
      const item = after.items[at++]
      const counterpart = isBefore ? before.items[other] : undefined
      if (item instanceof IndexNode)
        bytes += indexBytes(counterpart instanceof IndexNode ? counterpart : undefined, item)
    }
    if (isBefore) other++
  }
  return bytes
}

const arrayBytes = (items: number) => 48 + 8 * items
const BRANCH_BYTES = 48
const LEAF_BYTES = 64
const INDEX_BYTES = 48
const NONE: readonly undefined[] = []

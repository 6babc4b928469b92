import { AccountHistory } from './AccountHistory.ts'
import type { HistoryChunk } from './HistoryChunk.ts'
import { CHUNK_LINES, countBelow, cutChunks } from './HistoryChunk.ts'
import { LineColumns } from './LineColumns.ts'

/** What became different between two versions of an account's lines. */
export interface HistoryChanges {
  /** Keys of lines that are gone. */
  readonly removed: readonly number[]
  readonly added: LineColumns
}

/**
 * The history with lines taken out and put in. Chunks that no change falls into are shared with the old one: the
 * cost is that of the touched chunks and of one number per chunk.
 */
export function changeHistory(history: AccountHistory, changes: HistoryChanges): AccountHistory {
  const removed = Float64Array.from(changes.removed).sort()
  const added = changes.added.sorted()
  if (history.length === 0) return new AccountHistory(cutChunks(added))
  const chunks: HistoryChunk[] = []
  let gone = 0
  let come = 0
  for (const [at, chunk] of history.chunks.entries()) {
    // A line before the first chunk goes into it, one behind the last into that.
    const end = history.chunks[at + 1]?.keys[0] ?? Number.POSITIVE_INFINITY
    const goneTo = countUpTo(removed, removed.length, gone, end)
    const comeTo = countUpTo(added.keys, added.length, come, end)
    if (goneTo === gone && comeTo === come) {
      chunks.push(chunk)
    } else {
      const lines = mergeLines(chunk, removed.subarray(gone, goneTo), added, come, comeTo)
      for (const piece of cutChunks(lines)) chunks.push(piece)
    }
    gone = goneTo
    come = comeTo
  }
  return compact(new AccountHistory(chunks))
}

/** The first place from `from` on at which the keys are no longer below `end`. */
function countUpTo(keys: Float64Array, length: number, from: number, end: number): number {
  let to = from
  while (to < length && (keys[to] as number) < end) to++
  return to
}

/** A chunk's lines without those at `removed`, with those of `added` from `come` to `comeTo`. */
function mergeLines(
  chunk: HistoryChunk,
  removed: Float64Array,
  added: LineColumns,
  come: number,
  comeTo: number,
): LineColumns {
  const lines = new LineColumns(chunk.keys.length + comeTo - come)
  let kept = 0
  const keepUpTo = (key: number) => {
    // Never back: a line that is put in may have the key of one that was taken out.
    const to = Math.max(kept, countBelow(chunk.keys, key))
    lines.copy(chunk, kept, to)
    kept = to
  }
  let next = come
  for (const key of removed) {
    for (; next < comeTo && (added.keys[next] as number) < key; next++) {
      keepUpTo(added.keys[next] as number)
      lines.pushFrom(added, next)
    }
    keepUpTo(key)
    if (chunk.keys[kept] === key) kept++
  }
  for (; next < comeTo; next++) {
    keepUpTo(added.keys[next] as number)
    lines.pushFrom(added, next)
  }
  lines.copy(chunk, kept, chunk.keys.length)
  return lines
}

/** Cuts anew where removals left chunks nearly empty, so that there are never many more of them than needed. */
function compact(history: AccountHistory): AccountHistory {
  if (history.chunks.length <= 8 || history.length * 8 > history.chunks.length * CHUNK_LINES) return history
  const lines = new LineColumns(history.length)
  for (const chunk of history.chunks) lines.copy(chunk, 0, chunk.keys.length)
  return new AccountHistory(cutChunks(lines))
}

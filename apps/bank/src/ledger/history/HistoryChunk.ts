import type { DayNumber } from '../day.ts'
import type { PostedEntry } from '../Entry.ts'
import type { LineColumns } from './LineColumns.ts'

/**
 * A run of an account's lines in order of booking, at most {@link CHUNK_LINES_MAX}. Never changes: versions of a
 * history share the chunks that they have in common.
 */
export interface HistoryChunk {
  /** Ascending; see {@link lineKey}. */
  readonly keys: Float64Array
  /** The sum of the amounts from the beginning of the chunk up to and with this line. */
  readonly running: Float64Array
  readonly entries: readonly PostedEntry[]
}

export const CHUNK_LINES = 512
export const CHUNK_LINES_MAX = 2 * CHUNK_LINES

/** A table never holds more rows, so no ordinal is larger. */
const ORDINALS = 2 ** 30

/** Sorts by day, and within a day by when it was recorded. Exact: days need 22 bits, ordinals 30. */
export const lineKey = (day: DayNumber, ordinal: number): number => day * ORDINALS + ordinal

export const dayOfKey = (key: number): DayNumber => Math.floor(key / ORDINALS)

/** The amount of a line, as the step between two sums; both are exact. */
export const minorAt = ({ running }: HistoryChunk, at: number): number =>
  at === 0 ? (running[0] as number) : (running[at] as number) - (running[at - 1] as number)

/** How many of the ascending keys are smaller than `key`. */
export function countBelow(keys: Float64Array, key: number): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] as number) < key) low = middle + 1
    else high = middle
  }
  return low
}

/** Cuts sorted lines into chunks of about {@link CHUNK_LINES}, or one where that is not too large. */
export function cutChunks(lines: LineColumns): HistoryChunk[] {
  const { length } = lines
  const pieces = length <= CHUNK_LINES_MAX ? 1 : Math.ceil(length / CHUNK_LINES)
  const chunks: HistoryChunk[] = []
  for (let piece = 0; piece < pieces; piece++) {
    const from = Math.floor((length * piece) / pieces)
    const to = Math.floor((length * (piece + 1)) / pieces)
    if (to > from) chunks.push(chunkOf(lines, from, to))
  }
  return chunks
}

function chunkOf({ keys, minors, entries }: LineColumns, from: number, to: number): HistoryChunk {
  const running = new Float64Array(to - from)
  let sum = 0
  for (let at = from; at < to; at++) {
    sum += minors[at] as number
    running[at - from] = sum
  }
  return { keys: keys.slice(from, to), running, entries: entries.slice(from, to) }
}

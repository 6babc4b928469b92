import type { DayNumber } from '../day.ts'
import { dayNumber } from '../day.ts'
import type { PostedEntry } from '../Entry.ts'
import type { HistoryChunk } from './HistoryChunk.ts'
import { countBelow, dayOfKey, lineKey, minorAt } from './HistoryChunk.ts'

/** A line of an account: an entry, and what it did to this account. */
export interface HistoryLine {
  readonly entry: PostedEntry
  readonly minor: number
  /** The booked balance after it. Within a day lines stand as recorded; banks report balances per day. */
  readonly balanceMinor: number
}

/**
 * All lines of one account in order of booking date, those of a day as they were recorded, with running balances.
 * Rows count from 0, the oldest. Never changes.
 *
 * ```
 * chunks    ┌ 512 lines ┐┌ 512 lines ┐┌ … ┐      sums within a chunk start at 0, so a line that is
 * starts    0            512           1024       inserted copies one chunk and renumbers the tops
 * openings  0            the balance before each chunk
 * ```
 *
 * What a date asks for is found by bisecting the chunks and then the lines of one: O(log lines).
 */
export class AccountHistory {
  readonly length: number
  readonly chunks: readonly HistoryChunk[]
  /** The row at which each chunk begins. */
  readonly starts: Float64Array
  /** The balance before each chunk. */
  readonly openings: Float64Array
  /** The balance after the last line. */
  readonly closingMinor: number
  readonly #firstKeys: Float64Array

  constructor(chunks: readonly HistoryChunk[]) {
    this.chunks = chunks
    this.starts = new Float64Array(chunks.length)
    this.openings = new Float64Array(chunks.length)
    this.#firstKeys = new Float64Array(chunks.length)
    let lines = 0
    let minor = 0
    for (const [at, { keys, running }] of chunks.entries()) {
      this.starts[at] = lines
      this.openings[at] = minor
      this.#firstKeys[at] = keys[0] as number
      lines += keys.length
      minor += running[running.length - 1] as number
    }
    this.length = lines
    this.closingMinor = minor
  }

  /** The day of the oldest line; `undefined` where there is none. */
  get firstDay(): DayNumber | undefined {
    return this.length === 0 ? undefined : dayOfKey(this.#firstKeys[0] as number)
  }

  get lastDay(): DayNumber | undefined {
    const keys = this.chunks.at(-1)?.keys
    return keys && dayOfKey(keys[keys.length - 1] as number)
  }

  /**
   * The line at a row.
   *
   * @throws RangeError for a row that is not there
   */
  line(row: number): HistoryLine {
    if (!(row >= 0 && row < this.length))
      throw new RangeError(`Row ${row} is not in a history of ${this.length} lines.`)
    const at = countBelow(this.starts, row + 1) - 1
    const chunk = this.chunks[at] as HistoryChunk
    const inChunk = row - (this.starts[at] as number)
    return {
      entry: chunk.entries[inChunk] as PostedEntry,
      minor: minorAt(chunk, inChunk),
      balanceMinor: (this.openings[at] as number) + (chunk.running[inChunk] as number),
    }
  }

  /** How many lines are booked on `day` or before: they are the rows 0 to this, exclusive. */
  rowsUntil(day: DayNumber): number {
    return this.#rowsBelow(lineKey(day + 1, 0))
  }

  /** The booked balance at the end of `day`. */
  balanceOn(day: DayNumber): number {
    const rows = this.rowsUntil(day)
    return rows === 0 ? 0 : this.line(rows - 1).balanceMinor
  }

  /** Where an entry stands; `undefined` where this account has no part in it. */
  rowOf(entry: PostedEntry): number | undefined {
    const row = this.#rowsBelow(lineKey(dayNumber(entry.bookingDate), entry.ordinal))
    return row < this.length && this.line(row).entry.entryId === entry.entryId ? row : undefined
  }

  #rowsBelow(key: number): number {
    const at = countBelow(this.#firstKeys, key) - 1
    return at < 0 ? 0 : (this.starts[at] as number) + countBelow((this.chunks[at] as HistoryChunk).keys, key)
  }
}

/** The history of an account without entries. */
export const emptyHistory: AccountHistory = new AccountHistory([])

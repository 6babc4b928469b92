import type { DayNumber } from '../../../calendar/index.ts'
import type { Account, AccountHistory, HistoryLine } from '../../../ledger/index.ts'

/** A line of one account, in a list of several. */
export interface ListedLine extends HistoryLine {
  readonly account: Account
}

/** The lines of one account that take part in a list. */
export interface LineSource {
  readonly account: Account
  readonly history: AccountHistory
  /** The rows of the history that take part, ascending. All of them where it is left out. */
  readonly rows?: Uint32Array
}

/**
 * The lines of several accounts as one list, newest first, up to a day.
 *
 * Nothing is merged beforehand: a list is made anew in every frame while somebody drags through time, and only a
 * screenful of it is ever asked for. A place is found by bisecting the days, then within the one day:
 * O(accounts · log lines · log days) a line, whatever the length.
 *
 * ```
 * index     0 ───────────────────────────► length − 1
 * day       newest, ≤ until            oldest
 * ```
 */
export class LineList {
  readonly length: number
  readonly #sources: readonly LineSource[]
  readonly #firstDay: DayNumber
  readonly #lastDay: DayNumber
  /** Days that were asked for: neighbours mostly lie in one. Bounded, as a screen shows few days. */
  readonly #days = new Map<DayNumber, readonly ListedLine[]>()

  constructor(sources: readonly LineSource[], until?: DayNumber) {
    this.#sources = sources
    let first = Number.POSITIVE_INFINITY
    let last = Number.NEGATIVE_INFINITY
    for (const { history } of sources) {
      first = Math.min(first, history.firstDay ?? first)
      last = Math.max(last, history.lastDay ?? last)
    }
    this.#firstDay = first
    this.#lastDay = Math.min(last, until ?? last)
    this.length = first > this.#lastDay ? 0 : this.#countUntil(this.#lastDay)
  }

  /**
   * The line at a place, newest first.
   *
   * @throws RangeError for a place that is not in the list
   */
  at(index: number): ListedLine {
    if (!(index >= 0 && index < this.length)) {
      throw new RangeError(`Line ${index} is not in a list of ${this.length} lines.`)
    }
    const rank = this.length - 1 - index
    let low = this.#firstDay
    let high = this.#lastDay
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (this.#countUntil(middle) > rank) high = middle
      else low = middle + 1
    }
    return this.#linesOf(low)[rank - this.#countUntil(low - 1)] as ListedLine
  }

  /** How many lines are booked on `day` or before. */
  #countUntil(day: DayNumber): number {
    let count = 0
    for (const source of this.#sources) count += rowsUntil(source, day)
    return count
  }

  /** The lines of a day in the order in which they were recorded; of a transfer, what went out before what came in. */
  #linesOf(day: DayNumber): readonly ListedLine[] {
    const known = this.#days.get(day)
    if (known) return known
    const lines: ListedLine[] = []
    for (const source of this.#sources) {
      const end = rowsUntil(source, day)
      for (let row = rowsUntil(source, day - 1); row < end; row++) {
        const line = source.history.line(source.rows ? (source.rows[row] as number) : row)
        lines.push({ ...line, account: source.account })
      }
    }
    lines.sort((a, b) => a.entry.ordinal - b.entry.ordinal || a.minor - b.minor)
    if (this.#days.size >= daysKept) this.#days.clear()
    this.#days.set(day, lines)
    return lines
  }
}

const daysKept = 512

function rowsUntil({ history, rows }: LineSource, day: DayNumber): number {
  const until = history.rowsUntil(day)
  if (!rows) return until
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle] as number) < until) low = middle + 1
    else high = middle
  }
  return low
}

import { Offsets } from './Offsets.ts'

/** A row of a list: a record, or a run of records of one type that follow one another. */
export interface ListRow {
  /** Of its first record, and of its last. */
  readonly offset: number
  readonly end: number
  readonly count: number
}

/** Whether two records, the earlier one first, stand in one row. */
export type BelongTogether = (earlier: number, later: number) => boolean

/**
 * The rows of a list that is searched outward from a place: those before it and those from it on
 * grow by themselves.
 *
 * ```
 *   ◄── down  7  5  4 │ 9  10  12  up ──►       4 and 5, 9 and 10 may be one row
 * ```
 */
export class FoldedRows {
  readonly #together: BelongTogether
  readonly #up = new Half()
  readonly #down = new Half()

  constructor(together: BelongTogether) {
    this.#together = together
  }

  get length(): number {
    return this.#down.length + this.#up.length - (this.#isJoined ? 1 : 0)
  }

  /** Rows before the one at the place from which it is searched. */
  get before(): number {
    return this.#down.length - (this.#isJoined ? 1 : 0)
  }

  /** Adds the next record above. */
  pushUp(offset: number): void {
    const up = this.#up
    if (up.length > 0 && this.#together(up.end(up.length - 1), offset)) up.extendEnd(offset)
    else up.push(offset)
  }

  /** Adds the next record below. */
  pushDown(offset: number): void {
    const down = this.#down
    if (down.length > 0 && this.#together(offset, down.first(down.length - 1))) down.extendFirst(offset)
    else down.push(offset)
  }

  at(row: number): ListRow | undefined {
    if (row < 0 || row >= this.length) return undefined
    const downRows = this.#down.length
    if (this.#isJoined && row === downRows - 1) {
      const [down, up] = [this.#down.row(0), this.#up.row(0)]
      return { offset: down.offset, end: up.end, count: down.count + up.count }
    }
    if (row < downRows) return this.#down.row(downRows - 1 - row)
    return this.#up.row(row - this.before)
  }

  /** The row that holds an offset, or the next one after it; `length` where there is none. */
  rowFrom(offset: number): number {
    let [low, high] = [0, this.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#endOf(middle) < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  #endOf(row: number): number {
    const downRows = this.#down.length
    if (this.#isJoined && row === downRows - 1) return this.#up.end(0)
    return row < downRows ? this.#down.end(downRows - 1 - row) : this.#up.end(row - this.before)
  }

  /** The last row before the place and the first one after it are one run. */
  get #isJoined(): boolean {
    const [down, up] = [this.#down, this.#up]
    return down.length > 0 && up.length > 0 && this.#together(down.end(0), up.first(0))
  }
}

/** Rows in the order in which they were found. */
class Half {
  readonly #firsts = new Offsets()
  readonly #ends = new Offsets()
  readonly #counts = new Offsets()

  get length(): number {
    return this.#firsts.length
  }

  push(offset: number): void {
    this.#firsts.push(offset)
    this.#ends.push(offset)
    this.#counts.push(1)
  }

  extendEnd(offset: number): void {
    this.#ends.set(this.length - 1, offset)
    this.#counted()
  }

  extendFirst(offset: number): void {
    this.#firsts.set(this.length - 1, offset)
    this.#counted()
  }

  first(row: number): number {
    return this.#firsts.at(row)
  }

  end(row: number): number {
    return this.#ends.at(row)
  }

  row(row: number): ListRow {
    return { offset: this.#firsts.at(row), end: this.#ends.at(row), count: this.#counts.at(row) }
  }

  #counted(): void {
    this.#counts.set(this.length - 1, this.#counts.at(this.length - 1) + 1)
  }
}

import type { PostedEntry } from '../Entry.ts'
import type { HistoryChunk } from './HistoryChunk.ts'

/** Lines on their way into a history, as columns: a hundred thousand objects would cost more than sorting them. */
export class LineColumns {
  length = 0
  entries: PostedEntry[] = []
  #keys: Float64Array
  #minors: Float64Array
  #ascending = true

  constructor(capacity = 16) {
    this.#keys = new Float64Array(capacity)
    this.#minors = new Float64Array(capacity)
  }

  /** See `lineKey`. Valid up to `length`, until the next push. */
  get keys(): Float64Array {
    return this.#keys
  }

  get minors(): Float64Array {
    return this.#minors
  }

  push(key: number, minor: number, entry: PostedEntry): void {
    const at = this.length++
    if (at === this.#keys.length) this.#grow(at + 1)
    if (at > 0 && key < (this.#keys[at - 1] as number)) this.#ascending = false
    this.#keys[at] = key
    this.#minors[at] = minor
    this.entries.push(entry)
  }

  pushFrom(other: LineColumns, at: number): void {
    this.push(other.#keys[at] as number, other.#minors[at] as number, other.entries[at] as PostedEntry)
  }

  /** Appends lines of a chunk, whose keys must follow on those that are here. */
  copy({ keys, running, entries }: HistoryChunk, from: number, to: number): void {
    if (from === to) return
    const end = this.length + to - from
    if (end > this.#keys.length) this.#grow(end)
    this.#keys.set(keys.subarray(from, to), this.length)
    let before = from === 0 ? 0 : (running[from - 1] as number)
    for (let at = from; at < to; at++) {
      const sum = running[at] as number
      this.#minors[this.length + at - from] = sum - before
      before = sum
      this.entries.push(entries[at] as PostedEntry)
    }
    this.length = end
  }

  /** The lines by ascending key. Statements come nearly sorted, and for those it costs next to nothing. */
  sorted(): LineColumns {
    if (this.#ascending) return this
    const keys = this.#keys
    const order = Array.from({ length: this.length }, (_, at) => at)
    order.sort((a, b) => (keys[a] as number) - (keys[b] as number))
    const sorted = new LineColumns(this.length)
    for (const at of order) sorted.pushFrom(this, at)
    return sorted
  }

  #grow(needed: number): void {
    const capacity = Math.max(16, needed, this.#keys.length * 2)
    this.#keys = resized(this.#keys, capacity)
    this.#minors = resized(this.#minors, capacity)
  }
}

function resized(column: Float64Array, capacity: number): Float64Array {
  const larger = new Float64Array(capacity)
  larger.set(column)
  return larger
}

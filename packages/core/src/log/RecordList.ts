import type { PlacedRecord } from './LogRecord.ts'

/**
 * The records of a log in memory, by offset, from 0 without gaps.
 *
 * Records stand in chunks. A full chunk never changes, so a branch shares it with its
 * parent and copies only the one that is still being filled.
 */
export class RecordList {
  #chunks: (readonly PlacedRecord[])[] = []
  #open: PlacedRecord[] = []

  get length(): number {
    return this.#chunks.length * CHUNK_RECORDS + this.#open.length
  }

  /** The record at an offset; `undefined` where there is none. */
  at(offset: number): PlacedRecord | undefined {
    const chunk = Math.floor(offset / CHUNK_RECORDS)
    return (chunk === this.#chunks.length ? this.#open : this.#chunks[chunk])?.[offset % CHUNK_RECORDS]
  }

  /** Recorded time at an offset that exists. */
  timeAt(offset: number): number {
    return (this.at(offset) as PlacedRecord).time
  }

  push(record: PlacedRecord): void {
    this.#open.push(record)
    if (this.#open.length < CHUNK_RECORDS) return
    this.#chunks.push(this.#open)
    this.#open = []
  }

  /** The records up to `offset`, which may be −1. */
  upTo(offset: number): RecordList {
    const shared = new RecordList()
    const full = Math.floor((offset + 1) / CHUNK_RECORDS)
    shared.#chunks = this.#chunks.slice(0, full)
    shared.#open = (this.#chunks[full] ?? this.#open).slice(0, (offset + 1) % CHUNK_RECORDS)
    return shared
  }

  /** The newest record whose time is not later than `time`; −1 where all are later. */
  offsetAt(time: number): number {
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.timeAt(middle) <= time) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

const CHUNK_RECORDS = 1_024

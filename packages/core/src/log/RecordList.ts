import { storedSize } from '../codec/storedSize.ts'
import type { Work } from '../work/Work.ts'
import type { StoredReader } from './Chunk.ts'
import { Chunk, placedAt } from './Chunk.ts'
import type { ChunkOutline } from './ChunkOutline.ts'
import type { PlacedRecord } from './LogRecord.ts'
import { notLoaded } from './notLoaded.ts'
import { canPack, loadPacking } from './packing.ts'
import type { RecordId } from './RecordId.ts'
import { UnpackedChunks } from './UnpackedChunks.ts'

/** Places in a log, both of them included. */
export interface OffsetRange {
  readonly from: number
  readonly to: number
}

/** Consecutive records, the first of them at `from`. */
export interface RecordRun {
  readonly from: number
  readonly records: readonly PlacedRecord[]
}

export interface RangeOptions {
  /** From the last to the first. Default false. */
  readonly newestFirst?: boolean
}

/**
 * The records of a log in memory, by offset, from 0 without gaps.
 *
 * ```
 *   0             1,024        2,048        3,072          length
 *   │  dropped  │    packed   │   objects   │  being filled │
 * ```
 *
 * Records stand in chunks of 1,024, fewer where payloads are large, so that none takes long to
 * pack or to read. A full chunk never changes: a branch shares it with its parent, and copies only
 * the one that is still being filled. Old chunks are packed in moments in which there is nothing
 * else to do, and unpacked when they are read: a record that is read twice may be two objects, and
 * is the same by its `id`. Where a durable log has them, packed chunks may be dropped, and filled
 * again when they are wanted.
 */
export class RecordList {
  #chunks: Chunk[] = []
  /** The chunk that is being filled, and about how many bytes its payloads take. */
  #open: PlacedRecord[] = []
  #openBytes = 0
  #sampleIn = 1
  #unpacked = new UnpackedChunks()
  /** No chunk before this one waits to be packed. */
  #packedTo = 0
  /** Chunks that were filled again, from the one longest ago: what was asked for is dropped last. */
  readonly #filled = new Set<number>()

  get length(): number {
    return this.#openFrom + this.#open.length
  }

  /** The record at an offset; `undefined` where there is none, or where it is in the durable log only. */
  at(offset: number): PlacedRecord | undefined {
    const openFrom = this.#openFrom
    if (offset >= openFrom) return this.#open[offset - openFrom]
    const chunk = this.#chunks[this.#numberOf(offset)]
    return chunk && this.#unpacked.of(chunk)?.[offset - chunk.from]
  }

  /**
   * An offset and the records from there on, that at the asked offset among them: the cheapest
   * way to walk many. `undefined` as with {@link at}.
   */
  around(offset: number): RecordRun | undefined {
    const openFrom = this.#openFrom
    if (offset >= openFrom) return offset < this.length ? { from: openFrom, records: this.#open } : undefined
    const chunk = this.#chunks[this.#numberOf(offset)]
    const records = chunk && this.#unpacked.of(chunk)
    return records && { from: chunk.from, records }
  }

  /**
   * The records from one offset to another, both included: none where `to` comes before `from`.
   *
   * @throws PlayheadError `timeline/not-loaded` at the first that is in the durable log only
   */
  *range(from: number, to: number, options: RangeOptions = {}): Generator<PlacedRecord, void> {
    for (const { chunk, base, first, last, step } of this.#pieces(from, to, options)) {
      const records = chunk ? this.#unpacked.of(chunk) : this.#open
      if (!records) throw notLoaded(from, to)
      for (let offset = first; offset !== last + step; offset += step) yield records[offset - base] as PlacedRecord
    }
  }

  /**
   * Offsets of the records of some types from one offset to another, both included. Makes no
   * payloads, and passes over chunks without those types.
   *
   * @throws PlayheadError `timeline/not-loaded` at the first of them that is in the durable log only
   */
  *offsetsOf(
    types: Pick<ReadonlySet<string>, 'has'>,
    from: number,
    to: number,
    options: RangeOptions = {},
  ): Generator<number, void> {
    for (const { chunk, base, first, last, step } of this.#pieces(from, to, options)) {
      if (chunk && !chunk.types.some((type) => types.has(type))) continue
      const open = this.#open
      const typeAt = chunk ? this.#unpacked.typesOf(chunk) : (at: number) => open[at]?.type
      if (!typeAt) throw notLoaded(from, to)
      for (let offset = first; offset !== last + step; offset += step)
        if (types.has(typeAt(offset - base) as string)) yield offset
    }
  }

  /** The offset of a record by its id; −1 where no record in memory has it. The newest are looked at first. */
  offsetOf(id: RecordId): number {
    const open = this.#open.findLastIndex((record) => record.id === id)
    if (open >= 0) return this.#openFrom + open
    for (let number = this.#chunks.length - 1; number >= 0; number--) {
      const chunk = this.#chunks[number] as Chunk
      const at = this.#unpacked.placeOf(chunk, id)
      if (at >= 0) return chunk.from + at
    }
    return -1
  }

  /** Recorded time at an offset that exists. Known of every record, whether or not it is in memory. */
  timeAt(offset: number): number {
    const openFrom = this.#openFrom
    if (offset >= openFrom) return (this.#open[offset - openFrom] as PlacedRecord).time
    const chunk = this.#chunks[this.#numberOf(offset)] as Chunk
    return offset === chunk.from ? chunk.firstTime : this.#unpacked.timesOf(chunk)(offset - chunk.from)
  }

  /** The newest record whose time is not later than `time`; −1 where all are later. */
  offsetAt(time: number): number {
    const [chunks, open] = [this.#chunks, this.#open]
    if (open[0] && open[0].time <= time)
      return this.#openFrom - 1 + countWhere(open.length, (at) => (open[at] as PlacedRecord).time <= time)
    const chunk = chunks[countWhere(chunks.length, (number) => (chunks[number] as Chunk).firstTime <= time) - 1]
    if (!chunk) return -1
    const timeAt = this.#unpacked.timesOf(chunk)
    return chunk.from - 1 + countWhere(chunk.to - chunk.from + 1, (at) => timeAt(at) <= time)
  }

  /** Adds the next record. Packs one chunk where too many wait because there was never an idle moment. */
  push(record: PlacedRecord): void {
    this.#open.push(record)
    if (--this.#sampleIn === 0) this.#sample(record)
    if (this.#open.length < CHUNK_RECORDS_MAX && this.#openBytes < CHUNK_BYTES_MAX) return
    this.#closeChunk()
    if (this.#chunks.length - this.#packedTo > WAITING_CHUNKS_MAX) this.packNext()
  }

  /** Adds records that were packed elsewhere, as they are. They follow those that are here. */
  pushPacked(packed: Uint8Array, stored: StoredReader): void {
    const chunk = Chunk.ofPacked(packed, stored)
    if (chunk.from !== this.length) throw new RangeError(`it begins at offset ${chunk.from} and not at ${this.length}`)
    this.#pushChunk(chunk)
  }

  /** Adds records that are in the durable log only. They follow those that are here. */
  pushOutline(outline: ChunkOutline): void {
    if (outline.from !== this.length)
      throw new RangeError(`its records begin at offset ${outline.from} and not at ${this.length}`)
    this.#pushChunk(Chunk.ofOutline(outline))
  }

  #pushChunk(chunk: Chunk): void {
    if (this.#open.length > 0) this.#closeChunk()
    if (this.#packedTo === this.#chunks.length) this.#packedTo++
    this.#chunks.push(chunk)
  }

  /** The full chunks before an offset, and what is open there, from a chunk on: what `pushOutline` takes. */
  *outlines(first: number, to: number): Generator<ChunkOutline, void> {
    for (let number = first; number < this.#chunks.length; number++) {
      const chunk = this.#chunks[number] as Chunk
      if (chunk.from > to) return
      yield chunk.outlineTo(to)
    }
    const from = this.#openFrom
    const open = this.#open.slice(0, to - from + 1)
    if (to >= from && open.length > 0) yield Chunk.of(open, from).outlineTo(to)
  }

  /**
   * All records as packed segments, one after the other: what `pushPacked` takes.
   *
   * @throws PlayheadError `timeline/not-loaded` at the first that are in the durable log only
   * @throws PlayheadError `codec/not-storable`
   */
  *segments(): Generator<Uint8Array, void> {
    const open = this.#open.length > 0 ? [Chunk.of(this.#open, this.#openFrom)] : []
    for (const chunk of [...this.#chunks, ...open]) {
      const packed = chunk.segment()
      if (!packed) throw notLoaded(chunk.from, chunk.to)
      yield packed
    }
  }

  /** How many full chunks end at or before an offset. */
  chunksUpTo(offset: number): number {
    return countWhere(this.#chunks.length, (number) => (this.#chunks[number] as Chunk).to <= offset)
  }

  /**
   * Adds records of another list, from one offset to another, at the next offsets here. Packed chunks
   * are shared and cost nothing; of others the records are copied. Their times must fit.
   */
  *taking(list: RecordList, from: number, to: number): Work<void> {
    for (const { chunk, base, first, last } of list.#pieces(from, to)) {
      const whole = chunk && first === chunk.from && last === chunk.to ? chunk.movedTo(this.length) : undefined
      if (whole) {
        if (this.#open.length > 0) this.#closeChunk()
        this.#chunks.push(whole)
      } else {
        const records = chunk ? list.#unpacked.of(chunk) : list.#open
        if (!records) throw notLoaded(from, to)
        for (let offset = first; offset <= last; offset++)
          this.push(placedAt(records[offset - base] as PlacedRecord, this.length))
      }
      yield last - first + 1
    }
  }

  /** The records up to `offset`, which may be −1. */
  upTo(offset: number): RecordList {
    const shared = new RecordList()
    const full = countWhere(this.#chunks.length, (number) => (this.#chunks[number] as Chunk).to <= offset)
    shared.#chunks = this.#chunks.slice(0, full)
    shared.#unpacked = this.#unpacked
    shared.#packedTo = Math.min(this.#packedTo, full)
    const from = shared.#openFrom
    if (from <= offset) {
      const shares = this.around(from)
      if (!shares) throw notLoaded(from, offset)
      shared.#open = shares.records.slice(0, offset - from + 1)
    }
    return shared
  }

  /**
   * Packs the oldest chunk that waits for it, in about 0.7 ms for small payloads; the newest chunks
   * stay objects. False where there is nothing to pack. For idle moments.
   */
  packNext(): boolean {
    if (!canPack()) {
      // It comes in a moment; until then they stay as they are.
      if (this.waits) loadPacking().catch(() => {})
      return false
    }
    const end = this.#chunks.length - NEWEST_CHUNKS
    for (; this.#packedTo < end; this.#packedTo++) {
      const chunk = this.#chunks[this.#packedTo] as Chunk
      if (!chunk.waits) continue
      chunk.pack()
      this.#packedTo++
      return true
    }
    return false
  }

  /** Whether there may be something to pack. Costs nothing: to be asked after each dispatch. */
  get waits(): boolean {
    return this.#packedTo < this.#chunks.length - NEWEST_CHUNKS
  }

  /** All that waits to be packed, a chunk at a time. */
  *packing(): Work<void> {
    while (this.packNext()) {
      const { from, to } = this.#chunks[this.#packedTo - 1] as Chunk
      yield to - from + 1
    }
  }

  /** Bytes of all records here, those of packed ones exactly, of others estimated. Costs O(chunks). */
  get bytes(): number {
    let bytes = this.#open.length * (this.#chunks.at(-1)?.recordBytes ?? RECORD_BYTES)
    for (const chunk of this.#chunks) bytes += this.#unpacked.bytesOf(chunk)
    return bytes
  }

  /** How many records are not in the durable log only. Costs O(chunks). */
  get inMemory(): number {
    let records = this.length
    for (const { form, from, to } of this.#chunks) if (form === 'dropped') records -= to - from + 1
    return records
  }

  /** Whether all records from one offset to another, both included, are in memory. */
  has(from: number, to: number): boolean {
    return this.missing(from, to).length === 0
  }

  /** Which of the records from one offset to another are in the durable log only, in whole chunks. */
  missing(from: number, to: number): readonly OffsetRange[] {
    const missing: OffsetRange[] = []
    for (const { chunk } of this.#pieces(from, to)) {
      if (chunk?.form !== 'dropped') continue
      const before = missing.at(-1)
      if (before?.to === chunk.from - 1) missing[missing.length - 1] = { from: before.from, to: chunk.to }
      else missing.push({ from: chunk.from, to: chunk.to })
    }
    return missing
  }

  /**
   * Drops the packed chunk that was least wanted: the oldest, those that were filled again last.
   * Its times stay. Never a record beyond `durable`, the last offset of which the log has said that
   * it survives a crash. False where there is nothing to drop.
   */
  dropNext(durable: number): boolean {
    const mayGo = (number: number) => {
      const chunk = this.#chunks[number]
      return chunk?.form === 'packed' && chunk.to <= durable
    }
    let next = this.#chunks.findIndex((_, number) => !this.#filled.has(number) && mayGo(number))
    if (next < 0) next = [...this.#filled].find(mayGo) ?? -1
    const dropped = this.#chunks[next]?.dropped()
    if (!dropped) return false
    // This list alone: a branch that shares the chunk has no durable log to ask.
    this.#chunks[next] = dropped
    this.#filled.delete(next)
    return true
  }

  /** Gives back records that were dropped: consecutive ones. Those of chunks that are not whole, or not missing, are left. */
  fill(records: readonly PlacedRecord[]): void {
    const base = records[0]?.offset ?? 0
    for (const { chunk } of this.#pieces(base, base + records.length - 1)) {
      if (chunk?.form !== 'dropped' || chunk.from < base || chunk.to >= base + records.length) continue
      const number = this.#numberOf(chunk.from)
      this.#chunks[number] = Chunk.of(records.slice(chunk.from - base, chunk.to - base + 1), chunk.from)
      this.#filled.add(number)
      this.#packedTo = Math.min(this.#packedTo, number)
    }
  }

  #closeChunk(): void {
    this.#chunks.push(Chunk.of(this.#open, this.#openFrom))
    this.#open = []
    this.#openBytes = 0
  }

  /** Offset of the first record of the chunk that is being filled. */
  get #openFrom(): number {
    return (this.#chunks[this.#chunks.length - 1]?.to ?? -1) + 1
  }

  /** Which chunk holds an offset; −1 for one before the first. */
  #numberOf(offset: number): number {
    return countWhere(this.#chunks.length, (number) => (this.#chunks[number] as Chunk).from <= offset) - 1
  }

  /** Measures one small payload in sixteen, and every large one. */
  #sample({ payload }: PlacedRecord): void {
    const bytes = storedSize(payload)
    this.#sampleIn = bytes < LARGE_BYTES ? SAMPLED_EVERY : 1
    this.#openBytes += bytes * this.#sampleIn
  }

  /** What a walk over offsets means in each chunk; offsets without a record are left out. */
  *#pieces(from: number, to: number, { newestFirst = false }: RangeOptions = {}): Generator<Piece, void> {
    const [low, high] = [Math.max(from, 0), Math.min(to, this.length - 1)]
    if (low > high) return
    const openFrom = this.#openFrom
    const lowest = low >= openFrom ? this.#chunks.length : this.#numberOf(low)
    const highest = high >= openFrom ? this.#chunks.length : this.#numberOf(high)
    for (let n = lowest; n <= highest; n++) {
      const chunk = this.#chunks[newestFirst ? highest + lowest - n : n]
      const oldest = Math.max(low, chunk?.from ?? openFrom)
      const newest = Math.min(high, chunk?.to ?? high)
      const base = chunk?.from ?? openFrom
      if (newestFirst) yield { chunk, base, first: newest, last: oldest, step: -1 }
      else yield { chunk, base, first: oldest, last: newest, step: 1 }
    }
  }
}

/** Records of a full chunk. */
const CHUNK_RECORDS_MAX = 1_024
/** Stored size of a chunk's payloads, about, at which it is full with fewer records. */
const CHUNK_BYTES_MAX = 524_288
/** Full chunks that stay objects: what was just dispatched is read most. */
const NEWEST_CHUNKS = 2
/** Chunks that may wait to be packed before one is packed in the way of a dispatch. */
const WAITING_CHUNKS_MAX = 16
/** Of a record, until there is a full chunk to estimate by. */
const RECORD_BYTES = 250
const SAMPLED_EVERY = 16
/** A payload from which on the next one is measured, too. */
const LARGE_BYTES = 4_096

interface Piece {
  /** None for the chunk that is being filled. */
  readonly chunk: Chunk | undefined
  /** Offset of its first record. */
  readonly base: number
  /** Offsets, both included; `first` is where the walk begins. */
  readonly first: number
  readonly last: number
  readonly step: 1 | -1
}

/** How many of so many things, in whose order those come first for which `holds`. */
function countWhere(count: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}

import { storedSize } from '../codec/storedSize.ts'
import type { ChunkOutline } from './ChunkOutline.ts'
import type { PlacedRecord } from './LogRecord.ts'
import { asOffset } from './Offset.ts'
import { canPack, packing } from './packing.ts'

type Content =
  | { readonly form: 'objects'; readonly records: readonly PlacedRecord[]; readonly refused: boolean }
  | { readonly form: 'packed'; readonly packed: Uint8Array; readonly stored?: StoredReader | undefined }
  | { readonly form: 'dropped'; readonly times: Uint8Array }

/** How this program reads what an earlier one has packed. */
export interface StoredReader {
  /** Records in the shape of today. */
  upToDate(records: readonly PlacedRecord[]): readonly PlacedRecord[]
  /** What an action is called today. */
  typeOf(name: string): string
}

type ChunkFacts = Pick<Chunk, 'from' | 'to' | 'firstTime' | 'types' | 'recordBytes'>

/**
 * Consecutive records that never change, in one of three forms: as objects, packed, or left to
 * the durable log, with their times alone. Branches share chunks, so what one of them packs is
 * packed for all.
 */
export class Chunk {
  /** Offsets of the first and the last record. */
  readonly from: number
  readonly to: number
  /** Recorded time of the first record. */
  readonly firstTime: number
  /** The different types of the records. */
  readonly types: readonly string[]
  /** What a record takes as an object, estimated. */
  readonly recordBytes: number
  #content: Content

  private constructor(content: Content, { from, to, firstTime, types, recordBytes }: ChunkFacts) {
    this.#content = content
    this.from = from
    this.to = to
    this.firstTime = firstTime
    this.types = types
    this.recordBytes = recordBytes
  }

  /** A chunk of these records, the first of them at `from`. Nobody writes to the array any more. */
  static of(records: readonly PlacedRecord[], from: number): Chunk {
    return new Chunk(
      { form: 'objects', records, refused: false },
      {
        from,
        to: from + records.length - 1,
        firstTime: (records[0] as PlacedRecord).time,
        types: [...new Set(records.map(({ type }) => type))],
        recordBytes: estimatedBytes(records),
      },
    )
  }

  /**
   * A chunk of records that were packed elsewhere.
   *
   * @throws PlayheadError `log/segment-corrupt`, `log/segment-version`
   */
  static ofPacked(packed: Uint8Array, stored: StoredReader): Chunk {
    const { offset, count, times, names, types } = packing().readHead(packed)
    return new Chunk(
      { form: 'packed', packed, stored },
      {
        from: offset,
        to: offset + count - 1,
        firstTime: times[0] as number,
        types: [...new Set(types)].map((type) => stored.typeOf(names[type] as string)),
        recordBytes: RECORD_BYTES,
      },
    )
  }

  /** A chunk of which no more is known than this: the records are in the durable log. */
  static ofOutline({ times, ...facts }: ChunkOutline): Chunk {
    return new Chunk({ form: 'dropped', times }, { ...facts, firstTime: packing().readTimes(times)[0] as number })
  }

  get form(): Content['form'] {
    return this.#content.form
  }

  /** Bytes that it holds: exact where it is packed or dropped, else estimated. */
  get bytes(): number {
    const content = this.#content
    if (content.form === 'objects') return this.recordBytes * content.records.length
    return content.form === 'packed' ? content.packed.byteLength : content.times.byteLength
  }

  /** Whether it could be packed and is not. */
  get waits(): boolean {
    return this.#content.form === 'objects' && !this.#content.refused
  }

  /** The records where they are objects. */
  get records(): readonly PlacedRecord[] | undefined {
    return this.#content.form === 'objects' ? this.#content.records : undefined
  }

  /** The bytes where it is packed. */
  get packed(): Uint8Array | undefined {
    return this.#content.form === 'packed' ? this.#content.packed : undefined
  }

  /** Recorded times, without the records. */
  times(): readonly number[] {
    const content = this.#content
    if (content.form === 'objects') return content.records.map(({ time }) => time)
    return packing().readTimes(content.form === 'packed' ? content.packed : content.times)
  }

  /** New objects of the packed records. */
  unpack(): readonly PlacedRecord[] | undefined {
    if (this.#content.form !== 'packed') return undefined
    const { packed, stored } = this.#content
    const unpacked = packing().unpackSegment(packed)
    const records = stored ? stored.upToDate(unpacked) : unpacked
    return records[0]?.offset === this.from ? records : records.map((record, at) => placedAt(record, this.from + at))
  }

  /** What a type is called today that the bytes call so. */
  typeOf(name: string): string {
    const content = this.#content
    return content.form === 'packed' && content.stored ? content.stored.typeOf(name) : name
  }

  /** What there is to know of the records up to `to` without having them. */
  outlineTo(to: number): ChunkOutline {
    const { from, types, recordBytes } = this
    const content = this.#content
    if (to >= this.to && content.form !== 'objects') {
      const times = content.form === 'packed' ? packing().timesOnly(content.packed) : content.times
      return { from, to: this.to, types, recordBytes, times }
    }
    const end = Math.min(to, this.to)
    return {
      from,
      to: end,
      types,
      recordBytes,
      times: packing().packTimes(from, this.times().slice(0, end - from + 1)),
    }
  }

  /**
   * The records as bytes that `ofPacked` takes; `undefined` where they are not in memory.
   *
   * @throws PlayheadError `codec/not-storable`
   */
  segment(): Uint8Array | undefined {
    const { packed, records } = this
    // A branch with a changed past has them at other offsets.
    if (packed && packing().readHead(packed).offset === this.from) return packed
    const all = records ?? this.unpack()
    return all && packing().packSegment(all)
  }

  /** The same records at other offsets, in a branch with a changed past: the bytes are shared. `undefined` where they are not packed. */
  movedTo(from: number): Chunk | undefined {
    if (this.#content.form !== 'packed') return undefined
    const { firstTime, types, recordBytes } = this
    return new Chunk(this.#content, { from, to: from + this.to - this.from, firstTime, types, recordBytes })
  }

  /**
   * Packs the records, if they are objects. Those that cannot be packed stay as they are: a log
   * of one's own may hold what no codec knows, and that is no reason to stop a store.
   */
  pack(): void {
    if (this.#content.form !== 'objects' || this.#content.refused || !canPack()) return
    const { records } = this.#content
    try {
      this.#content = { form: 'packed', packed: packing().packSegment(records) }
    } catch {
      this.#content = { form: 'objects', records, refused: true }
    }
  }

  /** A chunk that knows when its records were recorded, and not what they are; `undefined` where it is not packed. */
  dropped(): Chunk | undefined {
    if (this.#content.form !== 'packed') return undefined
    const times = packing().timesOnly(this.#content.packed)
    return new Chunk({ form: 'dropped', times }, this)
  }
}

/** A record at another offset. */
export const placedAt = (record: PlacedRecord, offset: number): PlacedRecord => ({
  ...record,
  offset: asOffset(offset),
})

/** Of a record, by a few of them: walking all of them would cost as much as packing them. */
function estimatedBytes(records: readonly PlacedRecord[]): number {
  const step = Math.ceil(records.length / SAMPLE_RECORDS)
  let [bytes, sampled] = [0, 0]
  for (let at = 0; at < records.length; at += step, sampled++)
    bytes += RECORD_BYTES + 2 * storedSize((records[at] as PlacedRecord).payload)
  return Math.round(bytes / sampled)
}

const SAMPLE_RECORDS = 16
/** An object with its id, as V8 keeps it in Node. Payloads were seen to take about twice what they take as text. */
const RECORD_BYTES = 200

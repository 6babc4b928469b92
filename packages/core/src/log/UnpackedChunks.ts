import { protect } from '../data/deepFreeze.ts'
import type { Chunk } from './Chunk.ts'
import type { PlacedRecord } from './LogRecord.ts'
import { packing } from './packing.ts'

/**
 * What was read last of packed chunks, so that a replay of neighbouring records unpacks none of
 * them twice. Shared by a list and its branches.
 */
export class UnpackedChunks {
  /**
   * Slots that are written over, and no `Map`: one whose entries come and go leaves a chain of
   * tables that keep what was in them alive until the next full collection, and each small one
   * took 40 ms.
   */
  readonly #slots: Slot[] = []
  #newest: Slot | undefined
  #reads = 0
  #times: { readonly chunk: Chunk; readonly times: readonly number[] } | undefined

  /** The records of a chunk, wherever they are; `undefined` where it was dropped. */
  of(chunk: Chunk): readonly PlacedRecord[] | undefined {
    if (chunk.records) return chunk.records
    if (this.#newest?.chunk === chunk) return this.#newest.records
    const slot = this.#slotOf(chunk) ?? this.#fill(chunk)
    if (!slot) return undefined
    slot.read = ++this.#reads
    this.#newest = slot
    return slot.records
  }

  /** Recorded times by place in the chunk. Unpacks no records. */
  timesOf(chunk: Chunk): (at: number) => number {
    const records = this.#peek(chunk)
    if (records) return (at) => (records[at] as PlacedRecord).time
    if (this.#times?.chunk !== chunk) this.#times = { chunk, times: chunk.times() }
    const { times } = this.#times
    return (at) => times[at] as number
  }

  /** Types by place in the chunk. Unpacks no payloads; `undefined` where the chunk was dropped. */
  typesOf(chunk: Chunk): ((at: number) => string | undefined) | undefined {
    const records = this.#peek(chunk)
    if (records) return (at) => records[at]?.type
    const head = headOf(chunk)
    if (!head) return undefined
    const names = head.names.map((name) => chunk.typeOf(name))
    return (at) => names[head.types[at] as number]
  }

  /** The place in the chunk of the record with an id; −1 where it is not there. Unpacks no payloads. */
  placeOf(chunk: Chunk, id: string): number {
    const records = this.#peek(chunk)
    if (records) return records.findIndex((record) => record.id === id)
    const ids = headOf(chunk)?.ids
    if (!ids) return -1
    const wanted = packing().splitIds([id])
    const [client, sequence] = [wanted.clients[0], wanted.sequences[0]]
    return ids.sequences.findIndex((each, at) => each === sequence && ids.clients[at] === client)
  }

  /** Bytes of a chunk, and of its records where they are objects as well. */
  bytesOf(chunk: Chunk): number {
    return chunk.bytes + (this.#slotOf(chunk) ? chunk.recordBytes * (chunk.to - chunk.from + 1) : 0)
  }

  #peek(chunk: Chunk): readonly PlacedRecord[] | undefined {
    return chunk.records ?? this.#slotOf(chunk)?.records
  }

  #slotOf(chunk: Chunk): Slot | undefined {
    for (const slot of this.#slots) if (slot.chunk === chunk) return slot
    return undefined
  }

  /** Unpacks a chunk, in the place of the one that was read longest ago. */
  #fill(chunk: Chunk): Slot | undefined {
    const records = unpacked(chunk)
    if (!records) return undefined
    const free: Slot = { chunk, records, read: 0 }
    if (this.#slots.length < UNPACKED_CHUNKS_MAX) {
      this.#slots.push(free)
      return free
    }
    const oldest = this.#slots.reduce((a, b) => (a.read < b.read ? a : b))
    return Object.assign(oldest, free)
  }
}

interface Slot {
  chunk: Chunk
  records: readonly PlacedRecord[]
  /** Which of all reads was the last of this one. */
  read: number
}

/** Packed chunks whose records are kept as objects as well. */
const UNPACKED_CHUNKS_MAX = 4

const headOf = (chunk: Chunk) => chunk.packed && packing().readHead(chunk.packed)

function unpacked(chunk: Chunk): readonly PlacedRecord[] | undefined {
  const records = chunk.unpack()
  // As at their dispatch: a reducer that writes to a payload is found in a replay, too.
  for (const { payload } of records ?? []) protect(payload)
  return records
}

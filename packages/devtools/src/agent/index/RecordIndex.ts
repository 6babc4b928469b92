import type { LogRecord } from '@playhead/core'
import type { RecordSource } from '@playhead/core/inspect'
import { Names } from './Names.ts'
import { Places } from './Places.ts'
import { splitId } from './splitId.ts'

/**
 * What is known of each record without its payload, in about 30 bytes: enough to count and to find
 * records in a log of a million without unpacking it again.
 *
 * It is filled block by block, whichever is wanted first: by somebody who asks for a range, and for
 * the rest in the background.
 *
 * ```
 *   ██████████░░░░░░░░░░░░██████████████░░░░░░████   blocks of 1,024 records
 * ```
 */
export class RecordIndex {
  readonly #source: RecordSource
  readonly types = new Names()
  readonly effects = new Names()
  readonly clients = new Names()
  #columns = columnsOf(BLOCK_RECORDS)
  /** Records of each block that are known, from its first. */
  #filled = new Uint16Array(1)
  #known = 0
  readonly #places: (Places | undefined)[] = []
  readonly #failed = new Set<string>()

  constructor(source: RecordSource) {
    this.#source = source
  }

  get head(): number {
    return this.#source.head
  }

  /** Records that are known. */
  get known(): number {
    return this.#known
  }

  /** Whether all of a block is known, as far as the log goes. */
  has(block: number): boolean {
    return (this.#filled[block] ?? 0) >= Math.min(BLOCK_RECORDS, this.head + 1 - block * BLOCK_RECORDS)
  }

  /**
   * Reads a block, in about a millisecond. Gives the offset at which it had to stop, where that record is on
   * the disk alone; `undefined` where it is done.
   */
  fill(block: number): number | undefined {
    const begin = block * BLOCK_RECORDS
    const end = Math.min(begin + BLOCK_RECORDS, this.head + 1)
    this.#grow(end)
    for (let offset = begin + (this.#filled[block] ?? 0); offset < end; ) {
      const run = this.#source.around(offset)
      if (!run) return offset
      const last = Math.min(end, run.from + run.records.length)
      for (; offset < last; offset++) this.#add(offset, run.records[offset - run.from] as LogRecord)
      this.#known += last - begin - (this.#filled[block] ?? 0)
      this.#filled[block] = last - begin
    }
    return undefined
  }

  /** A record's type, as a number of `types`. */
  typeAt(offset: number): number {
    return this.#columns.types[offset] as number
  }

  timeAt(offset: number): number {
    return this.#columns.times[offset] as number
  }

  /** The effect that sent it, as a number of `effects`; 0 for none. */
  effectAt(offset: number): number {
    return this.#columns.effects[offset] as number
  }

  runAt(offset: number): number {
    return this.#columns.runs[offset] as number
  }

  /** The client part of its id, as a number of `clients`. */
  clientAt(offset: number): number {
    return this.#columns.clients[offset] as number
  }

  idAt(offset: number): string {
    return idOf(this.clients.textOf(this.clientAt(offset)), this.#columns.sequences[offset] as number)
  }

  /** Whether its cause is the record of an id. */
  isCausedBy(offset: number, cause: CauseId): boolean {
    return (
      this.#columns.causeSequences[offset] === cause.sequence && this.#columns.causeClients[offset] === cause.client
    )
  }

  causeAt(offset: number): string | undefined {
    const client = this.#columns.causeClients[offset] as number
    if (client === 0) return undefined
    return idOf(this.clients.textOf(client), this.#columns.causeSequences[offset] as number)
  }

  /** An id as `isCausedBy` takes it; `undefined` where no known record has anything of the kind. */
  causeId(id: string): CauseId | undefined {
    const { client, sequence } = splitId(id)
    const number = this.clients.numberOf(client)
    return number === undefined ? undefined : { client: number, sequence }
  }

  /** Where the record of an id stands; −1 where it is not known. */
  offsetOf(id: string): number {
    const { client, sequence } = splitId(id)
    return this.#places[this.clients.numberOf(client) ?? -1]?.get(sequence) ?? -1
  }

  isFailed(offset: number): boolean {
    return this.#columns.failed[offset] === 1
  }

  /** Something went wrong with a record. */
  fail(id: string): void {
    this.#failed.add(id)
    const offset = this.offsetOf(id)
    if (offset >= 0) this.#columns.failed[offset] = 1
  }

  #add(offset: number, record: LogRecord): void {
    const { types, times, effects, runs, clients, sequences, causeClients, causeSequences, failed } = this.#columns
    const { client, sequence } = splitId(record.id)
    const clientNumber = this.clients.place(client)
    types[offset] = this.types.place(record.type)
    times[offset] = record.time
    clients[offset] = clientNumber
    sequences[offset] = sequence
    let places = this.#places[clientNumber]
    if (!places) {
      places = new Places()
      this.#places[clientNumber] = places
    }
    places.set(sequence, offset)
    if (record.effect) {
      effects[offset] = this.effects.place(record.effect.name)
      runs[offset] = record.effect.run
    }
    if (record.causedBy !== undefined) {
      const cause = splitId(record.causedBy)
      causeClients[offset] = this.clients.place(cause.client)
      causeSequences[offset] = cause.sequence
    }
    if (this.#failed.size > 0 && this.#failed.has(record.id)) failed[offset] = 1
  }

  #grow(length: number): void {
    if (length <= this.#columns.times.length) return
    const capacity = Math.ceil((length * GROWTH) / BLOCK_RECORDS) * BLOCK_RECORDS
    const grown = columnsOf(capacity)
    for (const name of Object.keys(grown) as (keyof Columns)[]) grown[name].set(this.#columns[name])
    this.#columns = grown
    const filled = new Uint16Array(capacity / BLOCK_RECORDS)
    filled.set(this.#filled)
    this.#filled = filled
  }
}

/** The id of a cause, in numbers. */
export interface CauseId {
  readonly client: number
  readonly sequence: number
}

/** Records of a block: as many as core keeps in a chunk. */
export const BLOCK_RECORDS = 1_024
const GROWTH = 1.25

const idOf = (client = '', sequence: number): string => (sequence < 0 ? client : `${client}.${sequence}`)

type Columns = ReturnType<typeof columnsOf>

const columnsOf = (capacity: number) => ({
  types: new Uint16Array(capacity),
  times: new Float64Array(capacity),
  effects: new Uint16Array(capacity),
  runs: new Int32Array(capacity),
  clients: new Uint16Array(capacity),
  sequences: new Float64Array(capacity),
  causeClients: new Uint16Array(capacity),
  causeSequences: new Float64Array(capacity),
  failed: new Uint8Array(capacity),
})

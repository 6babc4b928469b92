import type { ByteReader } from './ByteReader.ts'
import type { ByteWriter } from './ByteWriter.ts'
import { readInts, writeInts } from './ints.ts'
import type { TextTable } from './texts.ts'

/** `<client>.<sequence>` in its parts; an id that is not made so is all client, and its sequence −1. */
export interface IdParts {
  readonly clients: readonly string[]
  readonly sequences: readonly number[]
}

export function splitIds(ids: readonly string[]): IdParts {
  const clients = new Array<string>(ids.length)
  const sequences = new Array<number>(ids.length)
  let last = ''
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] as string
    const dot = dotOf(id)
    // Most ids of a segment have one client: it is kept as one string, not as a thousand equal ones.
    if (last.length !== dot || !id.startsWith(last)) last = id.slice(0, dot)
    clients[at] = last
    sequences[at] = dot === id.length ? -1 : Number(id.slice(dot + 1))
  }
  return { clients, sequences }
}

/** Where the dot before a sequence stands; the length of an id without one. */
function dotOf(id: string): number {
  let dot = id.length - 1
  while (dot >= 0 && isDigit(id.charCodeAt(dot))) dot--
  const digits = id.length - 1 - dot
  const counts = dot >= 0 && digits > 0 && digits <= DIGITS_MAX && id.charCodeAt(dot) === DOT
  const zeros = digits > 1 && id.charCodeAt(dot + 1) === ZERO
  return counts && !zeros ? dot : id.length
}

/** The ids again. The part that neighbours share is joined once: each id is then one string less. */
export function joinIds({ clients, sequences }: IdParts): string[] {
  const ids = new Array<string>(clients.length)
  let [client, beginning] = ['', '.']
  for (let at = 0; at < ids.length; at++) {
    const sequence = sequences[at] as number
    if (clients[at] !== client) {
      client = clients[at] as string
      beginning = `${client}.`
    }
    ids[at] = sequence < 0 ? client : beginning + sequence
  }
  return ids
}

/** Ids as columns of clients and sequences; where `from` is given, sequences as distances back from those. */
export function writeIds(out: ByteWriter, names: TextTable, parts: IdParts, from?: readonly number[]): void {
  writeInts(
    out,
    parts.clients.map((client) => names.place(client)),
  )
  writeInts(out, from ? parts.sequences.map((sequence, at) => (from[at] as number) - sequence) : parts.sequences)
}

export function readIds(
  reader: ByteReader,
  names: readonly string[],
  { count, from }: { readonly count: number; readonly from?: readonly number[] },
): IdParts {
  const clients = readInts(reader, count).map((place) => {
    const client = names[place]
    if (client === undefined) throw reader.corrupt(`there is no name ${place}`)
    return client
  })
  const sequences = readInts(reader, count)
  return { clients, sequences: from ? sequences.map((back, at) => (from[at] as number) - back) : sequences }
}

const isDigit = (unit: number): boolean => unit >= ZERO && unit <= 57
const ZERO = 48
const DOT = 46
/** So many digits are always a whole number that a column takes exactly. */
const DIGITS_MAX = 15

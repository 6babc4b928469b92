import { PlayheadError } from '../error/PlayheadError.ts'
import { ByteReader } from './ByteReader.ts'
import { ByteWriter } from './ByteWriter.ts'
import { readInts } from './ints.ts'
import { readNumbers, writeNumbers } from './numbers.ts'
import type { IdParts } from './recordIds.ts'
import { readIds } from './recordIds.ts'
import { CHECKED_FROM, SEGMENT_MARK, SEGMENT_RECORDS_MAX, SEGMENT_VERSION } from './segmentFormat.ts'
import { readTexts } from './texts.ts'

/** What a segment says of its records without unpacking them. */
export interface SegmentHead {
  /** Offset of the first record. */
  readonly offset: number
  readonly count: number
  /** Of each record, in milliseconds since 1970. */
  readonly times: readonly number[]
  /** Types, and other names. */
  readonly names: readonly string[]
  /** Of each record: where its type stands in `names`. */
  readonly types: readonly number[]
  readonly ids: IdParts
}

/** The recorded times of a segment's records. Reads no payload. */
export function readTimes(bytes: Uint8Array): readonly number[] {
  const from = new ByteReader(bytes)
  const { count } = readHeader(from)
  return readNumbers(from, count)
}

/** The part of a segment that `readTimes` needs. */
export function timesOnly(bytes: Uint8Array): Uint8Array {
  const from = new ByteReader(bytes)
  readNumbers(from, readHeader(from).count)
  return bytes.slice(0, from.at)
}

/** What `timesOnly` gives of a segment of records that are not packed. */
export function packTimes(offset: number, times: readonly number[]): Uint8Array {
  const out = new ByteWriter()
  for (const byte of SEGMENT_MARK) out.byte(byte)
  out.uint32(0)
  out.varint(times.length)
  out.varint(offset)
  writeNumbers(out, times)
  return out.written().slice()
}

/** Times, types and ids of a segment's records, about ten times as fast as unpacking them. */
export function readHead(bytes: Uint8Array, from = new ByteReader(bytes)): SegmentHead {
  const { offset, count } = readHeader(from)
  const times = readNumbers(from, count)
  const names = readTexts(from)
  const types = readInts(from, count)
  for (const type of types) if (names[type] === undefined) throw from.corrupt(`there is no name ${type}`)
  return { offset, count, times, names, types, ids: readIds(from, names, { count }) }
}

function readHeader(from: ByteReader): { readonly offset: number; readonly count: number } {
  const mark = SEGMENT_MARK.map(() => from.byte())
  const version = mark.pop() as number
  if (mark.some((byte, at) => byte !== SEGMENT_MARK[at]) || version === 0)
    throw from.corrupt('it does not begin like one')
  if (version !== SEGMENT_VERSION) throw unknownVersion(version)
  from.at = CHECKED_FROM
  const count = from.varint()
  if (count === 0 || count > SEGMENT_RECORDS_MAX) throw from.corrupt(`it is said to hold ${count} records`)
  const offset = from.varint()
  from.end()
  return { offset, count }
}

const unknownVersion = (version: number) =>
  new PlayheadError({
    code: 'log/segment-version',
    message: `Cannot read a segment of the log: it is written in form ${version}, and this program knows form ${SEGMENT_VERSION}. Load the newer program; the segment stays as it is.`,
  })

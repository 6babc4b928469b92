import type { ChunkOutline } from '../log/ChunkOutline.ts'
import { ByteReader } from '../pack/ByteReader.ts'
import { ByteWriter } from '../pack/ByteWriter.ts'
import { readTexts, TextTable } from '../pack/texts.ts'

/**
 * Outlines of consecutive chunks as bytes: when their records were recorded and of which types
 * they are, in about two bytes a record.
 *
 * ```
 *   'P' 'H' 'O', byte    what this is, and the version of the form
 *   varint, varint       chunks; offset of the first record
 *   texts                types
 *   for each: varint records; varint types, varints, places of their names; varint bytes of a record;
 *             varint bytes of times, the bytes
 * ```
 */
export function packOutlines(outlines: readonly ChunkOutline[]): Uint8Array {
  const names = new TextTable()
  const body = new ByteWriter()
  for (const { from, to, types, recordBytes, times } of outlines) {
    body.varint(to - from + 1)
    body.varint(types.length)
    for (const type of types) body.varint(names.place(type))
    body.varint(recordBytes)
    body.varint(times.length)
    body.bytes(times)
  }
  const head = new ByteWriter()
  for (const byte of OUTLINES_MARK) head.byte(byte)
  head.varint(outlines.length)
  head.varint(outlines[0]?.from ?? 0)
  names.write(head)
  head.bytes(body.written())
  return head.written().slice()
}

/** @throws PlayheadError `log/segment-corrupt` */
export function unpackOutlines(bytes: Uint8Array): readonly ChunkOutline[] {
  const reader = new ByteReader(bytes)
  for (const byte of OUTLINES_MARK) if (reader.byte() !== byte) throw reader.corrupt('it does not begin like outlines')
  const count = reader.count()
  let from = reader.varint()
  const names = readTexts(reader)
  const outlines = Array.from({ length: count }, (): ChunkOutline => {
    const first = from
    from += reader.varint()
    const types = Array.from({ length: reader.count() }, () => {
      const name = names[reader.varint()]
      if (name === undefined) throw reader.corrupt('a type has no name')
      return name
    })
    const recordBytes = reader.varint()
    const length = reader.count()
    const times = bytes.slice(reader.at, reader.at + length)
    reader.at += length
    if (from === first) throw reader.corrupt('a chunk has no records')
    return { from: first, to: from - 1, types, recordBytes, times }
  })
  reader.end()
  if (reader.left > 0) throw reader.corrupt(`${reader.left} bytes are left over`)
  return outlines
}

const OUTLINES_MARK: readonly number[] = [0x50, 0x48, 0x4f, 1]

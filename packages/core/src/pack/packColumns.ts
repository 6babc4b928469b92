import { ByteReader } from './ByteReader.ts'
import { ByteWriter } from './ByteWriter.ts'
import { ColumnReader } from './ColumnReader.ts'
import { ColumnWriter } from './ColumnWriter.ts'
import { readTexts } from './texts.ts'

/**
 * Columns of values as bytes, for `unpackColumns`: what a packed segment does for records, for
 * anything else that the codec can store. Exact, and the same columns have the same bytes.
 *
 * ```
 *   'P' 'H' 'C', byte   what this is, and the version of the form
 *   varint              columns
 *   texts, texts        names of fields, all other strings
 *   for each column: varint, how many values; then they, as in `segmentFormat.ts`
 * ```
 *
 * @throws PlayheadError `codec/not-storable` where a value cannot be stored
 */
export function packColumns(columns: readonly (readonly unknown[])[]): Uint8Array<ArrayBuffer> {
  const body = new ColumnWriter()
  for (const values of columns) {
    body.out.varint(values.length)
    body.column(values)
  }
  const head = new ByteWriter()
  for (const byte of COLUMNS_MARK) head.byte(byte)
  head.varint(columns.length)
  body.names.write(head)
  body.texts.write(head)
  head.bytes(body.out.written())
  return head.written().slice() as Uint8Array<ArrayBuffer>
}

/**
 * The columns that `packColumns` wrote. The bytes may come from anywhere: they are checked, and
 * bounded in what they unfold to.
 *
 * @throws PlayheadError `log/segment-corrupt`
 */
export function unpackColumns(bytes: Uint8Array): readonly (readonly unknown[])[] {
  const from = new ByteReader(bytes)
  for (const byte of COLUMNS_MARK) if (from.byte() !== byte) throw from.corrupt('it does not begin like columns')
  const count = from.count()
  const body = new ColumnReader(from, readTexts(from), readTexts(from))
  const columns = Array.from({ length: count }, () => body.column(from.varint()))
  from.end()
  if (from.left > 0) throw from.corrupt(`${from.left} bytes are left over`)
  return columns
}

const COLUMNS_MARK: readonly number[] = [0x50, 0x48, 0x43, 1]

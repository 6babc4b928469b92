import type { PlacedRecord } from '../log/LogRecord.ts'
import { ByteWriter } from './ByteWriter.ts'
import { COLUMN_VALUES_MAX, ColumnWriter } from './ColumnWriter.ts'
import { checksum } from './checksum.ts'
import { writeInts } from './ints.ts'
import { writeNumbers } from './numbers.ts'
import { splitIds, writeIds } from './recordIds.ts'
import { columnsOf, fieldsOf, shapesOf } from './Shapes.ts'
import { CHECKED_FROM, HEAD_FIELDS, SEGMENT_MARK, SEGMENT_RECORDS_MAX } from './segmentFormat.ts'
import { TEXT_UNITS_MAX } from './texts.ts'

/**
 * Consecutive records as bytes, for `unpackSegment`; `segmentFormat.ts` has the form. Exact for
 * all that the codec can store: what comes back is the same value, with its fields in order.
 *
 * Costs O(records), about 0.7 us each for small payloads, and cannot be interrupted.
 *
 * @param records 1 … 1,024 of them, with offsets that follow one another
 * @throws PlayheadError `codec/not-storable` where a record holds what cannot be stored
 * @throws RangeError for no records or too many, a gap in the offsets, or more than 2²⁷ units of text
 */
export function packSegment(records: readonly PlacedRecord[]): Uint8Array<ArrayBuffer> {
  const first = checked(records)
  const body = new ColumnWriter()
  const { names, texts } = body
  const types = records.map(({ type }) => names.place(type))
  const ids = splitIds(records.map(({ id }) => id))

  const shapes = shapesOf(records, records.length)
  if (!shapes || fieldsOf(shapes.shapes).length * records.length > COLUMN_VALUES_MAX)
    throw new RangeError(`Records have more fields than the ${COLUMN_VALUES_MAX} values of a segment.`)
  body.shapes(shapes)
  for (const [field, values] of columnsOf(records, shapes)) {
    if (HEAD_FIELDS.includes(field)) continue
    const having = shapes.shapes.length === 1 ? undefined : placesWith(records, field)
    if (field === 'payload') eachType(of(types, having), values, (payloads) => body.column(payloads))
    else if (field === 'causedBy') writeCauses(body, values, of(ids.sequences, having))
    else body.column(values)
  }

  const head = new ByteWriter()
  for (const byte of SEGMENT_MARK) head.byte(byte)
  head.uint32(0)
  head.varint(records.length)
  head.varint(first)
  writeNumbers(
    head,
    records.map(({ time }) => time),
  )
  const heads = new ByteWriter()
  writeInts(heads, types)
  writeIds(heads, names, ids)
  names.write(head)
  head.bytes(heads.written())
  if (names.units + texts.units > TEXT_UNITS_MAX)
    throw new RangeError(`${names.units + texts.units} units of text are more than a segment takes.`)
  texts.write(head)
  head.bytes(body.out.written())
  const packed = head.written().slice() as Uint8Array<ArrayBuffer>
  new DataView(packed.buffer).setUint32(CHECKED_FROM - 4, checksum(packed, CHECKED_FROM), true)
  return packed
}

/** The first offset of records that can be packed. */
function checked(records: readonly PlacedRecord[]): number {
  const [first] = records
  if (!first || records.length > SEGMENT_RECORDS_MAX)
    throw new RangeError(`A segment has 1 to ${SEGMENT_RECORDS_MAX} records, not ${records.length}.`)
  for (let at = 0; at < records.length; at++) {
    const { offset } = records[at] as PlacedRecord
    if (offset !== first.offset + at)
      throw new RangeError(`Offset ${offset} stands where ${first.offset + at} belongs: a segment has no gaps.`)
  }
  return first.offset
}

/** Which of the records have a field. */
const placesWith = (records: readonly object[], field: string): readonly number[] =>
  records.flatMap((record, at) => (Object.hasOwn(record, field) ? [at] : []))

const of = (values: readonly number[], places: readonly number[] | undefined): readonly number[] =>
  places ? places.map((at) => values[at] as number) : values

/** Hands out values by type, types in order of first appearance. */
function eachType(
  types: readonly number[],
  values: readonly unknown[],
  write: (values: readonly unknown[]) => void,
): void {
  const byType = new Map<number, unknown[]>()
  for (let at = 0; at < values.length; at++) {
    const type = types[at] as number
    const known = byType.get(type)
    if (known) known.push(values[at])
    else byType.set(type, [values[at]])
  }
  for (const payloads of byType.values()) write(payloads)
}

function writeCauses(body: ColumnWriter, values: readonly unknown[], own: readonly number[]): void {
  const areIds = values.every((value): value is string => typeof value === 'string')
  body.out.byte(areIds ? 1 : 0)
  if (areIds) writeIds(body.out, body.names, splitIds(values as readonly string[]), own)
  else body.column(values)
}

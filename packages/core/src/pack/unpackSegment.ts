import type { PlacedRecord } from '../log/LogRecord.ts'
import { asOffset } from '../log/Offset.ts'
import type { RecordId } from '../log/RecordId.ts'
import { ByteReader } from './ByteReader.ts'
import { ColumnReader, fieldLengths } from './ColumnReader.ts'
import { checksum } from './checksum.ts'
import type { SegmentHead } from './readHead.ts'
import { readHead } from './readHead.ts'
import { joinIds, readIds } from './recordIds.ts'
import type { Shapes } from './Shapes.ts'
import { objectsOf } from './Shapes.ts'
import { segmentCorrupt } from './segmentCorrupt.ts'
import { CHECKED_FROM, HEAD_FIELDS } from './segmentFormat.ts'
import { readTexts } from './texts.ts'

/**
 * The records that `packSegment` made these bytes of. The bytes may come from anywhere: they
 * are checked, and bounded in what they can unfold to.
 *
 * Costs about 0.2 us a record for small payloads.
 *
 * @throws PlayheadError `log/segment-corrupt`, `log/segment-version`
 */
export function unpackSegment(bytes: Uint8Array): readonly PlacedRecord[] {
  const from = new ByteReader(bytes)
  const head = readHead(bytes, from)
  if (checksum(bytes, CHECKED_FROM) !== new ByteReader(bytes, CHECKED_FROM - 4).uint32())
    throw segmentCorrupt(`the checksum of the segment from offset ${head.offset} does not fit its bytes`)
  const body = new ColumnReader(from, head.names, readTexts(from))
  const shapes = body.shapes(head.count)
  const lengths = fieldLengths(shapes)
  for (const field of HEAD_FIELDS) if (lengths.get(field) !== head.count) throw from.corrupt(`a record has no ${field}`)
  const columns = new Map<string, readonly unknown[]>()
  for (const [field, count] of lengths)
    if (!HEAD_FIELDS.includes(field)) columns.set(field, readField(body, field, { head, shapes, count }))
  from.end()
  if (from.left > 0) throw from.corrupt(`${from.left} bytes are left over`)
  const [only = []] = shapes.shapes
  if (shapes.shapes.length === 1 && only.join() === BARE_FIELDS) return bareRecords(head, columns)
  return objectsOf<PlacedRecord>(shapes, withHead(columns, head))
}

/** Most records have no other fields, in this order: see `log/place.ts`. */
const BARE_FIELDS = 'offset,id,type,version,payload,time'

/** The same as `objectsOf`, written out: three times as fast, and of one hidden class with records just placed. */
function bareRecords(head: SegmentHead, columns: ReadonlyMap<string, readonly unknown[]>): readonly PlacedRecord[] {
  const { names, types, times } = head
  const ids = joinIds(head.ids)
  const versions = columns.get('version') as readonly number[]
  const payloads = columns.get('payload') as readonly unknown[]
  const records = new Array<PlacedRecord>(head.count)
  for (let at = 0; at < records.length; at++) {
    records[at] = {
      offset: asOffset(head.offset + at),
      id: ids[at] as RecordId,
      type: names[types[at] as number] as string,
      version: versions[at] as number,
      payload: payloads[at],
      time: times[at] as number,
    }
  }
  return records
}

interface Having {
  readonly head: SegmentHead
  readonly shapes: Shapes
  /** How many records have the field. */
  readonly count: number
}

function readField(body: ColumnReader, field: string, { head, shapes, count }: Having): readonly unknown[] {
  if (field === 'payload') return readPayloads(body, having(head.types, field, shapes))
  if (field !== 'causedBy' || body.from.byte() !== 1) return body.column(count)
  return readCauses(body, head.names, having(head.ids.sequences, field, shapes))
}

/** All columns: those of the head are the same in every record. */
function withHead(columns: ReadonlyMap<string, readonly unknown[]>, head: SegmentHead) {
  return new Map<string, readonly unknown[]>([
    ...columns,
    ['offset', head.times.map((_, at) => head.offset + at)],
    ['time', head.times],
    ['type', head.types.map((type) => head.names[type])],
    ['id', joinIds(head.ids)],
  ])
}

/** The values of those records that have a field. */
function having(values: readonly number[], field: string, { shapes, tags }: Shapes): readonly number[] {
  const has = shapes.map((keys) => keys.includes(field))
  return has.includes(false) ? values.filter((_, at) => has[tags[at] as number]) : values
}

function readPayloads(body: ColumnReader, types: readonly number[]): readonly unknown[] {
  const counts: number[] = []
  const order: number[] = []
  for (const type of types) {
    if (counts[type] === undefined) order.push(type)
    counts[type] = (counts[type] ?? 0) + 1
  }
  const columns: (readonly unknown[])[] = []
  for (const type of order) columns[type] = body.column(counts[type] as number)
  const next: number[] = []
  for (const type of order) next[type] = 0
  const payloads = new Array<unknown>(types.length)
  for (let at = 0; at < payloads.length; at++) {
    const type = types[at] as number
    const place = next[type] as number
    next[type] = place + 1
    payloads[at] = (columns[type] as readonly unknown[])[place]
  }
  return payloads
}

function readCauses(body: ColumnReader, names: readonly string[], from: readonly number[]): readonly string[] {
  return joinIds(readIds(body.from, names, { count: from.length, from }))
}

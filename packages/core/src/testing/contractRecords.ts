import type { EventLog } from '../log/EventLog.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import { recordId } from '../log/RecordId.ts'
import { RecordingReader } from './RecordingReader.ts'

/** 0 … count − 1 */
export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n)

/** The n-th record of a test. */
export const happened = (n: number, fields: Partial<LogRecord> = {}): LogRecord => ({
  id: recordId('contract', n),
  type: 'contract/happened',
  version: 1,
  payload: { n },
  time: 1_700_000_000_000 + n,
  ...fields,
})

/** A record with every field. */
export const full = (n: number): LogRecord =>
  happened(n, {
    version: 3,
    actor: 'ann',
    causedBy: recordId('elsewhere', 7),
    effect: { name: 'load', run: 2 },
    group: 'import 1',
    rest: { meta: { tags: ['a', 'b'] } },
  })

/** A payload of every kind of value that JSON would lose. */
export const everyKind = () => ({
  date: new Date('2026-01-02T03:04:05.678Z'),
  map: new Map<unknown, unknown>([
    ['a', new Date(0)],
    [2, new Set([1n, 'x'])],
  ]),
  set: new Set([new Date(1)]),
  big: -(2n ** 80n),
  bytes: new Uint8Array([0, 127, 255]),
  floats: new Float64Array([-0, Number.NaN, 1e300]),
  nested: { list: [undefined, null, '', 0, false] },
})

/** Opens a log, and closes it whatever happens. */
export async function withLog(
  makeLog: () => EventLog,
  use: (log: EventLog, reader: RecordingReader, stored: readonly PlacedRecord[]) => Promise<void>,
): Promise<void> {
  const log = makeLog()
  const reader = new RecordingReader()
  const stored = await log.open(reader)
  try {
    await use(log, reader, stored)
  } finally {
    await log.close()
  }
}

/** Appends records 0, 1, 2 … in batches of these sizes: some in one task, some after the log has answered. */
export async function appendInBatches(log: EventLog, sizes: readonly number[]): Promise<void> {
  let next = 0
  for (const [batch, size] of sizes.entries()) {
    log.append(upTo(size).map(() => happened(next++)))
    if (batch % 2 === 1) await log.flush()
  }
  await log.flush()
}

import type { EventLog } from '../log/EventLog.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { recordId } from '../log/RecordId.ts'
import { checkpointContract } from './checkpointContract.ts'
import { appendInBatches, happened, upTo, withLog } from './contractRecords.ts'
import type { EventLogSubject } from './EventLogSubject.ts'
import { RecordingReader } from './RecordingReader.ts'
import type { TestFunctions } from './TestFunctions.ts'

/** The part of the contract for logs that survive the page. */
export function durableLogContract(
  test: TestFunctions,
  { newStorage, breakWrites, reads, checkpoints }: EventLogSubject,
): void {
  const { it, expect } = test
  if (checkpoints) checkpointContract(test, newStorage)

  it('[LOG-12] hands over what was placed, in its order, when it is opened again', async () => {
    const makeLog = newStorage()
    const first = new RecordingReader()
    const log = makeLog()
    await log.open(first)
    await appendInBatches(log, [2, 1, 30])
    await log.close()
    await withLog(makeLog, async (_, __, stored) => {
      expect(stored).toEqual(first.placedRecords)
      expect(stored.length).toEqual(33)
    })
  })

  it('[LOG-13] goes on behind the last record when it is opened again, never with an earlier time', async () => {
    const makeLog = newStorage()
    await withLog(makeLog, async (log) => log.append([happened(0, { time: 500 }), happened(1, { time: 600 })]))
    await withLog(makeLog, async (log, reader) => {
      log.append([happened(2, { time: 550 })])
      await log.flush()
      expect(reader.placedRecords).toEqual([{ ...happened(2, { time: 600 }), offset: 2 }])
    })
  })

  it('[LOG-14] stores what is left when it is closed', async () => {
    const makeLog = newStorage()
    await withLog(makeLog, async (log) => {
      log.append([happened(0)])
      log.append([happened(1)])
    })
    await withLog(makeLog, async (_, __, stored) => {
      expect(stored.map((record) => record.id)).toEqual(ids(2))
    })
  })

  it('[LOG-15] calls records durable only after it has placed them, ever further, up to the last', () =>
    withLog(newStorage(), async (log, reader) => {
      await appendInBatches(log, [1, 2, 3, 4])
      const told = reader.durableCalls.map(({ upTo }) => upTo)
      expect(reader.durableCalls.filter(({ upTo, head }) => upTo > head)).toEqual([])
      expect(told).toEqual([...new Set(told)].sort((a, b) => a - b))
      expect(told.at(-1)).toEqual(9)
    }))

  if (reads) {
    it('[LOG-18] reads any part of what it has stored, in this life and in the next', async () => {
      const makeLog = newStorage()
      const readsParts = async (log: EventLog, all: readonly PlacedRecord[]) => {
        for (const [from, to] of [
          [0, 32],
          [0, 0],
          [1, 2],
          [2, 5],
          [31, 40],
          [32, 32],
          [33, 50],
          [7, 6],
        ] as const)
          expect(await log.read?.(from, to)).toEqual(all.slice(from, to + 1))
      }
      await withLog(makeLog, async (log, reader) => {
        await appendInBatches(log, [2, 1, 30])
        await readsParts(log, reader.placedRecords)
      })
      await withLog(makeLog, async (log, reader, stored) => {
        await readsParts(log, stored)
        log.append([happened(33)])
        await log.flush()
        expect(await log.read?.(32, 33)).toEqual([stored[32], reader.placedRecords[0]])
      })
    })
  }

  if (!breakWrites) return

  it('[LOG-16] does not throw from append when it cannot store: it tells its reader, and the flush rejects', () =>
    withLog(newStorage(), async (log, reader) => {
      const mend = breakWrites()
      log.append([happened(0)])
      const rejected = await log.flush().then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      mend()
      expect(reader.errors.length > 0).toEqual(true)
      expect(rejected).toEqual(reader.errors.at(-1))
      expect(reader.placedRecords).toEqual([])
    }))

  it('[LOG-17] keeps what it could not store, and places it before later records once it can', async () => {
    const makeLog = newStorage()
    await withLog(makeLog, async (log, reader) => {
      const mend = breakWrites()
      log.append([happened(0), happened(1)])
      await log.flush().catch(() => {})
      mend()
      log.append([happened(2)])
      await log.flush()
      expect(reader.ids).toEqual(ids(3))
      expect(reader.offsets).toEqual([0, 1, 2])
    })
    await withLog(makeLog, async (_, __, stored) => {
      expect(stored.map((record) => record.id)).toEqual(ids(3))
    })
  })
}

const ids = (count: number): readonly string[] => upTo(count).map((n) => recordId('contract', n))

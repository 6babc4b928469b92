import { recordId } from '../log/RecordId.ts'
import { appendInBatches, everyKind, full, happened, upTo, withLog } from './contractRecords.ts'
import { durableLogContract } from './durableLogContract.ts'
import type { EventLogSubject } from './EventLogSubject.ts'
import { RecordingReader } from './RecordingReader.ts'
import type { TestFunctions } from './TestFunctions.ts'

/**
 * What every event log promises, as tests: one suite for the memory log, the one in
 * IndexedDB and those to come. Rules LOG-1 … LOG-18 and LOG-20, LOG-21 of SPEC.md.
 *
 * ```ts
 * eventLogContract({ describe, it, expect }, { durable: false, newStorage: () => () => memoryLog() })
 * ```
 */
export function eventLogContract(test: TestFunctions, subject: EventLogSubject): void {
  const { describe, it, expect } = test
  describe('event log contract', () => {
    it('[LOG-1] opens empty, and gives the first record offset 0', () =>
      withLog(subject.newStorage(), async (log, reader, stored) => {
        log.append([happened(0)])
        await log.flush()
        expect(stored).toEqual([])
        expect(reader.offsets).toEqual([0])
      }))

    it('[LOG-2] gives offsets without gaps, however the records are batched', () =>
      withLog(subject.newStorage(), async (log, reader) => {
        await appendInBatches(log, BATCHES)
        expect(reader.offsets).toEqual(upTo(TOTAL))
      }))

    it('[LOG-3] keeps the order of the appends, and places each record once', () =>
      withLog(subject.newStorage(), async (log, reader) => {
        await appendInBatches(log, BATCHES)
        expect(reader.ids).toEqual(upTo(TOTAL).map((n) => recordId('contract', n)))
      }))

    it('[LOG-4] raises a time that goes back to the one before it', () =>
      withLog(subject.newStorage(), async (log, reader) => {
        log.append([happened(0, { time: 500 }), happened(1, { time: 400 })])
        await log.flush()
        log.append([happened(2, { time: 450 }), happened(3, { time: 501 })])
        await log.flush()
        expect(reader.placedRecords.map((record) => record.time)).toEqual([500, 500, 500, 501])
      }))

    it('[LOG-5] changes nothing else in a record, and leaves the appended one as it was', () =>
      withLog(subject.newStorage(), async (log, reader) => {
        const appended = full(0)
        log.append([appended])
        await log.flush()
        expect(reader.placedRecords).toEqual([{ ...full(0), offset: 0 }])
        expect(appended).toEqual(full(0))
      }))

    it('[LOG-6] keeps Date, Map, Set, bigint and typed arrays', () =>
      withLog(subject.newStorage(), async (log, reader) => {
        log.append([happened(0, { payload: everyKind() })])
        await log.flush()
        expect(reader.placedRecords[0]?.payload).toEqual(everyKind())
      }))

    it('[LOG-7] tells its reader nothing while it is being opened', async () => {
      const log = subject.newStorage()()
      const reader = new RecordingReader()
      await log.open(reader)
      expect([reader.placedRecords, reader.durableCalls, reader.errors]).toEqual([[], [], []])
      await log.close()
    })

    it('[LOG-8] resolves a flush once all that was appended has its offset, at once where nothing was', () =>
      withLog(subject.newStorage(), async (log, reader) => {
        await log.flush()
        log.append([happened(0)])
        log.append([happened(1)])
        await log.flush()
        expect(reader.offsets).toEqual([0, 1])
      }))

    it('[LOG-9] takes an append of no records for nothing', () =>
      withLog(subject.newStorage(), async (log, reader) => {
        log.append([])
        await log.flush()
        expect(reader.placedRecords).toEqual([])
        log.append([happened(0)])
        await log.flush()
        expect(reader.offsets).toEqual([0])
      }))

    it('[LOG-10] places what its reader appends while it is being told of others after those', () =>
      withLog(subject.newStorage(), async (log, reader) => {
        reader.whenPlaced = ([first]) => {
          if (first?.offset === 0) log.append([happened(2)])
        }
        log.append([happened(0), happened(1)])
        await log.flush()
        await log.flush()
        expect(reader.ids).toEqual([0, 1, 2].map((n) => recordId('contract', n)))
        expect(reader.offsets).toEqual([0, 1, 2])
      }))

    it('[LOG-11] says of itself whether it is durable, and tells of durable records only if it is', () =>
      withLog(subject.newStorage(), async (log, reader) => {
        await appendInBatches(log, BATCHES)
        expect(log.durable).toEqual(subject.durable)
        expect(reader.durableCalls.at(-1)?.upTo).toEqual(subject.durable ? TOTAL - 1 : undefined)
      }))

    if (subject.durable) durableLogContract(test, subject)
  })
}

const BATCHES: readonly number[] = [1, 3, 0, 1, 40, 2]
const TOTAL = 47

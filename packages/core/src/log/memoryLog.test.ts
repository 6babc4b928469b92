import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { happened } from '../testing/contractRecords.ts'
import { eventLogContract } from '../testing/eventLogContract.ts'
import { RecordingReader } from '../testing/RecordingReader.ts'
import { memoryLog } from './memoryLog.ts'
import { asOffset } from './Offset.ts'

describe('memoryLog', () => {
  eventLogContract({ describe, it, expect }, { durable: false, newStorage: () => () => memoryLog() })

  it('[LOG-2] places any records in any batches as it places them in one', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1_000 }), { maxLength: 30 })
    fc.assert(
      fc.property(fc.array(times, { maxLength: 10 }), (batches) => {
        const whole = new RecordingReader()
        const split = new RecordingReader()
        const appendWhole = opened(whole)
        const appendSplit = opened(split)
        let n = 0
        const records = batches.map((batch) => batch.map((time) => happened(n++, { time })))
        for (const batch of records) appendSplit(batch)
        appendWhole(records.flat())
        expect(split.placedRecords).toEqual(whole.placedRecords)
        expect(split.offsets).toEqual(records.flat().map((_, offset) => offset))
        expect(split.placedRecords.every(({ time }, i, all) => time >= (all[i - 1]?.time ?? 0))).toBe(true)
      }),
    )
  })

  it('hands over the records that it was given, and goes on behind them', () => {
    const records = [0, 1].map((n) => ({ ...happened(n, { time: 900 + n }), offset: asOffset(n) }))
    const log = memoryLog({ name: 'sample', records })
    const reader = new RecordingReader()
    expect(log.name).toBe('sample')
    expect(log.open(reader)).toEqual(records)
    log.append([happened(2, { time: 5 })])
    expect(reader.placedRecords).toEqual([{ ...happened(2, { time: 901 }), offset: 2 }])
  })

  it('[LOG-19] refuses to be opened again once records were appended: nobody but its first store has them', () => {
    const log = memoryLog({ name: 'sample' })
    void log.open(new RecordingReader())
    void log.open(new RecordingReader())
    log.append([])
    void log.open(new RecordingReader())
    log.append([happened(0), happened(1)])
    expect(() => log.open(new RecordingReader())).toThrow(
      'Cannot open log "sample" a second time: 2 records were appended to it, and a memory log leaves them to the store that opened it first. Give each store a memoryLog() of its own. (log/in-use)',
    )
  })

  it('[LOG-19] hands its first records to each who opens it before anything is appended', () => {
    const records = [{ ...happened(0), offset: asOffset(0) }]
    const log = memoryLog({ records })
    const readers = [new RecordingReader(), new RecordingReader()]
    expect(readers.map((reader) => log.open(reader))).toEqual([records, records])
    log.append([happened(1)])
    expect(readers.map(({ offsets }) => offsets)).toEqual([[1], [1]])
  })

  it('answers at once: a record is placed when append returns', () => {
    const reader = new RecordingReader()
    opened(reader)([happened(0)])
    expect(reader.offsets).toEqual([0])
  })

  it('tells nobody anything once it is closed', async () => {
    const log = memoryLog()
    const reader = new RecordingReader()
    await log.open(reader)
    await log.close()
    log.append([happened(0)])
    expect(reader.placedRecords).toEqual([])
  })
})

function opened(reader: RecordingReader) {
  const log = memoryLog()
  void log.open(reader)
  return (records: Parameters<typeof log.append>[0]) => log.append(records)
}

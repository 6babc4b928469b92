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

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateHash } from '../codec/stateHash.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { countingMeter } from '../work/countingMeter.ts'
import { finish } from '../work/finish.ts'
import type { Meter } from '../work/Meter.ts'
import type { Fold } from './Fold.ts'
import type { FoldedLogOptions } from './FoldedLog.ts'
import { FoldedLog } from './FoldedLog.ts'
import { anyStockAction, counted, manyPuts, recordsOf, stockFold } from './stock.fixtures.ts'

/** A log to which records came one by one, as from dispatches. */
function dispatched(fold: Fold, records: readonly PlacedRecord[], options: Partial<FoldedLogOptions>): FoldedLog {
  const log = new FoldedLog(fold, options)
  let state = fold.initial
  for (const record of records) {
    state = fold.step(state, record)
    log.push([record], [state])
  }
  return log
}

const offsetsOf = (log: FoldedLog) => log.checkpoints.map(({ offset }) => offset)
const gapsOf = (log: FoldedLog) => offsetsOf(log).map((offset, i, all) => offset - (all[i - 1] ?? -1))

describe('checkpoints', () => {
  it('[CHK-1] change no state, whatever the meter says, the memory allows, and is asked in whatever order', () => {
    const anyOptions = fc.record({
      meter: fc.oneof(
        fc.double({ min: 0, max: 20, noNaN: true }).map(countingMeter),
        fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 1, maxLength: 7 }).map(fitfulMeter),
      ),
      seekBudgetMs: fc.constantFrom(0.5, 8, 1_000),
      memoryBytesMax: fc.constantFrom(0, 20_000, 100_000, 10_000_000),
    })
    const anyAsk = fc.record({ ask: fc.nat(), how: fc.constantFrom('jump', 'back', 'forward', 'ahead', 'pack') })
    fc.assert(
      fc.property(
        fc.array(anyStockAction, { maxLength: 300 }),
        anyOptions,
        fc.boolean(),
        fc.array(anyAsk, { maxLength: 30 }),
        (actions, options, live, asked) => {
          const fold = stockFold()
          const records = recordsOf(actions)
          const log = live ? dispatched(fold, records, options) : new FoldedLog(fold, options)
          if (!live) log.pushFolding(records)
          const states = [fold.initial]
          for (const record of records) states.push(fold.step(states.at(-1) as typeof fold.initial, record))
          let offset = log.head
          for (const { ask, how } of asked) {
            const ahead = how === 'ahead' ? log.replayAhead() : undefined
            if (ahead) finish(ahead)
            if (how === 'pack') log.records.packNext()
            if (how === 'jump') offset = (ask % (records.length + 1)) - 1
            else offset = Math.max(-1, Math.min(log.head, offset + (how === 'forward' ? 1 : -1)))
            expect(stateHash(log.stateAt(offset))).toBe(stateHash(states[offset + 1]))
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('[CHK-2] stand a third of the seek budget apart, so slower reducers get denser ones', () => {
    const spread = (ms: number, seekBudgetMs: number) => {
      const log = dispatched(stockFold(), manyPuts(4_000), { meter: countingMeter(ms), seekBudgetMs })
      return Math.max(...gapsOf(log).slice(1))
    }
    expect([spread(0.005, 6), spread(0.01, 6), spread(0.1, 6), spread(3, 6), spread(0.01, 12)]).toEqual([
      400, 200, 20, 1, 400,
    ])
  })

  it('[CHK-2] stand as far apart when a log is opened as when it was dispatched', () => {
    const options = { meter: countingMeter(0.0025), seekBudgetMs: 6 }
    const opened = new FoldedLog(stockFold(), options)
    opened.pushFolding(manyPuts(6_000))
    const [most, live] = [opened, dispatched(stockFold(), manyPuts(6_000), options)].map((log) =>
      Math.max(...gapsOf(log).slice(1)),
    )
    expect(live).toBe(800)
    // Batches of 64 are measured together.
    expect(most).toBe(832)
  })

  it('[CHK-2] stand at most 4,096 records apart, however cheap the reducers seem', () => {
    const log = dispatched(stockFold(), manyPuts(20_000), { meter: countingMeter(0) })
    expect(gapsOf(log).at(-1)).toBe(4_096)
  })

  it('[CHK-3] are placed by the median, so a pause of the machine moves none of them', () => {
    let batches = 0
    const pauses: Meter = { start: () => (records) => records * 0.01 + (++batches % 4 === 0 ? 500 : 0) }
    const log = new FoldedLog(stockFold(), { meter: pauses })
    log.pushFolding(manyPuts(4_000))
    expect(Math.min(...gapsOf(log).slice(2))).toBeGreaterThanOrEqual(200)
  })

  it('[CHK-4] are added inside a segment that took longer than a seek may, and the next seek is within it', () => {
    let msPerRecord = 0.001
    const meter: Meter = { start: () => (records) => records * msPerRecord }
    const { fold, steps } = counted(stockFold())
    const log = dispatched(fold, manyPuts(4_000), { meter })
    msPerRecord = 0.02
    log.stateAt(1_900)
    log.stateAt(3_999)
    steps.count = 0
    log.stateAt(1_890)
    expect(steps.count * msPerRecord).toBeLessThanOrEqual(8)
  })

  it('[CHK-5] are thinned from the oldest on where the memory is short', () => {
    const options = { meter: countingMeter(0.02), seekBudgetMs: 6 }
    const whole = dispatched(stockFold(), manyPuts(20_000), options)
    const recordBytes = whole.records.bytes
    const memoryBytesMax = recordBytes + (whole.bytes - recordBytes) * 0.7
    const thinned = dispatched(stockFold(), manyPuts(20_000), { ...options, memoryBytesMax })
    // Records are counted now and then.
    expect(thinned.bytes).toBeLessThanOrEqual(memoryBytesMax * 1.02)
    const gaps = gapsOf(thinned)
    expect(gaps.at(-1)).toBe(100)
    expect(gaps[0]).toBeGreaterThanOrEqual(200)
    // From the oldest to the newest they come closer together, but for the seams.
    const halves = [gaps.slice(0, gaps.length / 2), gaps.slice(gaps.length / 2)]
    const [older, newer] = halves.map((half) => half.reduce((sum, gap) => sum + gap, 0) / half.length)
    expect(older).toBeGreaterThan(newer as number)
  })

  it('[CHK-5] are all let go of where there is no memory, and every state is still right', () => {
    const fold = stockFold()
    const log = dispatched(fold, manyPuts(1_000), { meter: countingMeter(0.1), memoryBytesMax: 0 })
    expect(log.checkpoints).toEqual([])
    const whole = manyPuts(500).reduce((state, record) => fold.step(state, record), fold.initial)
    expect(stateHash(log.stateAt(499))).toBe(stateHash(whole))
  })

  it('[CHK-6] go with a branch up to its place', () => {
    const { fold, steps } = counted(stockFold())
    const log = dispatched(fold, manyPuts(1_000), { meter: countingMeter(0.1) })
    const branch = log.branch(899)
    steps.count = 0
    branch.stateAt(450)
    expect(steps.count).toBeLessThanOrEqual(20)
    expect(offsetsOf(branch)).toEqual(offsetsOf(log).filter((offset) => offset <= 899))
  })
})

/** Costs what it likes. */
function fitfulMeter(costs: readonly number[]): Meter {
  let at = 0
  return { start: () => () => costs[at++ % costs.length] as number }
}

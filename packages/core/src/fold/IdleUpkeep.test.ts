import { beforeAll, describe, expect, it } from 'vitest'
import type { PlayheadError, Slice } from '../index.ts'
import { createSlice } from '../index.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { asOffset } from '../log/Offset.ts'
import { loadPacking } from '../log/packing.ts'
import { countingMeter } from '../work/countingMeter.ts'
import type { Meter } from '../work/Meter.ts'
import type { Turns } from '../work/Turns.ts'
import { compileFold } from './compileFold.ts'
import type { FoldedLogOptions } from './FoldedLog.ts'
import { FoldedLog } from './FoldedLog.ts'
import { IdleUpkeep } from './IdleUpkeep.ts'
import { counted, manyPuts, recordsOf, stock, stockFold } from './stock.fixtures.ts'

beforeAll(loadPacking)

/** Idle moments that a test gives. */
function idleMoments() {
  const waiting = new Set<() => void>()
  const turns: Turns = {
    next: () => Promise.resolve(),
    whenIdle(work) {
      waiting.add(work)
      return () => waiting.delete(work)
    },
  }
  const once = () => {
    for (const work of [...waiting]) {
      waiting.delete(work)
      work()
    }
  }
  return {
    turns,
    once,
    get asked() {
      return waiting.size
    },
    all() {
      while (waiting.size > 0) once()
    },
  }
}

function keptUp(fold: ReturnType<typeof compileFold>, options: Partial<FoldedLogOptions> = {}) {
  const meter = options.meter ?? countingMeter(0.02)
  const log = new FoldedLog(fold, { meter, ...options })
  const idle = idleMoments()
  const told: PlayheadError[] = []
  const upkeep = new IdleUpkeep({
    log: () => log,
    slicing: { meter, turns: idle.turns },
    report: (problem) => told.push(problem),
  })
  return { log, idle, told, upkeep }
}

/** Appends behind what is there. */
function append(log: FoldedLog, records: readonly PlacedRecord[]): void {
  log.pushFolding(records.map((record, i) => ({ ...record, offset: asOffset(log.head + 1 + i) })))
}

const codes = (told: readonly PlayheadError[]) => told.map(({ code, record }) => [code, record?.type])

describe('upkeep in idle moments', () => {
  it('[IDL-1] asks for none where there is nothing to do, and rests when all is done', () => {
    const { log, idle } = keptUp(stockFold())
    append(log, manyPuts(20))
    log.stateAt(3)
    expect(idle.asked).toBe(0)
    append(log, manyPuts(3_000))
    expect(idle.asked).toBe(1)
    idle.all()
    expect(idle.asked).toBe(0)
  })

  it('[IDL-1] works for two milliseconds at a time, and not at all once it is closed', () => {
    const { fold, steps } = counted(stockFold())
    const { log, idle, upkeep } = keptUp(fold)
    append(log, manyPuts(3_000))
    log.stateAt(2_998)
    steps.count = 0
    idle.once()
    expect(steps.count).toBeGreaterThan(0)
    expect(steps.count * 0.02).toBeLessThan(4)
    steps.count = 0
    upkeep.close()
    idle.all()
    append(log, manyPuts(3_000))
    expect([steps.count, idle.asked]).toEqual([3_000, 0])
  })

  it('[IDL-2] replays the segment that a step back comes to next, and packs what is old', () => {
    const { fold, steps } = counted(stockFold())
    const { log, idle } = keptUp(fold)
    append(log, manyPuts(6_000))
    const unpacked = log.records.bytes
    log.stateAt(5_999)
    log.stateAt(5_998)
    let folded = 0
    for (let offset = 5_997; offset > 5_000; offset--) {
      idle.all()
      steps.count = 0
      log.stateAt(offset)
      folded += steps.count
    }
    expect(folded).toBe(0)
    expect(log.records.bytes).toBeLessThan(unpacked)
  })

  const impure = (luck: () => number): Slice<'lucky', { sum: number }> =>
    createSlice('lucky', { sum: 0 }, (on) => [
      on(stock.named, (state) => {
        state.sum += luck()
      }),
    ]) as Slice<'lucky', { sum: number }>

  it('[IDL-3] tells of a reducer that is not pure, once, with the slice and the action', () => {
    let luck = 0
    const { log, idle, told } = keptUp(compileFold([impure(() => ++luck)]))
    append(log, recordsOf(Array.from({ length: 3_000 }, (_, i) => (i % 10 ? stock.ignored() : stock.named('x')))))
    idle.all()
    append(log, recordsOf(Array.from({ length: 3_000 }, () => stock.named('x'))))
    idle.all()
    expect(codes(told)).toEqual([['fold/checkpoint-differs', 'stock/named']])
    expect(told[0]?.message).toContain('Slice "lucky"')
  })

  it('[IDL-3] builds the checkpoints anew that do not agree with what is before them', () => {
    let luck = 1
    const { log, idle, told } = keptUp(compileFold([impure(() => luck)]))
    append(log, recordsOf(Array.from({ length: 2_000 }, () => stock.named('x'))))
    luck = 2
    idle.all()
    expect(codes(told)).toEqual([['fold/checkpoint-differs', undefined]])
    const sums = log.checkpoints.map(({ offset, state }) => (state.lucky as { sum: number }).sum / (offset + 1))
    expect(sums.at(-1)).toBeGreaterThan(1)
    const differing = sums.findIndex((sum) => sum > 1)
    const { offset, state } = log.checkpoints[differing] as (typeof log.checkpoints)[number]
    const next = log.checkpoints[differing + 1] ?? { offset, state }
    expect((next.state.lucky as { sum: number }).sum - (state.lucky as { sum: number }).sum).toBe(
      2 * (next.offset - offset),
    )
  })

  it('[IDL-3] is silent about reducers that are pure, those that throw included', () => {
    const throwing = createSlice('throwing', 0, (on) => [
      on(stock.put, (n, { payload }) => {
        if (payload.amount % 3 === 0) throw new Error('no')
        return n + 1
      }),
    ])
    const { log, idle, told } = keptUp(compileFold([throwing]))
    for (let i = 0; i < 5; i++) {
      append(log, manyPuts(2_000))
      idle.all()
    }
    expect(told).toEqual([])
  })

  it('[IDL-4] tells of a reducer call that is longer than a seek may be, once, with the slice and the action', () => {
    let now = 0
    const meter: Meter = {
      start() {
        const began = now
        return () => now - began
      },
    }
    const slow = createSlice('slow', 0, (on) => [
      on(stock.named, (n) => {
        now += 50
        return n + 1
      }),
      on(stock.put, (n) => {
        now += 0.01
        return n + 1
      }),
    ])
    const quick = createSlice('quick', 0, (on) => [on(stock.named, (n) => n + 1)])
    const { log, idle, told } = keptUp(compileFold([quick, slow]), { meter })
    for (let i = 0; i < 3; i++) {
      append(log, [...manyPuts(100), ...recordsOf([stock.named('x')]), ...manyPuts(100)])
      idle.all()
    }
    expect(codes(told)).toEqual([['fold/over-budget', 'stock/named']])
    expect(told[0]?.message).toContain('Slice "slow" took 50 ms')
  })

  it('[IDL-4] tells nothing of a pause of the machine', () => {
    let batches = 0
    const meter: Meter = { start: () => (records) => records * 0.01 + (++batches === 10 ? 500 : 0) }
    const { log, idle, told } = keptUp(stockFold(), { meter })
    append(log, manyPuts(2_000))
    idle.all()
    expect(told).toEqual([])
  })

  it('[IDL-5] tells once that the memory is too little to seek in time', () => {
    const { log, idle, told } = keptUp(stockFold(), { memoryBytesMax: 50_000 })
    for (let i = 0; i < 3; i++) {
      append(log, manyPuts(3_000))
      idle.all()
    }
    expect(codes(told)).toEqual([['fold/memory-budget', undefined]])
    expect(told[0]?.message).toContain('memoryBytesMax is 50,000 bytes')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateHash } from '../codec/stateHash.ts'
import { branched } from '../fold/branched.ts'
import { FoldedLog } from '../fold/FoldedLog.ts'
import { stockFold } from '../fold/stock.fixtures.ts'
import { walk, walkBack } from '../fold/walk.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import { refoldLog } from '../store/refoldLog.ts'
import { countingMeter } from '../work/countingMeter.ts'
import { finish } from '../work/finish.ts'
import { anyUndoneLog, naiveState } from './voids.fixtures.ts'

const fold = stockFold()
const hashAt = (records: readonly PlacedRecord[], offset: number) =>
  stateHash(naiveState(fold, records.slice(0, offset + 1)))

const anyBudget = fc.record({
  spacing: fc.integer({ min: 1, max: 50 }),
  memoryBytesMax: fc.constantFrom(0, 20_000, 268_435_456),
})
const logWith = ({ spacing, memoryBytesMax }: { spacing: number; memoryBytesMax: number }) =>
  new FoldedLog(fold, { meter: countingMeter(2 / spacing), memoryBytesMax })
const anyPlaces = fc.array(fc.nat(), { minLength: 1, maxLength: 24 })

describe('a log with voids', () => {
  it('[UND-1] has at each place the state of what no void up to there voids, in whatever order places are asked for, wherever checkpoints stand', () => {
    fc.assert(
      fc.property(anyUndoneLog, anyBudget, anyPlaces, fc.nat(), (records, budget, places, cut) => {
        const log = logWith(budget)
        const pushed = cut % (records.length + 1)
        log.pushFolding(records.slice(0, pushed))
        // One at a time, as a store does that is open.
        for (const record of records.slice(pushed)) {
          const before = log.stateAt(log.head)
          const after = record.type === 'playhead/voided' ? log.stateWith([record]) : fold.step(before, record)
          log.push([record], [after])
        }
        for (const place of [...places, ...places.map((each) => each + 1), records.length]) {
          const offset = (place % (records.length + 1)) - 1
          expect(stateHash(log.stateAt(offset))).toBe(hashAt(records, offset))
        }
      }),
    )
  })

  it('[UND-1] is walked step by step to the same states, forwards and back', () => {
    fc.assert(
      fc.property(anyUndoneLog, anyBudget, fc.nat(), (records, budget, from) => {
        const log = logWith(budget)
        log.pushFolding(records)
        const start = from % (records.length + 1)
        const steps = [...walk(log, start), ...walkBack(log, start - 1)]
        expect(steps).toHaveLength(records.length)
        for (const { offset, before, after } of steps) {
          expect(stateHash(before)).toBe(hashAt(records, offset - 1))
          expect(stateHash(after)).toBe(hashAt(records, offset))
        }
      }),
    )
  })

  it('[UND-1] folded anew by other reducers is the same, whether slices are kept or not', () => {
    fc.assert(
      fc.property(anyUndoneLog, anyBudget, fc.subarray(['rows', 'name', 'count']), (records, budget, kept) => {
        const log = logWith(budget)
        log.pushFolding(records)
        const plan = { fold: stockFold(), kept: new Set(kept), failed: () => {} }
        const refolded = finish(refoldLog(log, plan))
        for (let offset = -1; offset < records.length; offset++)
          expect(stateHash(refolded.stateAt(offset))).toBe(hashAt(records, offset))
      }),
    )
  })

  it('[UND-2] branches anywhere, with any of its records left out, to the state of the records of the branch', () => {
    fc.assert(
      fc.property(anyUndoneLog, anyBudget, fc.nat(), fc.nat(), fc.nat(600), (records, budget, at, without, more) => {
        // Long stretches are taken from the parent as they are.
        const filled = [...records, ...quiet(records.length, more)]
        const log = logWith(budget)
        log.pushFolding(filled)
        const place = (at % (filled.length + 1)) - 1
        const shared = log.branch(place)
        expect(stateHash(shared.stateAt(place))).toBe(hashAt(filled, place))

        const gone = without % Math.max(1, records.length)
        const kept = filled.length - gone - 1
        const stretches = kept > 0 ? [{ kind: 'kept' as const, parent: gone + 1, length: kept }] : []
        const branch = finish(branched({ parent: log, branch: log.branch(gone - 1), stretches }))
        const own = filled.filter((_, offset) => offset !== gone)
        for (const offset of [gone - 1, gone, gone + 5, own.length - 1]) {
          const asked = Math.min(Math.max(offset, -1), own.length - 1)
          const expected: StateBySlice = naiveState(fold, own.slice(0, asked + 1))
          expect(stateHash(branch.stateAt(asked))).toBe(stateHash(expected))
        }
      }),
    )
  })
})

const quiet = (from: number, count: number): PlacedRecord[] =>
  Array.from({ length: count }, (_, i) => ({
    ...({ type: 'stock/ignored', version: 1, payload: undefined } as const),
    offset: (from + i) as PlacedRecord['offset'],
    id: `c.${from + i}` as PlacedRecord['id'],
    time: from + i,
  }))

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateHash } from '../codec/stateHash.ts'
import { createSlice } from '../index.ts'
import { asOffset } from '../log/Offset.ts'
import { countingMeter } from '../work/countingMeter.ts'
import { finish } from '../work/finish.ts'
import { branched } from './branched.ts'
import { compileFold } from './compileFold.ts'
import { FoldedLog } from './FoldedLog.ts'
import { anyStockAction, counted, manyPuts, recordsOf, stock, stockFold } from './stock.fixtures.ts'
import { walk, walkBack } from './walk.ts'

const meter = countingMeter(0.02)

function countedLog(records: number) {
  const { fold, steps } = counted(stockFold())
  const log = new FoldedLog(fold, { meter })
  log.pushFolding(manyPuts(records))
  steps.count = 0
  return { log, steps }
}

describe('a step back', () => {
  it('[RPL-1] folds each record once, and nothing inside the segment that was replayed', () => {
    const { log, steps } = countedLog(1_000)
    log.stateAt(999)
    log.stateAt(998)
    const replayed = steps.count
    expect(replayed).toBeLessThan(130)
    for (let offset = 997; offset > 999 - replayed; offset--) log.stateAt(offset)
    expect(steps.count).toBe(replayed)
    for (let offset = 997; offset >= -1; offset--) log.stateAt(offset)
    expect(steps.count).toBeLessThanOrEqual(1_000)
  })

  it('[RPL-2] into the next segment folds nothing either, once an idle moment has come', () => {
    const { log, steps } = countedLog(1_000)
    for (let offset = 999; offset > 0; offset--) {
      log.stateAt(offset)
      const ahead = log.replayAhead()
      if (!ahead) continue
      const before = steps.count
      finish(ahead)
      const after = steps.count
      expect(after).toBeGreaterThan(before)
      log.stateAt(offset - 1)
      expect(steps.count).toBe(after)
    }
  })

  it('[RPL-2] is right when somebody goes elsewhere in the middle of that moment', () => {
    const { log } = countedLog(1_000)
    const fresh = countedLog(1_000).log
    log.stateAt(998)
    const ahead = log.replayAhead()
    ahead?.next()
    log.stateAt(300)
    log.stateAt(299)
    if (ahead) finish(ahead)
    for (const offset of [298, 297, 900, 899, 100]) {
      expect(stateHash(log.stateAt(offset))).toBe(stateHash(fresh.stateAt(offset)))
    }
  })

  it('[RPL-3] keeps fewer states where they are large, and folds the few between', () => {
    const big = createSlice('big', Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`key ${i}`, i])), (on) => [
      on(stock.put, (state, { payload }) => {
        state['key 0'] = payload.amount
      }),
    ])
    const { fold, steps } = counted(compileFold([big]))
    const log = new FoldedLog(fold, { meter: countingMeter(0), memoryBytesMax: 3_000_000 })
    log.pushFolding(manyPuts(4_000))
    log.stateAt(3_999)
    log.stateAt(3_998)
    steps.count = 0
    for (let offset = 3_997; offset > 3_000; offset--) {
      log.stateAt(offset)
      expect(log.bytes).toBeLessThan(3_000_000)
    }
    expect(steps.count).toBeGreaterThan(0)
    expect(steps.count).toBeLessThan(997 * 4)
    expect(log.stateAt(3_500)).toMatchObject({ big: { 'key 0': 3_500 } })
  })
})

describe('a walk', () => {
  it('[RPL-4] tells each record with the states around it, forwards and backwards', () => {
    fc.assert(
      fc.property(
        fc.array(anyStockAction, { maxLength: 200 }),
        fc.nat(),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (actions, ask, ms) => {
          const fold = stockFold()
          const records = recordsOf(actions)
          const log = new FoldedLog(fold, { meter: countingMeter(ms) })
          log.pushFolding(records)
          const from = ask % (records.length + 1)
          const told = (steps: Iterable<{ offset: number; record: object; before: object; after: object }>) =>
            [...steps].map(({ offset, record, before, after }) => [offset, record, stateHash(before), stateHash(after)])
          let state = fold.initial
          const expected = records.map((record, offset) => {
            const before = state
            state = fold.step(state, record)
            return [offset, record, stateHash(before), stateHash(state)]
          })
          expect(told(walk(log, from))).toEqual(expected.slice(from))
          expect(told(walkBack(log, from - 1))).toEqual(expected.slice(0, from).reverse())
        },
      ),
    )
  })

  it('[RPL-4] folds each record once', () => {
    const { log, steps } = countedLog(3_000)
    expect([...walk(log, 0)]).toHaveLength(3_000)
    expect(steps.count).toBe(3_000)
    steps.count = 0
    expect([...walkBack(log, 2_999)]).toHaveLength(3_000)
    expect(steps.count).toBe(3_000)
  })

  it('[RPL-4] goes on with what is appended meanwhile', () => {
    const { log } = countedLog(10)
    const steps = walk(log, 8)
    steps.next()
    const [late] = recordsOf([stock.named('late')])
    log.pushFolding([{ ...late, offset: asOffset(10) } as never])
    expect([...steps].map(({ offset }) => offset)).toEqual([9, 10])
  })
})

describe('a changed past', () => {
  it('[RPL-5] is the fold of its records, whatever was left out, put in or moved', () => {
    const anyStretch = fc.oneof(
      fc.record({ kind: fc.constant('kept' as const), parent: fc.nat(), length: fc.nat() }),
      fc.record({ kind: fc.constant('new' as const), actions: fc.array(anyStockAction, { maxLength: 3 }) }),
    )
    fc.assert(
      fc.property(
        fc.array(anyStockAction, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 120 }),
        fc.nat(),
        fc.array(anyStretch, { maxLength: 4 }),
        fc.double({ min: 0.001, max: 0.5, noNaN: true }),
        (some, times, ask, asked, ms) => {
          const fold = stockFold()
          const records = recordsOf(Array.from({ length: times }, () => some).flat())
          const parent = new FoldedLog(fold, { meter: countingMeter(ms) })
          parent.pushFolding(records)
          const shared = (ask % (records.length + 1)) - 1
          const stretches = asked.map((each) => {
            if (each.kind === 'new') {
              return { kind: 'new' as const, length: each.actions.length, records: recordsOf(each.actions) }
            }
            const from = each.parent % records.length
            return { kind: 'kept' as const, parent: from, length: each.length % (records.length - from + 1) }
          })
          const branch = finish(branched({ parent, branch: parent.branch(shared), stretches }))
          const plain = [
            ...records.slice(0, shared + 1),
            ...stretches.flatMap((each) =>
              each.kind === 'new' ? each.records : records.slice(each.parent, each.parent + each.length),
            ),
          ]
          expect(branch.head).toBe(plain.length - 1)
          let state = fold.initial
          for (const [offset, record] of plain.entries()) {
            state = fold.step(state, record)
            expect(branch.records.at(offset)).toMatchObject({ offset, id: record.id })
            if (offset % 37 === 0) expect(stateHash(branch.stateAt(offset))).toBe(stateHash(state))
          }
          expect(stateHash(branch.stateAt(branch.head))).toBe(stateHash(state))
        },
      ),
    )
  })

  const without = (parent: FoldedLog, offset: number) => ({
    parent,
    branch: parent.branch(offset - 1),
    stretches: [{ kind: 'kept' as const, parent: offset + 1, length: parent.head - offset }],
  })

  it('[RPL-6] costs no fold where the skipped record changed nothing', () => {
    const { fold, steps } = counted(stockFold())
    const parent = new FoldedLog(fold, { meter })
    parent.pushFolding(recordsOf([...Array(500).fill(stock.ignored()), ...Array(1_500).fill(stock.named('x'))]))
    parent.stateAt(99)
    steps.count = 0
    const branch = finish(branched(without(parent, 100)))
    // That record, to see that it changed nothing.
    expect(steps.count).toBe(1)
    expect(branch.stateAt(branch.head)).toBe(parent.stateAt(parent.head))
    expect(branch.checkpoints.length).toBeGreaterThan(10)
  })

  it('[RPL-6] folds the slices that differ, and stops when they do not any more', () => {
    const { fold, steps } = counted(stockFold())
    const actions = Array.from({ length: 2_000 }, (_, i) => stock.put({ id: `row ${i % 7}`, amount: i }))
    const parent = new FoldedLog(fold, { meter })
    parent.pushFolding(recordsOf([stock.named('x'), stock.named('y'), ...actions, stock.named('z'), ...actions]))
    parent.stateAt(0)
    steps.count = 0
    const folded = new Set<string>()
    const only = fold.only
    Object.assign(fold, {
      only: (slices: ReadonlySet<string>) => {
        for (const slice of slices) folded.add(slice)
        return only(slices)
      },
    })
    const branch = finish(branched(without(parent, 1)))
    expect([...folded]).toEqual(['name'])
    expect(steps.count).toBeLessThan(4_000)
    expect(branch.stateAt(1_000)).toMatchObject({ name: 'x' })
    expect(branch.stateAt(branch.head)).toMatchObject({ name: 'z' })
    expect(branch.stateAt(branch.head).rows).toBe(parent.stateAt(parent.head).rows)
  })

  it('[RPL-7] comes about in batches, and disturbs nobody when it is abandoned', () => {
    const { log } = countedLog(3_000)
    const before = log.checkpoints.length
    const work = branched(without(log, 10))
    for (let turn = 0; turn < 5; turn++) expect(work.next().value).toBeLessThanOrEqual(512)
    expect(log.head).toBe(2_999)
    expect(log.checkpoints).toHaveLength(before)
  })

  it('[RPL-7] so does a log that is folded by other reducers, with what is appended meanwhile', () => {
    const { log } = countedLog(1_000)
    const other = new FoldedLog(stockFold(), log.options)
    const work = other.following(log.records)
    work.next()
    log.pushFolding(manyPuts(1_050).slice(1_000))
    expect(finish(work).head).toBe(1_049)
    expect(stateHash(other.stateAt(1_049))).toBe(stateHash(log.stateAt(1_049)))
  })
})

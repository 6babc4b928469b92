import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryWith } from '../ledger.fixtures.ts'
import type { AccountHistory } from './AccountHistory.ts'
import { emptyHistory } from './AccountHistory.ts'
import { changeHistory } from './changeHistory.ts'
import { CHUNK_LINES, CHUNK_LINES_MAX } from './HistoryChunk.ts'
import { LineColumns } from './LineColumns.ts'

const entryOf = (key: number) => ({ ...entryWith(`e${key}`), ordinal: key, recordedAt: 0 })

function columns(lines: readonly (readonly [key: number, minor: number])[]): LineColumns {
  const made = new LineColumns()
  for (const [key, minor] of lines) made.push(key, minor, entryOf(key))
  return made
}

const linesOf = (history: AccountHistory) =>
  Array.from({ length: history.length }, (_, row) => {
    const { entry, minor, balanceMinor } = history.line(row)
    return [entry.ordinal, minor, balanceMinor] as const
  })

/** Many at once, so that chunks are cut, emptied and made anew: a step adds a run of keys and removes every n-th. */
const step = fc.record({
  from: fc.nat({ max: 9_000 }),
  count: fc.nat({ max: 2_500 }),
  every: fc.integer({ min: 1, max: 9 }),
  removeFrom: fc.nat({ max: 9_000 }),
  removeCount: fc.nat({ max: 4_000 }),
  backwards: fc.boolean(),
})

describe('changing a history', () => {
  it('[BNK-15] equals sorting and adding up everything, after any run of additions and removals', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const model = new Map<number, number>()
        let history = emptyHistory
        for (const { from, count, every, removeFrom, removeCount, backwards } of steps) {
          const present = [...model.keys()].sort((a, b) => a - b)
          const removed = present.slice(removeFrom, removeFrom + removeCount)
          for (const key of removed) model.delete(key)
          const added: [number, number][] = []
          for (let key = from; key < from + count; key += every) {
            if (!model.has(key)) added.push([key, ((key * 7_919) % 2_001) - 1_000])
          }
          for (const [key, minor] of added) model.set(key, minor)
          history = changeHistory(history, {
            removed: removed.toReversed(),
            added: columns(backwards ? added.toReversed() : added),
          })
          let balance = 0
          const expected = [...model]
            .sort(([a], [b]) => a - b)
            .map(([key, minor]) => {
              balance += minor
              return [key, minor, balance] as const
            })
          expect(linesOf(history)).toEqual(expected)
          for (const { keys } of history.chunks) {
            expect(keys.length).toBeGreaterThan(0)
            expect(keys.length).toBeLessThanOrEqual(CHUNK_LINES_MAX)
          }
          expect(history.chunks.length).toBeLessThanOrEqual(Math.max(8, (history.length * 8) / CHUNK_LINES + 1))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('[BNK-15] shares every chunk that no change falls into', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => [at * 2, 1] as const)
    const before = changeHistory(emptyHistory, { removed: [], added: columns(many) })
    const after = changeHistory(before, { removed: [200], added: columns([[201, 5]]) })
    const shared = after.chunks.filter((chunk) => before.chunks.includes(chunk))
    expect(shared.length).toBe(before.chunks.length - 1)
    expect(after.closingMinor).toBe(before.closingMinor + 4)
  })

  it('[BNK-15] cuts chunks anew when removals leave them nearly empty', () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => at)
    const before = changeHistory(emptyHistory, { removed: [], added: columns(keys.map((key) => [key, 1])) })
    const after = changeHistory(before, { removed: keys.filter((key) => key % 100 !== 0), added: columns([]) })
    expect(linesOf(after).map(([key]) => key)).toEqual(keys.filter((key) => key % 100 === 0))
    expect(before.chunks.length).toBeGreaterThan(30)
    expect(after.chunks.length).toBe(1)
  })

  it('[BNK-15] replaces a line whose key stays', () => {
    const before = changeHistory(emptyHistory, {
      removed: [],
      added: columns([
        [1, 5],
        [2, 7],
      ]),
    })
    const after = changeHistory(before, { removed: [1], added: columns([[1, 100]]) })
    expect(linesOf(after)).toEqual([
      [1, 100, 100],
      [2, 7, 107],
    ])
  })
})

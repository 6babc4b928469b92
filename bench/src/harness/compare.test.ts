import { describe, expect, it } from 'vitest'
import { compare, losses, shownRatio, significant } from './compare.ts'
import type { Row } from './Row.ts'

const row = (library: string, median: number, work = 'counter'): Row => ({
  suite: 'dispatch',
  work,
  library,
  median,
  unit: 'us',
  runs: [median],
})

describe('compare', () => {
  it('puts the fastest first, each as a ratio to ours', () => {
    const [comparison] = compare([row('playhead', 2), row('redux', 8), row('signals', 1)])
    expect(comparison?.lines.map(({ row, ratio }) => [row.library, ratio])).toEqual([
      ['signals', 0.5],
      ['playhead', 1],
      ['redux', 4],
    ])
  })

  it('keeps works apart, in the order in which they came', () => {
    const works = compare([row('playhead', 1, 'seek'), row('playhead', 1, 'counter'), row('redux', 2, 'seek')])
    expect(works.map(({ work, lines }) => [work, lines.length])).toEqual([
      ['seek', 2],
      ['counter', 1],
    ])
  })

  it('has no ratios where ours was not measured', () => {
    const [comparison] = compare([row('redux', 8)])
    expect(comparison?.lines[0]?.ratio).toBeUndefined()
  })
})

describe('losses', () => {
  it('says where somebody is faster, by how much, and with which numbers', () => {
    expect(losses([row('playhead', 3), row('signals', 1.5), row('redux', 9)])).toEqual([
      'counter: playhead needs 3.00 us and loses to signals (2.00x, 1.50 us).',
    ])
  })

  it('names all who are faster, the fastest first', () => {
    expect(losses([row('playhead', 8), row('b', 4), row('c', 5), row('a', 2)])).toEqual([
      'counter: playhead needs 8.00 us and loses to a (4.00x, 2.00 us), b (2.00x, 4.00 us) and c (1.60x, 5.00 us).',
    ])
  })

  it('takes 1.3x for a tie, and a little more for a loss', () => {
    expect(losses([row('playhead', 1.3), row('redux', 1)])).toEqual([])
    expect(losses([row('playhead', 1.31), row('redux', 1)])).toHaveLength(1)
  })

  it('does not count our other styles as somebody', () => {
    expect(losses([row('playhead', 4), row('playhead (draft)', 1)])).toEqual([])
  })

  it('says nothing where ours was not measured', () => {
    expect(losses([row('redux', 1), row('zustand', 9)])).toEqual([])
  })
})

describe('shownRatio', () => {
  it('marks ratios within 1.3x either way as a tie', () => {
    expect(shownRatio(1.2)).toBe('1.20x tie')
    expect(shownRatio(0.8)).toBe('0.800x tie')
    expect(shownRatio(1.31)).toBe('1.31x')
    expect(shownRatio(0.5)).toBe('0.500x')
  })

  it('leaves our own line plain', () => {
    expect(shownRatio(1)).toBe('1.00x')
  })
})

describe('significant', () => {
  it('shows three digits, and no more for large numbers', () => {
    expect(significant(0.01234)).toBe('0.0123')
    expect(significant(1.5)).toBe('1.50')
    expect(significant(1234.5)).toBe('1,235')
    expect(significant(0)).toBe('0')
    expect(significant(Number.NaN)).toBe('NaN')
  })
})

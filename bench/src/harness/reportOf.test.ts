import { expect, it } from 'vitest'
import type { Row } from './Row.ts'
import { reportOf } from './reportOf.ts'

const row = (library: string, median: number): Row => ({
  suite: 'dispatch',
  work: 'counter',
  library,
  median,
  unit: 'us',
  runs: [median],
})

it('shows a table with ratios for each work, and then the losses', () => {
  expect(reportOf([row('playhead', 2), row('signals', 0.01), row('redux', 2.2)])).toBe(
    [
      '### counter',
      '',
      '| library | us | against playhead |',
      '|---|---:|---:|',
      '| signals | 0.0100 | 0.00500x |',
      '| playhead | 2.00 | 1.00x |',
      '| redux | 2.20 | 1.10x tie |',
      '',
      '### Where we lose',
      '',
      '- counter: playhead needs 2.00 us and loses to signals (200x, 0.0100 us).',
    ].join('\n'),
  )
})

it('says so where we lose nowhere', () => {
  expect(reportOf([row('playhead', 2)])).toContain('Nowhere by more than 1.3x.')
})

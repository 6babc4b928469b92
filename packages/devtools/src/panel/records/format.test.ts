import { expect, it } from 'vitest'
import { countOf, formatGap } from './format.ts'

it.each([
  [0, '0'],
  [0.4, '0'],
  [16, '16 ms'],
  [999.4, '999 ms'],
  [1_240, '1.2 s'],
  [59_949, '59.9 s'],
  [59_960, '1 min'],
  [184_000, '3 min 4 s'],
  [7_800_000, '2 h 10 min'],
  [500_000_000, '5 d'],
])('[REC-4] writes %d ms as %s', (ms, text) => {
  expect(formatGap(ms)).toBe(text)
})

it('[REC-4] counts one and many', () => {
  expect([countOf(1, 'record'), countOf(1_204, 'record'), countOf(2, 'branch', 'branches')]).toEqual([
    '1 record',
    '1,204 records',
    '2 branches',
  ])
})

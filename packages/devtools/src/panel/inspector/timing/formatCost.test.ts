import { expect, it } from 'vitest'
import { formatCost } from './formatCost.ts'

it('[INS-11] gives a cost in the unit that suits it', () => {
  expect([0, 0.0042, 0.85, 14.2, 1_234].map(formatCost)).toEqual(['< 0.1 ms', '4.2 µs', '0.85 ms', '14 ms', '1.2 s'])
})

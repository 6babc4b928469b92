import { expect, it } from 'vitest'
import { timeOperation } from './timeOperation.ts'

it('numbers its calls from 0, goes on after warming up, and stops at the largest number', () => {
  const calls: number[] = []
  timeOperation((call) => calls.push(call), { warmUpMs: 1_000, measureMs: 1_000, operationsMax: 1_003 })
  expect(calls).toEqual(Array.from({ length: 1_003 }, (_, call) => call))
})

it('begins with the first call where there is no warming up', () => {
  const calls: number[] = []
  const us = timeOperation((call) => calls.push(call), {
    warmUpMs: 0,
    measureMs: Number.POSITIVE_INFINITY,
    operationsMax: 10,
  })
  expect(calls).toHaveLength(10)
  expect(us).toBeGreaterThanOrEqual(0)
})

import { describe, expect, it } from 'vitest'
import { clockMeter } from '../work/clockMeter.ts'
import type { Meter } from '../work/Meter.ts'
import { budgetsOf } from './budgetsOf.ts'

describe('budgets', () => {
  it('[STO-8] are refused where they are none, with the value and what is allowed', () => {
    for (const seekBudgetMs of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => budgetsOf({ seekBudgetMs }, clockMeter)).toThrow(
        `Cannot create a store with seekBudgetMs: ${seekBudgetMs}. Pass a number of milliseconds above 0. (store/bad-option)`,
      )
    for (const memoryBytesMax of [-1, Number.NaN])
      expect(() => budgetsOf({ memoryBytesMax }, clockMeter)).toThrow(`memoryBytesMax: ${memoryBytesMax}`)
    expect(() => budgetsOf({ build: '' }, clockMeter)).toThrow('build: ""')
    expect(() => budgetsOf({}, {} as Meter)).toThrow('(store/bad-option)')
  })

  it('[STO-8] may be left out, and memory may be without end', () => {
    expect(budgetsOf({}, clockMeter)).toEqual({ meter: clockMeter, seekBudgetMs: 8, memoryBytesMax: 268_435_456 })
    expect(budgetsOf({ memoryBytesMax: Number.POSITIVE_INFINITY, seekBudgetMs: 2 }, clockMeter)).toMatchObject({
      seekBudgetMs: 2,
      memoryBytesMax: Number.POSITIVE_INFINITY,
    })
  })
})

import { expect, it } from 'vitest'
import { pathKey, pathText, selectorCode } from './paths.ts'

it('[VAL-8] writes a path as code does', () => {
  expect(pathText(['ledger', 'accounts', 'giro-1', 'rows', 3, 'minor'])).toBe('ledger.accounts["giro-1"].rows[3].minor')
  expect(pathText([0, 'a'])).toBe('[0].a')
})

it('[VAL-8] tells a number from the text of it', () => {
  expect(pathKey([1])).not.toBe(pathKey(['1']))
})

it('[VAL-8] writes a selector that gets rows of tables, and what may not be there carefully', () => {
  const steps = [
    { key: 'ledger', within: 'object' },
    { key: 'accounts', within: 'object' },
    { key: 'giro-1', within: 'table' },
    { key: 'minor', within: 'object' },
  ] as const
  expect(selectorCode(steps)).toBe('createSelector(ledger, (ledger) => ledger.accounts.get("giro-1")?.minor)')
})

it('[VAL-8] writes a selector into lists and odd keys', () => {
  const steps = [
    { key: 'my slice', within: 'object' },
    { key: 'a-b', within: 'object' },
    { key: 2, within: 'array' },
  ] as const
  expect(selectorCode(steps)).toBe('createSelector(slice, (slice) => slice["a-b"][2])')
})

it('[VAL-8] selects a slice by its name', () => {
  expect(selectorCode([{ key: 'ledger', within: 'object' }])).toBe('ledger')
})

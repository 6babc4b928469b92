import { expect, it } from 'vitest'
import type { ChangeView } from '../../../protocol/calls.ts'
import { pathKey } from '../../values/paths.ts'
import { changeRows } from './changeRows.ts'

const change = (...path: (string | number)[]): ChangeView => ({ kind: 'changed', path })
const lines = (changes: readonly ChangeView[], collapsed: readonly string[] = []) =>
  changeRows(changes, new Set(collapsed)).map(({ level, keys }) => `${'  '.repeat(level - 1)}${keys.join('.')}`)

it('[INS-5] shows a way on which nothing else happens in one line', () => {
  expect(lines([change('ledger', 'accounts', 'giro', 'minor')])).toEqual(['ledger.accounts.giro.minor'])
})

it('[INS-5] parts where changes part', () => {
  const changes = [change('ledger', 'accounts', 'giro', 'minor'), change('ledger', 'accounts', 'savings', 'minor')]
  expect(lines(changes)).toEqual(['ledger.accounts', '  giro.minor', '  savings.minor'])
})

it('[INS-5] counts what a collapsed line holds', () => {
  const changes = [change('a', 'x'), change('a', 'y'), change('b')]
  expect(changeRows(changes, new Set([pathKey(['a'])])).map(({ keys, count }) => [keys, count])).toEqual([
    [['a'], 2],
    [['b'], 1],
  ])
})

it('[INS-5] shows a value that changed and has changes below it', () => {
  expect(lines([change('a'), change('a', 'x')])).toEqual(['a', '  x'])
})

it('[INS-5] keeps the row 1 apart from the row "1"', () => {
  expect(changeRows([change('rows', 1), change('rows', '1')], new Set())).toHaveLength(3)
})

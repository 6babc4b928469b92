import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orderOf } from '../records/orderOf.ts'
import { editViews, leavesAt } from './edits.ts'
import { editsInALine, editWords } from './editWords.ts'

const types = { 1204: 'bank/transferred', 1205: 'bank/transferred', 1206: 'bank/opened', 1300: 'search/typed' }
const words = (...given: Parameters<typeof editViews>) => editViews(...given).map(editWords)

it.each([
  [{ without: [1204] }, ['Without 1,204 bank/transferred']],
  [
    { without: [1206, 1205, 1204] },
    ['Without 1,204 to 1,205 bank/transferred (2 records)', 'Without 1,206 bank/opened'],
  ],
  [{ without: [7] }, ['Without record 7']],
  [{ replace: { 1204: { type: 'bank/transferred', payload: '1' } } }, ['1,204 bank/transferred with another payload']],
  [
    { replace: { 1204: { type: 'bank/opened', payload: '1' } } },
    ['bank/opened in the place of 1,204 bank/transferred'],
  ],
  [{ insert: { 1204: [{ type: 'bank/opened', payload: '' }] } }, ['bank/opened inserted after 1,204']],
  [{ insert: { [-1]: [{ type: 'bank/opened', payload: '' }] } }, ['bank/opened inserted before all others']],
  [{ order: orderOf(1300, 1303) }, ['1,300 search/typed moved behind 1,303']],
  [{ order: orderOf(1300, -1) }, ['1,300 search/typed moved before all others']],
  [{ order: [3, 1, 2, 0] }, ['4 records between 0 and 3 in another order']],
  [{ order: [1, 2, 3] }, []],
])('[BRN-1] says %j in words', (edit, expected) => {
  expect(words({ at: 2_000, ...edit }, types)).toEqual(expected)
})

it('[BRN-1] says every move of one record by that record', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.integer({ min: -1, max: 200 }), (at, behind) => {
      fc.pre(Math.abs(behind - at) > 1 && behind !== at - 2)
      expect(editViews({ at: 200, order: orderOf(at, behind) }, {})).toEqual([
        { kind: 'moved', at, behind, type: undefined },
      ])
    }),
  )
})

it('[BRN-1] names a branch for what it does, in the order of the log', () => {
  const edit = { at: 2_000, without: [1206], insert: { 1204: [{ type: 'bank/opened', payload: '' }] } }
  expect(editsInALine(editViews(edit, types))).toBe('bank/opened inserted after 1,204 and 1 more')
  expect(editsInALine([])).toBe('Branch')
})

it.each([
  [{ without: [1206, 1204] }, 1_203],
  [{ replace: { 5: { type: 'a', payload: '' } } }, 4],
  [{ insert: { 5: [{ type: 'a', payload: '' }] } }, 5],
  [{ insert: { [-1]: [{ type: 'a', payload: '' }] } }, -1],
  [{ order: orderOf(1300, 1303) }, 1_299],
  [{ order: orderOf(1300, 1290) }, 1_290],
  [{}, 2_000],
])('[BRN-5] leaves the original with %j before its first edit', (edit, at) => {
  expect(leavesAt(editViews({ at: 2_000, ...edit }, types), 2_000)).toBe(at)
})

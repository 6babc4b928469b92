import { expect, it } from 'vitest'
import type { FilterValues } from './suggest.ts'
import { accept, suggest } from './suggest.ts'

const of = (...values: readonly string[]) => values.map((value) => ({ value, hint: '' }))
const values: FilterValues = {
  types: of('bank/opened', 'shop/bankChosen', 'bank/transferred'),
  effects: of('loadStatement', 'an effect'),
  origins: [],
  paths: of('ledger.accounts'),
}
const textsFor = (text: string, caret = text.length) => suggest(text, caret, values).map((each) => each.text)

it('[REC-5] suggests prefixes before a word is begun, and those that fit it after', () => {
  expect(textsFor('')).toEqual(['type:', 'topic:', 'effect:', 'cause:', 'origin:', 'path:', 'is:failed'])
  expect(textsFor('t')).toEqual(['type:', 'topic:'])
  expect(textsFor('rent')).toEqual([])
})

it('[REC-5] suggests values that the app has, those that begin with what is written first', () => {
  expect(textsFor('type:bank')).toEqual(['type:bank/opened', 'type:bank/transferred', 'type:shop/bankChosen'])
  expect(textsFor('effect:an')).toEqual(['effect:"an effect"'])
  expect(textsFor('topic:bank.o')).toEqual(['topic:bank.opened'])
  expect(textsFor('path:acc')).toEqual(['path:ledger.accounts'])
})

it('[REC-5] puts a suggestion in the place of the word at the caret, and leaves the others', () => {
  const [opened] = suggest('rent type:op is:failed', 12, values)
  expect(opened && accept('rent type:op is:failed', 12, opened)).toEqual({
    text: 'rent type:bank/opened is:failed',
    caret: 'rent type:bank/opened'.length,
  })
})

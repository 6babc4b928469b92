import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stringDiff } from './stringDiff.ts'

const without = (kind: string, before: string, after: string) =>
  stringDiff(before, after)
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('')

it('[INS-7] shows the word that differs', () => {
  expect(stringDiff('Rent for November', 'Rent for December')).toEqual([
    { kind: 'same', text: 'Rent for ' },
    { kind: 'removed', text: 'November' },
    { kind: 'added', text: 'December' },
  ])
})

it('[INS-7] finds what is the same between two differences', () => {
  expect(stringDiff('a b c d', 'x b c y').filter(({ kind }) => kind === 'same')).toEqual([
    { kind: 'same', text: ' b c ' },
  ])
})

it('[INS-7] gives both texts back, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', 'é', '漢', '👩🏽', '\n') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(without('added', before, after)).toBe(before)
      expect(without('removed', before, after)).toBe(after)
    }),
  )
})

it('[INS-7] replaces a middle that is too long to compare', () => {
  const before = Array.from({ length: 600 }, (_, index) => `a${index}`).join(' ')
  const after = Array.from({ length: 600 }, (_, index) => `b${index}`).join(' ')
  expect(stringDiff(before, after).map(({ kind }) => kind)).toEqual(['removed', 'added'])
})

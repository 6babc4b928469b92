import fc from 'fast-check'
import { expect, it } from 'vitest'
import { visibleText } from './visibleText.ts'

const marks = (text: string) => visibleText(text).flatMap((part) => (part.kind === 'mark' ? [part.name] : []))

it('[VAL-1] draws marks that turn the direction of a text', () => {
  expect(visibleText('user\u202e\u2066 admin')).toEqual([
    { kind: 'plain', text: 'user' },
    { kind: 'mark', name: 'RLO' },
    { kind: 'mark', name: 'LRI' },
    { kind: 'plain', text: ' admin' },
  ])
})

it('[VAL-1] draws what has no width and what controls', () => {
  expect(marks('pay\u200bpal\u0000\u0007\ufeff')).toEqual(['ZWSP', 'U+0000', 'U+0007', 'BOM'])
})

it('[VAL-1] leaves letters of every script, emoji, tabs and new lines as they are', () => {
  const text = 'שלום مرحبا 漢字 👩🏽 é\t\n'
  expect(visibleText(text)).toEqual([{ kind: 'plain', text }])
})

it('[VAL-1] draws half of a surrogate pair', () => {
  expect(marks('a\ud83db')).toEqual(['U+D83D'])
})

it('[VAL-1] leaves nothing that acts in any plain part', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const part of visibleText(text)) if (part.kind === 'plain') expect(marks(part.text)).toEqual([])
    }),
  )
})

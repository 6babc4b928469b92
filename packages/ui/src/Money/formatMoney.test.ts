import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatMoney, moneyParts } from './formatMoney.ts'

it.each([
  [123_456, 'EUR', '€1,234.56'],
  [-123_456, 'EUR', '\u2212€1,234.56'],
  [5, 'EUR', '€0.05'],
  [-5, 'EUR', '\u2212€0.05'],
  [0, 'EUR', '€0.00'],
  [123_456, 'JPY', '¥123,456'],
  [123_456, 'BHD', 'BHD\u00a0123.456'],
])('[CMP-4] writes %i minor units of %s as %s', (minor, currency, expected) => {
  expect(formatMoney(minor, { currency, locale: 'en-GB' })).toBe(expected)
})

it('[CMP-4] takes the exponent that is given over the one that Intl knows', () => {
  expect(formatMoney(123_456, { currency: 'EUR', exponent: 3, locale: 'en-GB' })).toBe('€123.456')
})

it('[CMP-4] writes a plus only before what is more than nothing', () => {
  const texts = [1, 0, -1].map((minor) => formatMoney(minor, { currency: 'EUR', sign: 'always', locale: 'en-GB' }))
  expect(texts).toEqual(['+€0.01', '€0.00', '\u2212€0.01'])
})

it('[CMP-4] writes a code that is no currency as a plain number', () => {
  expect(formatMoney(123_456, { currency: 'points', locale: 'en-GB' })).toBe('123,456')
})

it('[CMP-4] refuses a fraction of a minor unit', () => {
  expect(() => formatMoney(0.5, { currency: 'EUR' })).toThrow('whole number of minor units')
})

it('[CMP-4] keeps every digit, whatever the size, the exponent and the locale', () => {
  const amounts = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
  fc.assert(
    fc.property(
      amounts,
      fc.nat({ max: 4 }),
      fc.constantFrom('en-GB', 'de-DE', 'de-CH', 'fr-FR'),
      (minor, exponent, locale) => {
        const parts = moneyParts(minor, { currency: 'EUR', exponent, locale })
        const digits = parts
          .filter(({ kind }) => kind === 'whole' || kind === 'fraction')
          .map(({ text }) => text.replace(/\D/g, ''))
          .join('')
        const isNegative = parts.some(({ kind, text }) => kind === 'sign' && text === '\u2212')
        expect(BigInt(digits) * (isNegative ? -1n : 1n)).toBe(minor)
      },
    ),
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencyExponent, isKnownCurrency } from './currency.ts'
import { decimalString } from './decimalString.ts'
import { formatMoney } from './formatMoney.ts'
import { MoneyError } from './MoneyError.ts'
import { addMinor, minorMax } from './minor.ts'
import { parseMoney } from './parseMoney.ts'

const currencies = [
  'EUR',
  'USD',
  'JPY',
  'KRW',
  'BHD',
  'IQD',
  'CLF',
  'CHF',
  'GBP',
  'INR',
  'PLN',
  'DEM',
  'ITL',
  'HUF',
  'ISK',
]
const locales = ['en', 'de', 'fr', 'nl', 'de-CH', 'de-AT', 'pl', 'sv', 'es', 'it', 'pt', 'en-IN', 'da', 'cs']
const anyMinor = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -100_000, max: 100_000 }))
const anyCurrency = fc.constantFrom(...currencies)

const codeOf = (run: () => unknown): string | undefined => {
  try {
    run()
  } catch (thrown) {
    if (thrown instanceof MoneyError) return thrown.code
    throw thrown
  }
  return undefined
}

describe('currencies', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['BHD', 3],
    ['IQD', 3],
    ['CLF', 4],
    ['UYW', 4],
    ['DEM', 2],
    ['PLN', 2],
    ['ITL', 0],
    ['XAF', 0],
  ])('[MON-5] %s has %i decimals', (currency, exponent) => {
    expect(currencyExponent(currency)).toBe(exponent)
    expect(isKnownCurrency(currency)).toBe(true)
  })

  it('[MON-5] counts an unknown code as two decimals and tells it apart', () => {
    expect(currencyExponent('QQQ')).toBe(2)
    expect(isKnownCurrency('QQQ')).toBe(false)
  })

  it('[MON-5] knows every currency that Intl lists, funds and metals apart', () => {
    const unknown = Intl.supportedValuesOf('currency').filter(
      (code) => !isKnownCurrency(code) && !/^X[A-Z]{2}$/.test(code),
    )
    expect(unknown).toEqual([])
  })
})

describe('parseMoney', () => {
  it('[MON-6] counts in the minor units of the currency', () => {
    expect(parseMoney('12.5', 'EUR')).toBe(1250)
    expect(parseMoney('-1.000', 'JPY')).toBe(-1000)
    expect(parseMoney('1.5', 'BHD')).toBe(1500)
    expect(parseMoney('0,3', 'DEM')).toBe(30)
    expect(parseMoney('8.850', 'EUR', '.')).toBe(885)
    expect(parseMoney('2700,00', 'JPY')).toBe(2700)
  })

  it('[MON-6] never gives minus zero', () => {
    expect(Object.is(parseMoney('-0,00', 'EUR'), 0)).toBe(true)
  })

  it('[MON-7] refuses what it could only round, or not hold', () => {
    expect(codeOf(() => parseMoney('12.3456', 'EUR'))).toBe('money/too-precise')
    expect(codeOf(() => parseMoney('0.005', 'EUR'))).toBe('money/too-precise')
    expect(codeOf(() => parseMoney('0.5', 'JPY'))).toBe('money/too-precise')
    expect(parseMoney('90071992547409.91', 'EUR')).toBe(minorMax)
    expect(codeOf(() => parseMoney('90071992547409.92', 'EUR'))).toBe('money/too-large')
    expect(codeOf(() => parseMoney('9'.repeat(70), 'EUR'))).toBe('money/too-large')
    expect(codeOf(() => parseMoney('twelve', 'EUR'))).toBe('money/not-an-amount')
    expect(codeOf(() => parseMoney('12', 'euro'))).toBe('money/not-a-currency')
  })

  it('[MON-8] reads back every amount written as a plain decimal, in either notation', () => {
    fc.assert(
      fc.property(anyMinor, anyCurrency, (minor, currency) => {
        const plain = decimalString(minor, currency)
        expect(parseMoney(plain, currency, '.')).toBe(minor)
        expect(parseMoney(plain.replace('.', ','), currency, ',')).toBe(minor)
      }),
    )
  })

  it('[MON-3] reads any text at all or refuses it with a MoneyError', () => {
    const amountLike = fc.string({ unit: fc.constantFrom(..."0123456789.,-+() €$EURDRC'’ "), maxLength: 30 })
    fc.assert(
      fc.property(fc.oneof(fc.string(), amountLike), anyCurrency, (text, currency) => {
        const code = codeOf(() => expect(parseMoney(text, currency)).toSatisfy(Number.isSafeInteger))
        expect(code ?? 'money/').toContain('money/')
      }),
      { numRuns: 2000 },
    )
  })
})

describe('formatMoney', () => {
  it('[MON-9] writes the notation of the locale with the decimals of the currency', () => {
    expect(formatMoney(-125050, 'EUR', 'de')).toBe('-1.250,50\u00a0€')
    expect(formatMoney(125050, 'USD', 'en')).toBe('$1,250.50')
    expect(formatMoney(1000, 'JPY', 'en')).toBe('¥1,000')
    expect(formatMoney(1234567, 'BHD', 'en')).toBe('BHD\u00a01,234.567')
    expect(formatMoney(1, 'IQD', 'en')).toBe('IQD\u00a00.001')
    expect(formatMoney(100, 'QQQ', 'en')).toBe('QQQ\u00a01.00')
  })

  it('[MON-9] shows sign and currency as asked', () => {
    expect(formatMoney(500, 'EUR', 'en', { sign: 'always' })).toBe('+€5.00')
    expect(formatMoney(0, 'EUR', 'en', { sign: 'always' })).toBe('€0.00')
    expect(formatMoney(-500, 'EUR', 'en', { sign: 'never' })).toBe('€5.00')
    expect(formatMoney(-500, 'EUR', 'en', { sign: 'accounting' })).toBe('(€5.00)')
    expect(formatMoney(-500, 'EUR', 'en', { show: 'none' })).toBe('-5.00')
    expect(formatMoney(-500, 'EUR', 'en', { show: 'code' })).toBe('-EUR\u00a05.00')
  })

  it('[MON-9] is exact at the end of the range, where a quotient is not', () => {
    expect(formatMoney(minorMax, 'EUR', 'en')).toBe('€90,071,992,547,409.91')
    expect(formatMoney(-minorMax, 'CLF', 'en', { show: 'none' })).toBe('-900,719,925,474.0991')
  })

  it('[MON-9] refuses a fraction of a minor unit, NaN and a malformed currency', () => {
    expect(codeOf(() => formatMoney(0.5, 'EUR', 'en'))).toBe('money/not-an-amount')
    expect(codeOf(() => formatMoney(Number.NaN, 'EUR', 'en'))).toBe('money/not-an-amount')
    expect(codeOf(() => formatMoney(1, 'E', 'en'))).toBe('money/not-a-currency')
  })

  it('[MON-10] is read back by parseMoney, in every locale, with any sign', () => {
    fc.assert(
      fc.property(
        anyMinor,
        anyCurrency,
        fc.constantFrom(...locales),
        fc.constantFrom('auto' as const, 'accounting' as const),
        fc.constantFrom('code' as const, 'none' as const),
        (minor, currency, locale, sign, show) => {
          const mark = new Intl.NumberFormat(locale).format(1.5).includes(',') ? ',' : '.'
          expect(parseMoney(formatMoney(minor, currency, locale, { sign, show }), currency, mark)).toBe(minor)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('addMinor', () => {
  it('[MON-11] adds exactly and refuses to leave the exact range', () => {
    expect(addMinor(2, -5)).toBe(-3)
    expect(codeOf(() => addMinor(minorMax, 1))).toBe('money/too-large')
    expect(codeOf(() => addMinor(-minorMax, -1))).toBe('money/too-large')
  })
})

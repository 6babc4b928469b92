import { describe, expect, it } from 'vitest'
import { decimalMarkOf, parseDecimal } from './decimal.ts'

/** `-1234.5` for what was read, or undefined. */
function read(text: string, mark?: '.' | ','): string | undefined {
  const decimal = parseDecimal(text, mark)
  if (!decimal) return undefined
  const digits = decimal.digits.padStart(decimal.scale + 1, '0')
  const at = digits.length - decimal.scale
  return (decimal.negative ? '-' : '') + digits.slice(0, at) + (decimal.scale ? `.${digits.slice(at)}` : '')
}

describe('parseDecimal', () => {
  it.each([
    ['0', '0'],
    ['12', '12'],
    ['007', '7'],
    ['12.5', '12.5'],
    ['12,', '12'],
    [',50', '0.50'],
    ['.5', '0.5'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234,56', '1234.56'],
    ['1\u202f234\u202f567,8', '1234567.8'],
    ["1'234'567.80", '1234567.80'],
    ['1’234.50', '1234.50'],
    ['12,34,567.00', '1234567.00'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['0,125', '0.125'],
    ['1234,567', '1234.567'],
  ])('[MON-1] reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['-12', '-12'],
    ['12-', '-12'],
    ['+12', '12'],
    ['−12,50', '-12.50'],
    ['(12.00)', '-12.00'],
    ['12,00 DR', '-12.00'],
    ['12.00CR', '12.00'],
    ['12.00 D', '-12.00'],
    ['€ 12,50', '12.50'],
    ['€ -12,50', '-12.50'],
    ['-€12.50', '-12.50'],
    ['-£3.20', '-3.20'],
    ['US$ 1,000.00', '1000.00'],
    ['12,50 EUR', '12.50'],
    ['-12,50 EUR', '-12.50'],
    ['12,50- EUR', '-12.50'],
    ["CHF 1'234.50", '1234.50'],
    ['12,00 zł', '12.00'],
  ])('[MON-2] reads the sign and sets the currency aside in %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    '',
    '-',
    'abc',
    '1.2.3',
    '12 34',
    '1.23.456,00',
    '--1',
    '-1-',
    '(-1)',
    '(12',
    '12)',
    '1e5',
    '0x10',
    'NaN',
    '1,2,3',
    '١٢',
    '12 EUR USD',
    'EUR 12 EUR',
    '-12 DR',
    '1.234 56',
  ])('[MON-3] does not read “%s”', (text) => {
    expect(read(text)).toBeUndefined()
  })

  it('[MON-4] takes a lone separator before three digits for a group, unless the mark is given', () => {
    expect(read('1.234')).toBe('1234')
    expect(read('1.234', '.')).toBe('1.234')
    expect(read('1,234', '.')).toBe('1234')
  })

  it('[MON-4] refuses a separator that cannot be a group under the given mark', () => {
    expect(read('12.50', ',')).toBeUndefined()
    expect(read('1,234.56', ',')).toBeUndefined()
  })

  it('tells the ISO code beside the number', () => {
    expect(parseDecimal('12.50 USD')?.code).toBe('USD')
    expect(parseDecimal('12.50')?.code).toBeUndefined()
  })
})

describe('decimalMarkOf', () => {
  it.each([
    ['1.234,56', ','],
    ['1,234.56', '.'],
    ['12,5', ','],
    ['1.234', undefined],
    ['1.234.567', undefined],
    ['12', undefined],
    ['0.125', '.'],
  ])('says of %s: %s', (text, mark) => {
    expect(decimalMarkOf(text)).toBe(mark)
  })
})

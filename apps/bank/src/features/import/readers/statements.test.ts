import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { problemOf, read } from './testing/read.fixtures.ts'

// Public statements of real banks. They lie beside the repository, not in it.
const folder = resolve(import.meta.dirname, '../../../../../../..', 'shared', 'statements')
const isAbsent = !existsSync(folder)
if (isAbsent) console.warn(`Public statements are not read: there is no folder ${folder}.`)
const reason = isAbsent ? ` (left out: no folder ${folder})` : ''

const bytesOf = (file: string) => new Uint8Array(readFileSync(resolve(folder, file)))

/** What a statement of the file holds: account, currency, lines, their sum, opening and closing balance in minor units. */
type Expected = readonly [
  account: string | undefined,
  currency: string,
  lines: number,
  sum: number,
  opening: number | undefined,
  closing: number | undefined,
]

const imported: readonly (readonly [
  file: string,
  format: string,
  warnings: readonly string[],
  statements: readonly Expected[],
])[] = [
  [
    'mt940/cmxl-mt940.sta',
    'mt940',
    [],
    [
      ['45050050/76198810', 'DEM', 11, 8730, 8434974, 8443704],
      ['10020030/1234567', 'EUR', 2, 220000, 218795, 438795],
      ['BPHKPLPK/320000546101', 'PLN', 3, 1004000, 4000000, 5004000],
    ],
  ],
  ['mt940/mBank-mt940.sta', 'mt940', [], [['PL29114010810000267002001002', 'PLN', 3, 3, 40, 43]]],
  [
    'mt940/self-provided-february_30.sta',
    'mt940',
    ['import/day-clamped'],
    [['12345678/1020304050', 'EUR', 1, -600, 120000, 119400]],
  ],
  [
    'mt940/self-provided-multiline.sta',
    'mt940',
    ['import/line-outside', 'import/does-not-add-up'],
    [['BILLLULLXXX/"NUMERO DE COMPTE IBAN 2"', 'EUR', 2, 11400, 1640, 1140]],
  ],
  [
    'mt940/self-provided-raphaelm.sta',
    'mt940',
    [],
    [
      ['1222333444', 'DEM', 6, 10500000, 0, 10500000],
      ['1222333444', 'DEM', 2, 4000000, 10500000, 14500000],
      ['3346780111', 'DEM', 1, -5000000, 14500000, 9500000],
    ],
  ],
  ['camt/camt052.v2.xml', 'camt.052', [], [['CH2801234000123456789', 'SEK', 1, -20000000, undefined, undefined]]],
  [
    'camt/camt053.v2.all-balance-types.xml',
    'camt.053',
    ['import/does-not-add-up'],
    [['CH2801234000123456789', 'EUR', 1, 885, 101, 404]],
  ],
  [
    'camt/camt053.v2.multi.statement.xml',
    'camt.053',
    [],
    [
      ['NL26VAYB8060476890', 'EUR', 1, 885, 1815, 2700],
      ['NL26VAYB8060476890', 'EUR', 1, -700, 2700, 2000],
    ],
  ],
  [
    'camt/camt053.v4.xml',
    'camt.053',
    ['import/balance-other-currency'],
    [['NL26VAYB8060476890', 'EUR', 1, 885, 1815, -2700]],
  ],
  [
    'csv/2018-04-14_10-52-13_bunq-transactieoverzicht.csv',
    'csv',
    ['import/currency-assumed'],
    [['NL47BUNQ2025181418', 'EUR', 3, -256 + 75000 - 1890, undefined, undefined]],
  ],
  [
    'csv/MonzoDataExport_February2018_2018-02-26_174335.csv',
    'csv',
    ['import/account-missing'],
    [[undefined, 'GBP', 1, -1000, undefined, undefined]],
  ],
]

const explained: readonly (readonly [file: string, code: string])[] = [
  ['mt940/self-provided-sparkassen.sta', 'import/currency-missing'],
  ['camt/camt053.v2.wrong.xml', 'import/no-statement'],
  ['csv/test_row_format_CD_flag.csv', 'import/csv-no-header'],
  ['ofx/bank_medium.ofx', 'import/format-not-read'],
  ['ofx/checking.ofx', 'import/format-not-read'],
  ['ofx/date_missing.ofx', 'import/format-not-read'],
  ['ofx/multiple_accounts.ofx', 'import/format-not-read'],
  ['ofx/ofx-v102-empty-tags.ofx', 'import/format-not-read'],
  ['qif/invalid.txt', 'import/format-unknown'],
  ['qif/test.qif', 'import/format-not-read'],
  ['qif/test_split.qif', 'import/format-not-read'],
]

describe(`the public statements${reason}`, () => {
  it.skipIf(isAbsent)('[IMP-2] are all read or explained: no file is left out here', () => {
    const all = ['mt940', 'camt', 'csv', 'ofx', 'qif'].flatMap((kind) =>
      readdirSync(resolve(folder, kind)).map((name) => `${kind}/${name}`),
    )
    const known = new Set([...imported, ...explained].map(([file]) => file))
    expect(all.filter((file) => !file.endsWith('.yml') && !known.has(file))).toEqual([])
  })

  it.skipIf(isAbsent).each(imported)('[IMP-11] [IMP-12] [IMP-13] %s is read', (file, format, warnings, statements) => {
    const found = read(bytesOf(file), { fileName: file })
    expect(found.format).toBe(format)
    expect(found.warnings.map(({ code }) => code)).toEqual(warnings)
    expect(
      found.statements.map(({ account, closing, lines, opening }) => [
        account.id,
        account.currency,
        lines.length,
        lines.reduce((sum, { minor }) => sum + minor, 0),
        opening?.minor,
        closing?.minor,
      ]),
    ).toEqual(statements)
  })

  it.skipIf(isAbsent).each(explained)('[IMP-2] %s is explained by %s', (file, code) => {
    const problem = problemOf(bytesOf(file), { fileName: file })
    expect(problem.code).toBe(code)
    expect(problem.message).toContain(file)
    expect(problem.expected).toBeTruthy()
  })

  it.skipIf(isAbsent)('[IMP-2] the booking without a statement is read once its currency is told', () => {
    const file = read(bytesOf('mt940/self-provided-sparkassen.sta'), { currency: 'EUR' })
    expect(file.statements).toMatchObject([
      { lines: [{ minor: 3000, bookingDate: '2018-11-26', memo: 'Test', postingText: 'GUTSCHR. UEBERWEISUNG' }] },
    ])
  })
})

/** What the `.yml` beside a `.sta` says of its transactions, read with another library by the file's collectors. */
function expectedTransactions(yml: string) {
  const [, transactions = ''] = yml.split(/^transactions:$/m)
  return transactions
    .split('- !!python/object:mt940.models.Transaction\n')
    .slice(1)
    .map((text) => ({
      amount: /Decimal\n\s+- '([^']*)'/.exec(text)?.[1],
      currency: /\n {6}currency: (\S+)/.exec(text)?.[1],
      bankReference: field(text, 'bank_reference'),
      reference: field(text, 'customer_reference'),
      type: field(text, 'id'),
      valueDate: pythonDate(/\n {4}date:[^\n]*\n\s+- !!binary \|\n\s+(\S+)/.exec(text)?.[1]),
      entryDate: pythonDate(/\n {4}entry_date:[^\n]*\n\s+- !!binary \|\n\s+(\S+)/.exec(text)?.[1]),
      postingText: field(text, 'posting_text'),
      gvc: field(text, 'transaction_code'),
      purpose: folded(text, 'purpose'),
    }))
}

const field = (text: string, name: string) => {
  const value = new RegExp(`\n {4}${name}: ([^\n]*)`).exec(text)?.[1]
  if (value === undefined || value === 'null' || value === "''") return undefined
  return value.startsWith('"') ? String(JSON.parse(value)) : value.replace(/^'(.*)'$/, '$1')
}
const folded = (text: string, name: string) => {
  const value = new RegExp(`\n {4}${name}: ([^\n]*(?:\n {6}[^\n]*)*)`).exec(text)?.[1]?.replace(/\n\s+/g, ' ')
  return value === undefined || value === 'null' ? undefined : value
}
/** Python pickles a date as two bytes of year, one of month, one of day. */
const pythonDate = (base64: string | undefined) => {
  if (base64 === undefined) return undefined
  const [high = 0, low = 0, month = 0, day = 0] = Buffer.from(base64, 'base64')
  return `${high * 256 + low}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
const squeezed = (text: string | undefined) => text?.replace(/\s/g, '')

describe(`the expectations beside the public MT940 statements${reason}`, () => {
  it.skipIf(isAbsent).each([
    ['cmxl-mt940', 16],
    ['mBank-mt940', 3],
    ['self-provided-february_30', 1],
    ['self-provided-multiline', 2],
    ['self-provided-raphaelm', 9],
    ['self-provided-sparkassen', 1],
  ])('[IMP-11] of %s are met for all %i bookings', (name, count) => {
    const lines = read(bytesOf(`mt940/${name}.sta`), { currency: 'EUR' }).statements.flatMap(
      (statement) => statement.lines,
    )
    const expected = expectedTransactions(new TextDecoder().decode(bytesOf(`mt940/${name}.yml`)))
    expect(expected).toHaveLength(count)
    expect(lines).toHaveLength(count)
    for (const [index, line] of lines.entries()) {
      const wanted = expected[index]
      expect(line.minor).toBe(Math.round(Number(wanted?.amount) * 100))
      expect(line.valueDate).toBe(wanted?.valueDate)
      if (wanted?.entryDate !== undefined) expect(line.bookingDate).toBe(wanted.entryDate)
      if (wanted?.currency !== undefined && wanted.currency !== 'null') expect(line.currency).toBe(wanted.currency)
      // That library does not know that NONREF means none.
      expect(line.reference).toBe(wanted?.reference === 'NONREF' ? undefined : wanted?.reference)
      expect(line.bankReference).toBe(wanted?.bankReference)
      expect(line.code?.split('/')).toEqual([wanted?.type, wanted?.gvc].filter((part) => part !== undefined))
      if (wanted?.postingText !== undefined) expect(line.postingText).toBe(wanted.postingText)
      // Without spaces: that library runs all purpose lines together. It puts ?60 elsewhere, so it may be behind.
      if (wanted?.purpose !== undefined) expect(squeezed(line.memo)).toContain(squeezed(wanted.purpose))
    }
  })
})

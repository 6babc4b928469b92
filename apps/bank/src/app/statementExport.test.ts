import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../features/import/readers/testing/read.fixtures.ts'
import { statementCamt } from '../features/statements/export/statementCamt.ts'
import { statementCsv } from '../features/statements/export/statementCsv.ts'
import type { Period } from '../features/statements/Period.ts'
import type { Account } from '../ledger/index.ts'
import { entryWith } from '../ledger/ledger.fixtures.ts'

const account: Account = {
  id: 'giro',
  name: 'Giro',
  owner: 'Ann & Söhne <GmbH>',
  currency: 'EUR',
  kind: 'asset',
  iban: 'DE02120300000000202051',
}

interface LineFixture {
  readonly minor: number
  readonly memo: string
  readonly name?: string
}

function periodOf(lines: readonly LineFixture[], openingMinor = 10_000, of = account): Period {
  let balanceMinor = openingMinor
  return {
    account: of,
    number: 3,
    from: '2026-03-01',
    to: '2026-03-31',
    openingMinor,
    closingMinor: lines.reduce((sum, { minor }) => sum + minor, openingMinor),
    lines: lines.map(({ minor, memo, name }, at) => {
      balanceMinor += minor
      const entry = entryWith(`e${at}`, { memo, ...(name !== undefined && { counterparty: { name } }) })
      return { entry: { ...entry, ordinal: at, recordedAt: 0 }, minor, balanceMinor }
    }),
  }
}

/** Letters that XML has, and spaces that readers fold. */
const words = fc
  .array(fc.constantFrom('Rent', '&', '<b>', '"x"', 'Müller', '家賃', '👩‍🎤', '=1+1', ';', ','), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(' '))
const minor = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((each) => each !== 0)

describe('exporting a statement', () => {
  it('[STM-5] as CAMT.053 is read back with the same lines and balances', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ minor, memo: words }), { maxLength: 8 }), (lines) => {
        const period = periodOf(lines)
        const read = readBack(statementCamt(period, 0))
        expect(read.opening?.minor).toBe(period.openingMinor)
        expect(read.closing?.minor).toBe(period.closingMinor)
        expect(read.account).toMatchObject({ id: account.iban, currency: 'EUR' })
        expect(read.lines.map((line) => [line.minor, line.memo, line.bookingDate])).toEqual(
          lines.map((line) => [line.minor, line.memo, '2026-03-02']),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('[STM-5] as CAMT.053 has the decimals of its currency, and texts of any length', () => {
    const long = `${'Miete '.repeat(90)}Ende`
    const yen = { ...account, currency: 'JPY', iban: undefined as never }
    const read = readBack(statementCamt(periodOf([{ minor: -1_234, memo: long }], 5_000, yen), 0))
    expect(read.lines[0]?.minor).toBe(-1_234)
    expect(read.lines[0]?.memo.replaceAll(/\s+/g, '')).toBe(long.replaceAll(/\s+/g, ''))
    const odd = statementCamt(periodOf([{ minor: 1, memo: 'bell\u0007 \ud800 end' }]), 0)
    expect(readBack(odd).lines[0]?.memo).toMatch(/^bell .* end$/)
  })

  it('[STM-4] as CSV is read back, with texts that are no formulas', () => {
    const period = periodOf([
      { minor: -98_000, memo: '=HYPERLINK("http://evil")', name: '@Bakery' },
      { minor: 250_000, memo: 'Salary, March\nwith a break and "quotes"', name: 'Employer' },
    ])
    const csv = statementCsv(period)
    expect(csv).toContain(`"'=HYPERLINK(""http://evil"")"`)
    expect(csv).toContain(",'@Bakery,")
    const read = readBack(csv)
    expect(read.lines.filter((line) => line.minor !== 0).map((line) => line.minor)).toEqual([-98_000, 250_000])
  })
})

/** The only statement of an exported file. */
function readBack(text: string) {
  const [statement, ...others] = read(text).statements
  if (!statement || others.length > 0) throw new Error('One statement was expected.')
  return statement
}

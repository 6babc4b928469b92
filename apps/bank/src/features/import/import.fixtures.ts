import type { ParsedLine, ParsedStatement, StatementFile } from './readers/index.ts'
import { withAccount } from './readers/index.ts'

type LineFixture = Partial<ParsedLine> & Pick<ParsedLine, 'bookingDate' | 'minor'>

/** A statement file as a reader gives it, fingerprints included. */
export function statementFile(
  statements: readonly (Partial<Omit<ParsedStatement, 'lines'>> & { readonly lines: readonly LineFixture[] })[],
  { accountId = 'DE02120300000000202051', fileName = 'statement.sta' } = {},
): StatementFile {
  const parsed = statements.map(({ lines, ...rest }) => ({
    kind: 'statement' as const,
    account: { isIban: true, currency: 'EUR' },
    ...rest,
    lines: lines.map((line, at) => ({
      valueDate: line.bookingDate,
      currency: 'EUR',
      status: 'booked' as const,
      memo: '',
      reversal: false,
      at: { line: at + 1 },
      fingerprint: '',
      ...line,
    })),
  }))
  const file = {
    format: 'mt940' as const,
    fileName,
    bytes: 1_000,
    sha256: `${fileName} ${JSON.stringify(parsed).length}`,
    encoding: 'utf-8',
    statements: parsed,
    warnings: [],
  }
  return withAccount(file, accountId)
}

export const eur = (minor: number, date: string) => ({ minor, currency: 'EUR', date, interim: false })

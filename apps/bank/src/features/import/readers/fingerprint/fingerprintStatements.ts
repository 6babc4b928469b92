import type { ParsedLine, ParsedStatement, StatementFile } from '../StatementFile.ts'
import type { DraftLine, DraftStatement } from '../StatementReader.ts'
import { hashText } from './hashText.ts'

/**
 * Gives every line a fingerprint: the same line has the same one in every file that holds it, under any file name, so that
 * importing a file twice books nothing and overlapping files book the union.
 *
 * It is made of account, both dates, amount, currency, references, counterparty and memo, without regard to case and white
 * space (banks wrap the same text differently). Lines that are the same in all of that are numbered within the file: two equal
 * coffees on one day are `…#1` and `…#2`, and stay two. Day and amount are legible, so that a collision of hashes could only
 * ever confuse two lines of one day and one amount.
 */
export function fingerprintStatements(statements: readonly DraftStatement[]): {
  readonly statements: readonly ParsedStatement[]
  /** Indexes of statements that the file holds a second time; their lines have the fingerprints of the first. */
  readonly repeated: readonly number[]
} {
  const ordinals = new Map<string, number>()
  const seen = new Map<string, ParsedStatement>()
  const repeated: number[] = []
  const done = statements.map((statement, index) => {
    const bases = statement.lines.map((line) => baseOf(line, statement.account.id ?? ''))
    const signature = signatureOf(statement, bases)
    const first = signature === undefined ? undefined : seen.get(signature)
    if (first) {
      repeated.push(index)
      return withLines(statement, (_, at) => first.lines[at]?.fingerprint ?? '')
    }
    const fingerprinted = withLines(statement, (_, at) => {
      const base = bases[at] ?? ''
      const ordinal = (ordinals.get(base) ?? 0) + 1
      ordinals.set(base, ordinal)
      return `${base}#${ordinal}`
    })
    if (signature !== undefined) seen.set(signature, fingerprinted)
    return fingerprinted
  })
  return { statements: done, repeated }
}

/** The file with an account for the statements that name none, and the fingerprints that belong to it. */
export function withAccount(file: StatementFile, id: string): StatementFile {
  const named = file.statements.map((statement) =>
    statement.account.id === undefined ? { ...statement, account: { ...statement.account, id } } : statement,
  )
  return {
    ...file,
    statements: fingerprintStatements(named).statements,
    warnings: file.warnings.filter(({ code }) => code !== 'import/account-missing'),
  }
}

function withLines(
  statement: DraftStatement,
  fingerprint: (line: DraftLine, index: number) => string,
): ParsedStatement {
  const lines = statement.lines.map((line, index): ParsedLine => ({ ...line, fingerprint: fingerprint(line, index) }))
  return { ...statement, lines }
}

function baseOf(line: DraftLine, account: string): string {
  const { bankReference, bookingDate, counterparty, currency, memo, minor, reference, valueDate } = line
  const parts = [account, valueDate, reference, bankReference, counterparty?.name, counterparty?.account, memo]
  const text = parts.join('\u0000').normalize('NFC').replace(/\s+/g, '').toUpperCase()
  return `${bookingDate}/${minor}${currency}/${hashText(text)}`
}

/** Undefined for a statement with nothing to be recognised by: two empty months are not the same one. */
function signatureOf(
  { account, closing, lines, opening, sequence, statementId }: DraftStatement,
  bases: readonly string[],
): string | undefined {
  if (lines.length === 0) return undefined
  return JSON.stringify([account.id, statementId, sequence, opening, closing, bases])
}

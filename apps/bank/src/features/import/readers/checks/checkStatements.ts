import { decimalString, isKnownCurrency } from '../../../../money/index.ts'
import type { Warnings } from '../ImportWarning.ts'
import type { ParsedStatement, StatementFormat } from '../StatementFile.ts'
import { checkSums } from './checkSums.ts'

/** Warns of everything in the statements that should be seen before booking. Nothing here refuses a file. */
export function checkStatements(
  statements: readonly ParsedStatement[],
  format: StatementFormat,
  warnings: Warnings,
): void {
  const newest = new Map<string, ParsedStatement>()
  const unknown = new Set<string>()
  statements.forEach((statement, index) => {
    const { account, closing, lines, opening } = statement
    const at = lines[0]?.at && { line: lines[0].at.line }
    const here = { statement: index, ...(at && { at }) }
    const name = account.id ?? 'an account without name'
    if (account.id === undefined) {
      warnings.add({
        code: 'import/account-missing',
        message: 'The file does not say which account it is of.',
        ...here,
      })
    }
    for (const currency of new Set([account.currency, ...lines.map((line) => line.currency)])) {
      if (isKnownCurrency(currency) || unknown.has(currency)) continue
      unknown.add(currency)
      warnings.add({
        code: 'import/currency-unknown',
        message: `${currency} is not a currency of ISO 4217. Its amounts were read with two decimals.`,
        ...here,
      })
    }
    if (lines.length === 0) {
      warnings.add({ code: 'import/no-lines', message: `The statement of ${name} has no bookings.`, statement: index })
    }
    if (statement.kind === 'statement' && format !== 'csv' && (!opening || !closing)) {
      const missing =
        !opening && !closing
          ? 'opening and closing balance are'
          : !opening
            ? 'opening balance is'
            : 'closing balance is'
      warnings.add({
        code: 'import/balance-missing',
        message: `The ${missing} missing in the statement of ${name}, so its lines cannot be checked. The file may be cut off.`,
        ...here,
      })
    }
    checkSums(statement, here, warnings)
    if (statement.kind !== 'statement' || account.id === undefined) return
    const key = `${account.id} ${account.currency}`
    const before = newest.get(key)?.closing
    if (before && opening && before.currency === opening.currency && before.minor !== opening.minor) {
      warnings.add({
        code: 'import/balances-do-not-meet',
        message: `${name}: a statement closes with ${decimalString(before.minor, before.currency)} and the next opens with ${decimalString(opening.minor, opening.currency)} ${opening.currency}. One in between may be missing.`,
        ...here,
      })
    }
    newest.set(key, statement)
  })
}

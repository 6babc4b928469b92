import { decimalString } from '../../../../money/index.ts'
import type { ImportWarning, Warnings } from '../ImportWarning.ts'
import type { ParsedStatement } from '../StatementFile.ts'

/** Warns when opening balance and booked lines do not give the closing balance. */
export function checkSums(
  { account, closing, lines, opening }: ParsedStatement,
  here: Pick<ImportWarning, 'statement' | 'at'>,
  warnings: Warnings,
): void {
  const { currency } = account
  for (const [name, balance] of [
    ['opening', opening],
    ['closing', closing],
  ] as const) {
    if (!balance || balance.currency === currency) continue
    warnings.add({
      code: 'import/balance-other-currency',
      message: `The ${name} balance is in ${balance.currency}, the account in ${currency}. The lines cannot be checked against it.`,
      ...here,
    })
  }
  if (!opening || !closing || opening.currency !== currency || closing.currency !== currency) return
  // As big integers: the sum of exact amounts may leave the range in which numbers are exact.
  let given = BigInt(opening.minor)
  for (const line of lines) if (line.status === 'booked' && line.currency === currency) given += BigInt(line.minor)
  const difference = BigInt(closing.minor) - given
  if (difference === 0n) return
  const minor = Number(difference)
  const exact = Number.isSafeInteger(minor)
  warnings.add({
    code: 'import/does-not-add-up',
    message: exact
      ? `The closing balance is ${decimalString(closing.minor, currency)} ${currency}; opening balance and lines give ${decimalString(Number(given), currency)}. Difference: ${decimalString(minor, currency)} ${currency}.`
      : `The closing balance is ${decimalString(closing.minor, currency)} ${currency}; opening balance and lines give an amount beyond the exact range.`,
    ...here,
    ...(exact && { difference: { minor, currency } }),
  })
}

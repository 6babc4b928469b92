import type { Currency, Decimal } from '../../../money/index.ts'
import { MoneyError, minorOf } from '../../../money/index.ts'
import { refuse } from './ImportProblem.ts'
import type { FilePosition } from './StatementFile.ts'

/**
 * The amount in minor units.
 *
 * @throws ImportRefused `import/amount-invalid` where the currency cannot hold it exactly
 */
export function minorAt(
  decimal: Decimal,
  currency: Currency,
  at: FilePosition,
  { fileName }: { readonly fileName: string },
): number {
  try {
    return minorOf(decimal, currency)
  } catch (thrown) {
    if (!(thrown instanceof MoneyError)) throw thrown
    throw refuse({
      code: 'import/amount-invalid',
      fileName,
      what: 'The amount cannot be taken exactly.',
      at,
      found: `${thrown.found}${thrown.found.includes(currency) ? '' : ` ${currency}`}`,
      expected: 'no more decimals than the currency has, and at most 2^53 - 1 minor units',
      cause: thrown,
    })
  }
}

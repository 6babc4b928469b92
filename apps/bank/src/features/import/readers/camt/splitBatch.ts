import type { FilePosition } from '../StatementFile.ts'
import type { ReadContext } from '../StatementReader.ts'
import type { CamtAmount } from './readAmount.ts'
import { readAmount, readSign } from './readAmount.ts'
import { elementAt, textAt } from './xml.ts'

export interface Payment {
  readonly minor: number
  readonly sign: 1 | -1
  readonly transaction: unknown
}

/**
 * The payments of a collective booking, when each has an amount in the booking's currency and they sum up to it exactly.
 * Undefined for a booking of one payment, and where the sum would be another: then the booking stays one line, because the
 * account moved by that amount whatever the details say.
 */
export function splitBatch(
  entry: unknown,
  transactions: readonly unknown[],
  total: CamtAmount,
  at: FilePosition,
  statement: number,
  context: ReadContext,
): readonly Payment[] | undefined {
  if (transactions.length < 2) return undefined
  const sign = readSign(entry, at, context)
  const payments: Payment[] = []
  for (const [index, transaction] of transactions.entries()) {
    const place = { line: at.line, element: `${at.element}/TxDtls[${index + 1}]` }
    const element =
      elementAt(transaction, 'Amt') ??
      elementAt(transaction, 'AmtDtls', 'TxAmt', 'Amt') ??
      elementAt(transaction, 'AmtDtls', 'InstdAmt', 'Amt')
    if (element === undefined) return undefined
    const { currency, minor } = readAmount(element, place, context)
    if (currency !== total.currency) return undefined
    const own = textAt(transaction, 'CdtDbtInd') === undefined ? sign : readSign(transaction, place, context)
    payments.push({ minor, sign: own, transaction })
  }
  const sum = payments.reduce((all, payment) => all + payment.sign * payment.minor, 0)
  if (sum === sign * total.minor) return payments
  context.warnings.add({
    code: 'import/batch-differs',
    message: `Line ${at.line}: the ${payments.length} payments of this collective booking do not sum up to it. It is kept as one line.`,
    statement,
    at,
  })
  return undefined
}

import type { Counterparty, FilePosition, LineStatus } from '../StatementFile.ts'
import type { DraftLine, ReadContext } from '../StatementReader.ts'
import { readAmount, readSign, signed } from './readAmount.ts'
import { readDay } from './readDay.ts'
import { readParty } from './readParty.ts'
import { readTexts } from './readTexts.ts'
import { splitBatch } from './splitBatch.ts'
import { childrenOf, elementAt, textAt } from './xml.ts'

/** One `Ntry`, before it is known whose account it is in. */
export interface CamtEntry {
  readonly at: FilePosition
  readonly lines: readonly CamtLine[]
}

export interface CamtLine {
  /** Without dates where the entry has none: then the statement's own date is taken. */
  readonly line: Omit<DraftLine, 'counterparty' | 'bookingDate' | 'valueDate'> &
    Partial<Pick<DraftLine, 'bookingDate' | 'valueDate'>>
  /** The party that should be the other side: who paid a credit, who received a debit. */
  readonly other: Counterparty | undefined
  /** The party that should be the account's owner. Some banks put the other side here. */
  readonly own: Counterparty | undefined
}

/**
 * Reads an `Ntry`. `CdtDbtInd` is the sign of this movement, in a reversal too: `RvslInd` only says that it takes one back.
 * A collective booking becomes a line for each payment when the payments sum up to it, see {@link splitBatch}.
 */
export function readEntry(node: unknown, at: FilePosition, statement: number, context: ReadContext): CamtEntry {
  const sign = readSign(node, at, context)
  const { currency, minor } = readAmount(elementAt(node, 'Amt'), at, context)
  const reversal = /^(?:true|1)$/i.test(textAt(node, 'RvslInd') ?? '')
  const valueDate = readDay(
    elementAt(node, 'ValDt'),
    { line: at.line, element: `${at.element}/ValDt` },
    statement,
    context,
  )
  const booked = readDay(
    elementAt(node, 'BookgDt'),
    { line: at.line, element: `${at.element}/BookgDt` },
    statement,
    context,
  )
  const bookingDate = booked ?? valueDate
  const status = readStatus(node)
  if (booked === undefined && bookingDate !== undefined && status === 'booked') {
    context.warnings.add({
      code: 'import/date-missing',
      message: `Line ${at.line}: the booking has no booking date. Its value date ${bookingDate} was taken.`,
      statement,
      at,
    })
  }
  // Version 01 has no NtryDtls around them.
  const transactions = [node, ...childrenOf(node, 'NtryDtls')].flatMap((details) => childrenOf(details, 'TxDtls'))
  const base = {
    ...(bookingDate !== undefined && { bookingDate, valueDate: valueDate ?? bookingDate }),
    currency,
    status: minor === 0 ? ('information' as const) : status,
    reversal,
  }
  const payments = splitBatch(node, transactions, { minor, currency }, at, statement, context)
  if (!payments) {
    const single = transactions.length <= 1 ? transactions[0] : undefined
    const line = { ...base, minor: signed(sign, minor), ...readTexts(node, single, transactions.length), at }
    return { at, lines: [withParties(line, single, sign, reversal)] }
  }
  const reference = textAt(node, 'NtryDtls', 'Btch', 'PmtInfId') ?? textAt(node, 'NtryDtls', 'Btch', 'MsgId')
  return {
    at,
    lines: payments.map(({ minor: part, sign: partSign, transaction }, index) =>
      withParties(
        {
          ...base,
          minor: signed(partSign, part),
          ...readTexts(node, transaction, 1),
          batch: { ...(reference !== undefined && { reference }), index: index + 1, count: payments.length },
          at: { line: at.line, element: `${at.element}/TxDtls[${index + 1}]` },
        },
        transaction,
        partSign,
        reversal,
      ),
    ),
  }
}

function withParties(line: CamtLine['line'], transaction: unknown, sign: 1 | -1, reversal: boolean): CamtLine {
  // A returned payment keeps the roles of the payment: who received it is still the creditor.
  const otherIsDebtor = (sign === 1) !== reversal
  return {
    line,
    other: readParty(transaction, otherIsDebtor ? 'Dbtr' : 'Cdtr'),
    own: readParty(transaction, otherIsDebtor ? 'Cdtr' : 'Dbtr'),
  }
}

function readStatus(node: unknown): LineStatus {
  // Text up to version 07, a code element since 08.
  const status = textAt(node, 'Sts') ?? textAt(node, 'Sts', 'Cd')
  if (status === 'PDNG' || status === 'FUTR') return 'pending'
  return status === 'INFO' ? 'information' : 'booked'
}

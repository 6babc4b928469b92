import type { Currency } from '../../../../money/index.ts'
import { ibanOf } from '../../../../text/iban.ts'
import { currencyOfIban } from '../account/currencyOfIban.ts'
import type { ReadDay } from '../calendarDay.ts'
import { refuse } from '../ImportProblem.ts'
import { minorAt } from '../minorAt.ts'
import type { FilePosition, ParsedBalance } from '../StatementFile.ts'
import type { DraftLine, DraftStatement, ReadContext } from '../StatementReader.ts'
import type { Information } from './Information.ts'
import { counterpartyOf } from './Information.ts'
import type { MtMovement, MtStatement } from './MtStatement.ts'
import { nonSwiftInformation } from './nonSwift.ts'
import type { Booking } from './parseBooking.ts'
import { parseInformation } from './parseInformation.ts'
import type { MtBalance } from './parseMtBalance.ts'

/** Counts a message's amounts in its currency and puts it into the neutral form. */
export function toStatement(from: MtStatement, index: number, context: ReadContext): DraftStatement {
  const currency = currencyOf(from, index, context)
  const opening = from.opening && toBalance(from.opening, currency, { line: from.line, element: ':60F:' }, context)
  const closing = from.closing && toBalance(from.closing, currency, { line: from.line, element: ':62F:' }, context)
  const available =
    from.closingAvailable && toBalance(from.closingAvailable, currency, { line: from.line, element: ':64:' }, context)
  const isReport = from.report && !opening && !closing
  const id = from.account?.id
  const lines = from.movements.map((movement) => toLine(movement, currency, index, context))
  checkTotals(from, lines, currency, index, context)
  return {
    kind: isReport ? 'report' : 'statement',
    account: {
      ...(id !== undefined && { id }),
      isIban: from.account?.isIban ?? false,
      ...(from.account?.bank !== undefined && { bank: from.account.bank }),
      currency,
      ...(from.owner !== undefined && { owner: from.owner }),
    },
    ...(from.reference && { statementId: from.reference }),
    ...(from.sequence && { sequence: from.sequence }),
    ...(opening?.date !== undefined && { from: opening.date }),
    ...(closing?.date !== undefined && { to: closing.date }),
    ...(opening && { opening }),
    ...(closing && { closing }),
    ...(available && { closingAvailable: available }),
    ...(from.notes.length > 0 && { note: from.notes.join(' ') }),
    lines,
  }
}

function toLine(
  { booking, information, line, nonSwift }: MtMovement,
  currency: Currency,
  statement: number,
  context: ReadContext,
): DraftLine {
  const at = { line, element: ':61:' }
  const day = (read: ReadDay, name: string) => {
    if (read.clamped) {
      context.warnings.add({
        code: 'import/day-clamped',
        message: `Line ${line}: the ${name} is a day that the month does not have. ${read.day} was taken.`,
        statement,
        at,
      })
    }
    return read.day
  }
  const info = withParty(
    information.length > 0 ? parseInformation(information) : nonSwiftInformation(nonSwift),
    booking,
  )
  const valueDate = day(booking.value, 'value date')
  const size = minorAt(booking.amount, currency, at, context)
  const memo = info.memo || (info.postingText || info.saysDetails ? '' : booking.details)
  const isWording = booking.details !== memo && !booking.details.startsWith('/') && !info.saysDetails
  const postingText = info.postingText || (isWording ? booking.details : '')
  const reference = info.reference || (info.saysReference ? '' : booking.reference)
  const code = [booking.type, info.businessCode].filter(Boolean).join('/')
  return {
    bookingDate: booking.entry ? day(booking.entry, 'entry date') : valueDate,
    valueDate,
    minor: booking.credit || size === 0 ? size : -size,
    currency,
    // Citi reports balances as bookings of nothing.
    status: size === 0 ? 'information' : booking.pending ? 'pending' : 'booked',
    ...(Object.keys(info.counterparty).length > 0 && { counterparty: info.counterparty }),
    ...(reference && { reference }),
    ...(booking.bankReference && { bankReference: booking.bankReference }),
    memo,
    ...(code && { code }),
    ...(postingText && { postingText }),
    reversal: booking.reversal,
    at,
  }
}

/** What `:86:` says, with the other party from `:61:` where only that names it. */
function withParty(
  info: Information,
  booking: Booking,
): Information & { saysReference: boolean; saysDetails: boolean } {
  const { details, party, reference } = booking
  const says = { saysReference: false, saysDetails: false }
  // ASN and SNS put account and name of the other party in :61: and again at the start of :86:.
  const repeated = `${reference} ${details}`
  if (reference && details && info.memo.startsWith(repeated)) {
    const memo = info.memo.slice(repeated.length).trim()
    return {
      ...info,
      memo,
      counterparty: counterpartyOf(details, reference, ''),
      saysReference: true,
      saysDetails: true,
    }
  }
  const account = info.counterparty.account ?? ibanOf(details) ?? ''
  const counterparty = counterpartyOf(info.counterparty.name ?? party, account, info.counterparty.bank ?? '')
  return { ...info, ...says, counterparty, saysDetails: account !== '' && account === details }
}

function toBalance(from: MtBalance, accountCurrency: Currency, at: FilePosition, context: ReadContext): ParsedBalance {
  const currency = from.currency ?? accountCurrency
  return { minor: minorAt(from.amount, currency, at, context), currency, date: from.date.day, interim: from.interim }
}

function currencyOf(from: MtStatement, statement: number, context: ReadContext): Currency {
  const given = from.currency ?? context.currency
  if (given !== undefined) return given
  const derived = from.account?.isIban ? currencyOfIban(from.account.id) : undefined
  if (derived !== undefined) {
    context.warnings.add({
      code: 'import/currency-assumed',
      message: `Line ${from.line}: the statement names no currency. ${derived} was taken from the country of ${from.account?.id}.`,
      statement,
      at: { line: from.line },
    })
    return derived
  }
  throw refuse({
    code: 'import/currency-missing',
    fileName: context.fileName,
    what: 'The bookings have no currency, because the statement that starts here has no balance. Tell the currency, or export the whole statement.',
    at: { line: from.line },
    expected: 'an opening balance such as :60F:C240131EUR1234,56',
    needs: 'currency',
  })
}

/** MT942 tells how many debits and credits there are, and their sums. */
function checkTotals(
  { totals }: MtStatement,
  lines: readonly DraftLine[],
  currency: Currency,
  statement: number,
  context: ReadContext,
): void {
  for (const total of totals) {
    const at = { line: total.line, element: total.credit ? ':90C:' : ':90D:' }
    const found = lines.filter(({ minor, status }) => status === 'booked' && (total.credit ? minor > 0 : minor < 0))
    const sum = found.reduce((all, { minor }) => all + Math.abs(minor), 0)
    const expected = minorAt(total.amount, currency, at, context)
    if (found.length === total.count && sum === expected) continue
    context.warnings.add({
      code: 'import/totals-differ',
      message: `Line ${total.line}: the bank counts ${total.count} ${total.credit ? 'credits' : 'debits'}; the file has ${found.length}, or another sum.`,
      statement,
      at,
    })
  }
}

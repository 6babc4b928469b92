import type { Currency } from '../../../../money/index.ts'
import { isCurrencyCode } from '../../../../money/index.ts'
import { ibanOf } from '../../../../text/iban.ts'
import { currencyOfIban } from '../account/currencyOfIban.ts'
import { refuse } from '../ImportProblem.ts'
import type { CalendarDay, Counterparty, FilePosition, ParsedBalance, StatementKind } from '../StatementFile.ts'
import type { DraftLine, DraftStatement, ReadContext } from '../StatementReader.ts'
import { readAmount, readSign, signed } from './readAmount.ts'
import { dayOf, readDay } from './readDay.ts'
import type { CamtEntry, CamtLine } from './readEntry.ts'
import { accountId, institution } from './readParty.ts'
import { childrenOf, elementAt, textAt } from './xml.ts'

/** Reads a `Stmt`, `Rpt` or `Ntfctn` element; its entries were read before. */
export function readStatement(
  node: unknown,
  name: string,
  entries: readonly CamtEntry[],
  at: FilePosition,
  statement: number,
  context: ReadContext,
): DraftStatement {
  const account = elementAt(node, 'Acct')
  const id = accountId(account)
  const balances = childrenOf(node, 'Bal').map((balance, index) =>
    readBalance(balance, { line: at.line, element: `${at.element}/Bal[${index + 1}]` }, statement, context),
  )
  const opening = pick(balances, 'OPBD', 'first') ?? pick(balances, 'PRCD', 'first') ?? betweenDays(balances)
  const closing = pick(balances, 'CLBD', 'last') ?? pick(balances, 'ITBD', 'last')
  const available = pick(balances, 'CLAV', 'last') ?? pick(balances, 'ITAV', 'last')
  const currency = currencyOf(account, id, opening, entries, at, context)
  const owner = textAt(account, 'Ownr', 'Nm') ?? textAt(account, 'Ownr', 'Pty', 'Nm')
  const bank = institution(elementAt(account, 'Svcr'))
  const statementId = textAt(node, 'Id')
  const sequence = textAt(node, 'ElctrncSeqNb') ?? textAt(node, 'LglSeqNb')
  const note = textAt(node, `Addtl${name}Inf`)
  const period = elementAt(node, 'FrToDt')
  const day = (...names: readonly string[]) => {
    const text = names.map((element) => textAt(period, element)).find((found) => found !== undefined)
    return text === undefined
      ? undefined
      : dayOf(text, { line: at.line, element: `${at.element}/FrToDt` }, statement, context)
  }
  const created = () => {
    const text = textAt(node, 'CreDtTm')
    return text === undefined
      ? undefined
      : dayOf(text, { line: at.line, element: `${at.element}/CreDtTm` }, statement, context)
  }
  const isUndated = entries.some(({ lines }) => lines.some(({ line }) => line.bookingDate === undefined))
  const ownDate = isUndated ? (closing?.balance.date ?? created()) : undefined
  const from = day('FrDtTm', 'FrDt') ?? opening?.balance.date
  const to = day('ToDtTm', 'ToDt') ?? closing?.balance.date
  return {
    kind: kinds[name] ?? 'statement',
    account: {
      ...(id !== undefined && { id }),
      isIban: id !== undefined && ibanOf(id) !== undefined,
      ...(bank !== undefined && { bank }),
      currency,
      ...(owner !== undefined && { owner }),
    },
    ...(statementId !== undefined && { statementId }),
    ...(sequence !== undefined && { sequence }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(opening && { opening: opening.balance }),
    ...(closing && { closing: closing.balance }),
    ...(available && { closingAvailable: available.balance }),
    ...(note !== undefined && { note }),
    lines: entries.flatMap((entry) =>
      entry.lines.map((line) => toLine(line, at, { id, owner, statement, date: ownDate }, context)),
    ),
  }
}

const kinds: Readonly<Record<string, StatementKind>> = { Stmt: 'statement', Rpt: 'report', Ntfctn: 'notification' }

interface TypedBalance {
  readonly type: string
  readonly balance: ParsedBalance
}

function readBalance(node: unknown, at: FilePosition, statement: number, context: ReadContext): TypedBalance {
  const sign = readSign(node, at, context)
  const { currency, minor } = readAmount(elementAt(node, 'Amt'), at, context)
  const date = readDay(elementAt(node, 'Dt'), { ...at, element: `${at.element}/Dt` }, statement, context)
  const type = textAt(node, 'Tp', 'CdOrPrtry', 'Cd') ?? textAt(node, 'Tp', 'CdOrPrtry', 'Prtry') ?? ''
  const interim = textAt(node, 'Tp', 'SubTp', 'Cd') === 'INTM' || type === 'ITBD' || type === 'ITAV'
  return { type, balance: { minor: signed(sign, minor), currency, ...(date !== undefined && { date }), interim } }
}

function pick(balances: readonly TypedBalance[], type: string, which: 'first' | 'last'): TypedBalance | undefined {
  return which === 'first' ? balances.find((b) => b.type === type) : balances.findLast((b) => b.type === type)
}

/** A page in the middle opens and closes with interim balances: the first of two is the opening one. */
function betweenDays(balances: readonly TypedBalance[]): TypedBalance | undefined {
  const interim = balances.filter(({ type }) => type === 'ITBD')
  return interim.length > 1 ? interim[0] : undefined
}

function currencyOf(
  account: unknown,
  id: string | undefined,
  opening: TypedBalance | undefined,
  entries: readonly CamtEntry[],
  at: FilePosition,
  context: ReadContext,
): Currency {
  const named = textAt(account, 'Ccy')
  if (named !== undefined && isCurrencyCode(named)) return named
  const found =
    opening?.balance.currency ?? entries[0]?.lines[0]?.line.currency ?? context.currency ?? (id && currencyOfIban(id))
  if (found) return found
  throw refuse({
    code: 'import/currency-missing',
    fileName: context.fileName,
    what: 'Neither account, balances nor bookings name a currency.',
    at,
    expected: 'Acct/Ccy, such as <Ccy>EUR</Ccy>',
    needs: 'currency',
  })
}

interface Self {
  readonly id: string | undefined
  readonly owner: string | undefined
  readonly statement: number
  /** For entries without a date. */
  readonly date: CalendarDay | undefined
}

function toLine({ line, other, own }: CamtLine, at: FilePosition, self: Self, context: ReadContext): DraftLine {
  const place = { line: line.at.line, element: `${at.element}/${line.at.element}` }
  const bookingDate = line.bookingDate ?? self.date
  if (bookingDate === undefined) {
    throw refuse({
      code: 'import/date-invalid',
      fileName: context.fileName,
      what: 'Neither the booking nor its statement has a date.',
      at: place,
      expected: '<BookgDt><Dt>2024-01-31</Dt></BookgDt>',
    })
  }
  if (line.bookingDate === undefined) {
    context.warnings.add({
      code: 'import/date-missing',
      message: `Line ${place.line}: the booking has no date. That of its statement, ${bookingDate}, was taken.`,
      statement: self.statement,
      at: place,
    })
  }
  // Banks that fill in only one side sometimes take the wrong one; the account itself is never its own counterparty.
  const isSelf = ({ account, name }: Counterparty) =>
    account === undefined ? name !== undefined && name === self.owner : account === self.id
  const counterparty = [other, own].find((party) => party !== undefined && !isSelf(party))
  return {
    ...line,
    bookingDate,
    valueDate: line.valueDate ?? bookingDate,
    ...(counterparty && { counterparty }),
    at: place,
  }
}

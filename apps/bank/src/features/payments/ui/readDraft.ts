import { parseDateTime } from '@internationalized/date'
import type { View } from '@playhead/core'
import type { TimeZone } from '../../../calendar/index.ts'
import { localTimeZone } from '../../../calendar/index.ts'
import type { Account } from '../../../ledger/index.ts'
import type { Currency } from '../../../money/index.ts'
import { readAmount } from '../../../money/index.ts'
import { ibanOf } from '../../../text/iban.ts'
import { boughtFor } from '../fx/Quote.ts'
import { quoteOf } from '../fx/quotes.ts'
import type { Destination, Exchange, Order } from '../Order.ts'
import type { Payee } from '../payees.ts'
import type { Repeat, Schedule } from '../Schedule.ts'
import { whyNot } from '../whyNot.ts'

/** What stands in the form, as it was typed. */
export interface Draft {
  readonly from: string
  /** `own:<account>`, `payee:<payee>`, or {@link NEW_PAYEE}. */
  readonly to: string | null
  readonly name: string
  readonly iban: string
  readonly isKept: boolean
  readonly amount: string
  readonly memo: string
  /** As `datetime-local` has it; empty for now. */
  readonly later: string
  readonly every: 'once' | Repeat['every']
  /** The id of the quote that was asked for last. */
  readonly quote: string | undefined
}

export const NEW_PAYEE = 'new'

export const emptyDraft = (from: string): Draft => ({
  from,
  to: null,
  name: '',
  iban: '',
  isKept: true,
  amount: '',
  memo: '',
  later: '',
  every: 'once',
  quote: undefined,
})

/** What a draft says, and what is wrong with it. With nothing wrong and nothing missing, there is an order. */
export interface ReadDraft {
  readonly order?: Order
  /** Where it is for later. */
  readonly schedule?: Schedule
  readonly minor?: number
  /** Between accounts of two currencies. */
  readonly needsQuote?: { readonly sell: Currency; readonly buy: Currency }
  readonly amountProblem?: string
  readonly ibanProblem?: string
  readonly laterProblem?: string
  readonly problem?: string
}

export interface DraftSurroundings {
  readonly paymentId: string
  readonly accounts: readonly Account[]
  readonly payees: readonly Payee[]
  readonly locale: string
  readonly store: Pick<View, 'get'>
  readonly nowMs: number
  readonly timeZone?: TimeZone
}

/** Where money may go from an account. */
export function targetsOf(accounts: readonly Account[], payees: readonly Payee[], from: string) {
  return [
    ...accounts.filter(({ id }) => id !== from).map(({ id, name }) => ({ value: `own:${id}`, label: name })),
    ...payees.map(({ payeeId, name }) => ({ value: `payee:${payeeId}`, label: name })),
    { value: NEW_PAYEE, label: 'A new payee …' },
  ]
}

/** Reads what was typed. */
export function readDraft(draft: Draft, around: DraftSurroundings): ReadDraft {
  const { accounts, locale, store, nowMs, paymentId } = around
  const from = accounts.find(({ id }) => id === draft.from)
  if (!from) return { problem: 'There is no account to pay from.' }
  const { minor, problem: amountProblem } = readAmount(draft.amount, from.currency, locale)
  const ibanProblem = ibanProblemOf(draft)
  const to = destinationOf(draft, around)
  const target = to?.kind === 'own' ? accounts.find(({ id }) => id === to.account) : undefined
  const needsQuote =
    target && target.currency !== from.currency ? { sell: from.currency, buy: target.currency } : undefined
  const when = needsQuote ? {} : laterOf(draft, nowMs, around.timeZone ?? localTimeZone())
  const exchange = needsQuote && minor !== undefined ? exchangeOf(draft, minor, store) : undefined
  const said: ReadDraft = {
    ...(minor !== undefined && { minor }),
    ...(needsQuote && { needsQuote }),
    ...(amountProblem !== undefined && { amountProblem }),
    ...(ibanProblem !== undefined && { ibanProblem }),
    ...(when.problem !== undefined && { laterProblem: when.problem }),
  }
  if (minor === undefined || !to || when.problem !== undefined || (needsQuote && !exchange)) return said
  const order: Order = {
    paymentId,
    from: from.id,
    to,
    currency: from.currency,
    minor,
    memo: draft.memo.trim(),
    ...(exchange && { exchange }),
  }
  // What is there when a scheduled payment is due, nobody knows.
  const problem = when.at === undefined ? whyNot(order, store, nowMs) : undefined
  if (problem === 'That is more than is available.') return { ...said, amountProblem: problem }
  if (problem !== undefined) return { ...said, problem }
  const { at, repeat } = when
  return { ...said, order, ...(at !== undefined && { schedule: { at, transfer: order, ...(repeat && { repeat }) } }) }
}

function ibanProblemOf({ to, iban }: Draft): string | undefined {
  if (to !== NEW_PAYEE || iban.trim() === '' || ibanOf(iban) !== undefined) return undefined
  // Half an IBAN is no mistake yet.
  if (/^[A-Za-z]{0,2}\d{0,2}[A-Za-z0-9]{0,10}$/.test(iban.replace(/\s+/g, ''))) return undefined
  return 'The check digits do not fit: look for a digit that is wrong, missing or turned round.'
}

function destinationOf({ to, name, iban }: Draft, { payees }: DraftSurroundings): Destination | undefined {
  if (to === null) return undefined
  if (to === NEW_PAYEE) {
    const checked = ibanOf(iban)
    return checked === undefined || name.trim() === '' ? undefined : { kind: 'payee', name: name.trim(), iban: checked }
  }
  const id = to.slice(to.indexOf(':') + 1)
  if (to.startsWith('own:')) return { kind: 'own', account: id }
  const payee = payees.find(({ payeeId }) => payeeId === id)
  return payee && { kind: 'payee', name: payee.name, iban: payee.iban }
}

function laterOf(
  { later, every }: Draft,
  nowMs: number,
  timeZone: TimeZone,
): { readonly at?: number; readonly repeat?: Repeat; readonly problem?: string } {
  if (later === '') return {}
  const at = timeOf(later, timeZone)
  if (at === undefined) return { problem: 'Choose a day and a time that exist.' }
  if (at <= nowMs) return { problem: 'That time has passed. Leave it empty to send it now.' }
  return { at, ...(every !== 'once' && { repeat: { every, timeZone } }) }
}

/** Not by `Date`, for which the 30th of February is the 2nd of March. */
function timeOf(local: string, timeZone: TimeZone): number | undefined {
  try {
    return parseDateTime(local).toDate(timeZone).getTime()
  } catch {
    return undefined
  }
}

function exchangeOf({ quote: quoteId }: Draft, minor: number, { get }: Pick<View, 'get'>): Exchange | undefined {
  if (quoteId === undefined) return undefined
  const quote = get(quoteOf(quoteId))?.quote
  if (!quote) return undefined
  const bought = boughtFor(minor, quote)
  return bought > 0 ? { quoteId, currency: quote.buy, minor: bought } : undefined
}

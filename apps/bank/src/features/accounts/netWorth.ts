import { createSelector, createSelectorFamily } from '@playhead/core'
import type { Account, CalendarDay } from '../../ledger/index.ts'
import { dayNumber, histories, ledger } from '../../ledger/index.ts'
import type { Currency } from '../../money/index.ts'
import { addMinor } from '../../money/index.ts'
import { accounts } from './accounts.ts'

/** An amount of one currency. */
export interface Worth {
  readonly currency: Currency
  readonly minor: number
}

/** Assets less debts by all that is recorded: one amount a currency, in the order in which they came in. Never added across currencies. */
export const netWorth = createSelector(
  [accounts, ledger],
  (own, { balances }) => worthOf(own, ({ id }) => balances.get(id)?.minor ?? 0),
  { equal: (before, after) => sameWorth(before, after) },
)

/** The same at the end of a day by booking date. */
export const netWorthOn = createSelectorFamily((day: CalendarDay) => {
  const until = dayNumber(day)
  return createSelector(
    [accounts, histories],
    (own, byAccount) => worthOf(own, ({ id }) => byAccount.get(id)?.balanceOn(until) ?? 0),
    { equal: (before, after) => sameWorth(before, after) },
  )
})

function worthOf(own: readonly Account[], minorOf: (account: Account) => number): readonly Worth[] {
  const sums = new Map<Currency, number>()
  for (const account of own) sums.set(account.currency, addMinor(sums.get(account.currency) ?? 0, minorOf(account)))
  return Array.from(sums, ([currency, minor]) => ({ currency, minor }))
}

function sameWorth(before: readonly Worth[], after: readonly Worth[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ currency, minor }, at) => currency === after[at]?.currency && minor === after[at].minor)
  )
}

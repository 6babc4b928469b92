import { createSelector, createSelectorFamily } from '@playhead/core'
import type { AccountHistory, AccountId, CalendarDay, PostedEntry } from '../../ledger/index.ts'
import { dayNumber, histories, ledger } from '../../ledger/index.ts'
import type { Currency } from '../../money/index.ts'
import { addMinor } from '../../money/index.ts'
import { budgets, rules } from './categories.ts'
import { categoriser, partsOf } from './categorise.ts'

/** What was spent on something between two days, and what was to be. */
export interface Spending {
  readonly category: string
  /** Minor units; refunds are taken off, so it may be below zero. */
  readonly minor: number
  /** For a month; undefined where nobody has set any. */
  readonly budgetMinor: number | undefined
}

const accountTable = createSelector(ledger, ({ accounts }) => accounts)

const expenseAccounts = createSelectorFamily((currency: Currency) =>
  createSelector(accountTable, (accounts): readonly AccountId[] =>
    accounts
      .values()
      .filter((account) => account.kind === 'expense' && account.currency === currency)
      .map(({ id }) => id)
      .toArray(),
  ),
)

/** What was spent by category, by booking date, both days included: the most first. Budgets without spending are there, too. */
export const spendingIn = createSelectorFamily((currency: Currency, from: CalendarDay, to: CalendarDay) =>
  createSelector(
    [expenseAccounts(currency), histories, categoriser, budgets],
    (accounts, byAccount, categorise, allBudgets): readonly Spending[] => {
      const spent = new Map<string, number>()
      const add = (category: string, minor: number) => spent.set(category, addMinor(spent.get(category) ?? 0, minor))
      for (const { entry, minor } of linesOf(accounts, byAccount, from, to)) {
        for (const part of partsOf(categorise(entry), minor)) add(part.category, part.minor)
      }
      const budgeted = new Map(
        allBudgets.flatMap((each) => (each.currency === currency ? [[each.category, each.minor] as const] : [])),
      )
      for (const category of budgeted.keys()) add(category, 0)
      return Array.from(spent, ([category, minor]) => ({ category, minor, budgetMinor: budgeted.get(category) })).sort(
        (a, b) => b.minor - a.minor || (a.category < b.category ? -1 : 1),
      )
    },
  ),
)

function* linesOf(
  accounts: readonly AccountId[],
  byAccount: ReadonlyMap<AccountId, AccountHistory>,
  from: CalendarDay,
  to: CalendarDay,
): Generator<{ readonly entry: PostedEntry; readonly minor: number }> {
  for (const id of accounts) {
    const history = byAccount.get(id)
    if (!history) continue
    const end = history.rowsUntil(dayNumber(to))
    for (let row = history.rowsUntil(dayNumber(from) - 1); row < end; row++) yield history.line(row)
  }
}

/** Categories that people may choose: those that are there, those that were said, and some that most people need. */
export const categoryNames = createSelector([accountTable, rules, budgets], (accounts, allRules, allBudgets) => {
  const names = new Set(usual)
  for (const { kind, name } of accounts.values()) if (kind === 'expense' || kind === 'income') names.add(name)
  for (const { category } of [...allRules, ...allBudgets]) names.add(category)
  return [...names].sort()
})

const usual = [
  'groceries',
  'rent',
  'utilities',
  'transport',
  'restaurants',
  'health',
  'insurance',
  'leisure',
  'clothing',
  'subscriptions',
  'gifts',
  'taxes',
  'fees',
  'salary',
]

import type { Table } from '@playhead/core'
import { createSelector, createSelectorFamily, createSlice, table } from '@playhead/core'
import type { EntryId } from '../../ledger/index.ts'
import type { Budget, Part, Rule } from './actions.ts'
import { categories as happened } from './actions.ts'

/** What was said of an entry: one category, or parts of it. */
export type Saying =
  | { readonly kind: 'whole'; readonly category: string }
  | { readonly kind: 'split'; readonly parts: readonly Part[] }

interface CategoriesState {
  readonly sayings: Table<EntryId, Saying>
  /** In the order in which they were made; the first that fits counts. */
  readonly rules: Table<string, Rule>
  /** By category and currency. */
  readonly budgets: Table<string, Budget>
}

const initial: CategoriesState = {
  sayings: table<EntryId, Saying>(),
  rules: table<string, Rule>(),
  budgets: table<string, Budget>(),
}

/** What entries are said to be for, the rules that say it by themselves, and what is to be spent on what. */
export const categories = createSlice('categories', initial, (on) => [
  on(happened.assigned, (state, { payload: { entries, category } }) => {
    for (const id of entries) state.sayings.set(id, { kind: 'whole', category })
  }),
  on(happened.split, (state, { payload: { entryId, parts } }) => {
    state.sayings.set(entryId, { kind: 'split', parts })
  }),
  on(happened.unassigned, (state, { payload: { entries } }) => {
    for (const id of entries) state.sayings.delete(id)
  }),
  on(happened.ruleAdded, (state, { payload }) => {
    state.rules.set(payload.ruleId, payload)
  }),
  on(happened.ruleRemoved, (state, { payload }) => {
    state.rules.delete(payload.ruleId)
  }),
  on(happened.budgetSet, (state, { payload }) => {
    state.budgets.set(budgetKey(payload), payload)
  }),
  on(happened.budgetRemoved, (state, { payload }) => {
    state.budgets.delete(budgetKey(payload))
  }),
])

const budgetKey = ({ category, currency }: Pick<Budget, 'category' | 'currency'>) => `${currency} ${category}`

/** What was said of one entry. */
export const sayingOf = createSelectorFamily(categories, ({ sayings }, id: EntryId) => sayings.get(id))

export const rules = createSelector(categories, (state): readonly Rule[] => [...state.rules.values()])

export const budgets = createSelector(categories, (state): readonly Budget[] => [...state.budgets.values()])

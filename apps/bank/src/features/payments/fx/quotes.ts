import type { Table } from '@playhead/core'
import { createSelectorFamily, createSlice, table } from '@playhead/core'
import { payments as happened } from '../actions.ts'
import type { Quote } from './Quote.ts'

interface QuotesState {
  readonly byId: Table<string, Quote>
  /** The newest that was refused, and why. */
  readonly refused: { readonly quoteId: string; readonly reason: string } | null
}

const initial: QuotesState = { byId: table<string, Quote>(), refused: null }

/** The quotes that were given. All are kept: a payment names its own. */
export const quotes = createSlice('quotes', initial, (on) => [
  on(happened.quoted, (state, { payload }) => {
    if (!state.byId.has(payload.quoteId)) state.byId.set(payload.quoteId, payload)
  }),
  on(happened.quoteRefused, (state, { payload }) => {
    state.refused = payload
  }),
])

/** What was answered to a question; undefined while nothing was. */
export const quoteOf = createSelectorFamily(quotes, ({ byId, refused }, quoteId: string) => {
  const quote = byId.get(quoteId)
  if (quote) return { quote }
  return refused?.quoteId === quoteId ? { reason: refused.reason } : undefined
})

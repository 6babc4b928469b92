/** A shop's till with a planted bug: a refund after a price change is paid at the new price. */
import { action, createActions, createSlice } from '@playhead/core'

export const till = createActions('till', {
  priced: action<{ item: string; minor: number }>(),
  sold: action<{ item: string }>(),
  refunded: action<{ item: string }>(),
  opened: action(),
})

export const prices = createSlice('prices', {} as { [item: string]: number }, (on) => [
  on(till.priced, (state, { payload }) => ({ ...state, [payload.item]: payload.minor })),
])

interface Sales {
  readonly prices: { readonly [item: string]: number }
  readonly sold: { readonly [item: string]: readonly number[] }
  readonly minor: number
}

export const cash = createSlice('cash', { prices: {}, sold: {}, minor: 0 } as Sales, (on) => [
  on(till.priced, (state, { payload }) => ({
    ...state,
    prices: { ...state.prices, [payload.item]: payload.minor },
  })),
  on(till.sold, (state, { payload: { item } }) => {
    const price = state.prices[item] ?? 0
    return {
      ...state,
      minor: state.minor + price,
      sold: { ...state.sold, [item]: [...(state.sold[item] ?? []), price] },
    }
  }),
  on(till.refunded, (state, { payload: { item } }) => {
    const sold = state.sold[item] ?? []
    if (sold.length === 0) return state
    // The bug: it is the price of today, not the one that was paid.
    const price = state.prices[item] ?? 0
    return { ...state, minor: state.minor - price, sold: { ...state.sold, [item]: sold.slice(0, -1) } }
  }),
])

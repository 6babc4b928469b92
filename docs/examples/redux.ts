// #region adopt
import { createSelector, createStore, fromReducer } from '@playhead/core'

type CartAction = { type: 'ADD'; sku: string; price: number } | { type: 'EMPTY' }
interface Cart {
  items: { sku: string; price: number }[]
}

// A reducer as it was written for Redux: nothing in it changes.
function cartReducer(state: Cart = { items: [] }, action: CartAction): Cart {
  switch (action.type) {
    case 'ADD':
      return { items: [...state.items, { sku: action.sku, price: action.price }] }
    case 'EMPTY':
      return { items: [] }
    default:
      return state
  }
}

const cart = fromReducer('cart', cartReducer)
const total = createSelector(cart, ({ items }) => items.reduce((sum, { price }) => sum + price, 0))
const store = createStore({ slices: [cart] })
// #endregion

// #region rewind
store.dispatch({ type: 'ADD', sku: 'tea', price: 450 })
store.dispatch({ type: 'ADD', sku: 'cup', price: 1200 })
store.dispatch({ type: 'EMPTY' })
console.log(store.getState().cart.items.length) // → 0

await store.timeline.seek(1)
console.log(store.get(total)) // → 1650
// #endregion

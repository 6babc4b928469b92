import { createStore, fromReducer } from '@playhead/core'
import { act, render, screen } from '@testing-library/react'
import { Provider, useDispatch, useSelector } from 'react-redux'
import type { Store as ReduxStore } from 'redux'
import { describe, expect, it } from 'vitest'

// An app as it stands in many places: a reducer, a component, react-redux, and none of ours.

interface Cart {
  readonly skus: readonly string[]
}
type CartAction = { type: 'cart/added'; sku: string } | { type: 'cart/cleared' }

function cartReducer(state: Cart = { skus: [] }, action: CartAction): Cart {
  switch (action.type) {
    case 'cart/added':
      return { skus: [...state.skus, action.sku] }
    case 'cart/cleared':
      return { skus: [] }
    default:
      return state
  }
}

function CartView() {
  const skus = useSelector((state: { cart: Cart }) => state.cart.skus)
  const dispatch = useDispatch()
  return (
    <button type="button" onClick={() => dispatch({ type: 'cart/added', sku: 'pear' })}>
      {skus.join(', ') || 'empty'}
    </button>
  )
}

describe('react-redux', () => {
  it('[RCT-17] runs on a store of adopted reducers, and follows its playhead', async () => {
    const store = createStore({ slices: [fromReducer('cart', cartReducer)] })
    store.dispatch({ type: 'cart/added', sku: 'apple' })
    const asRedux: ReduxStore<{ readonly cart: Cart }, CartAction> = store
    render(
      <Provider store={asRedux}>
        <CartView />
      </Provider>,
    )
    const button = screen.getByRole('button')
    expect(button.textContent).toBe('apple')
    act(() => button.click())
    expect(button.textContent).toBe('apple, pear')
    await act(async () => {
      await store.timeline.seek(-1)
    })
    expect(button.textContent).toBe('empty')
    act(() => {
      store.timeline.live()
    })
    expect(button.textContent).toBe('apple, pear')
  })
})

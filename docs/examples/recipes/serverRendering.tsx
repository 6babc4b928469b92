import type { Store } from '@playhead/core'
import {
  action,
  createActions,
  createSlice,
  createStore,
  importSession,
  openSession,
  sessionText,
} from '@playhead/core'
import { createHooks } from '@playhead/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'

export const shop = createActions('shop', { listed: action<readonly string[]>(), picked: action<string>() })
export const shelf = createSlice('shelf', { products: [] as readonly string[], picked: '' }, (on) => [
  on(shop.listed, (state, { payload }) => ({ ...state, products: payload })),
  on(shop.picked, (state, { payload }) => ({ ...state, picked: payload })),
])
const slices = [shelf] as const
const { StoreProvider, useSelector, useActions } = createHooks()

export function Shelf() {
  const { products, picked } = useSelector(shelf)
  const actions = useActions(shop)
  return (
    <ul>
      {products.map((product) => (
        <li key={product}>
          <button type="button" aria-pressed={product === picked} onClick={() => actions.picked(product)}>
            {product}
          </button>
        </li>
      ))}
    </ul>
  )
}

// #region server
/** A page with its state: a checkpoint, and no records, since what led to it is the server's business. */
export async function render(products: readonly string[]): Promise<string> {
  const store = createStore({ slices })
  store.dispatch(shop.listed(products))
  const { head } = store.timeline.playhead
  const state = sessionText(store, { from: head + 1, to: head })
  await store.close()
  return `<div id="root">${renderToString(
    <StoreProvider store={store}>
      <Shelf />
    </StoreProvider>,
  )}</div><script type="application/json" id="state">${state.replaceAll('<', '\\u003c')}</script>`
}
// #endregion

// #region client
/** Takes the page over where the server left it: nothing is fetched again, and nothing flashes. */
export function hydrate(page: Document): Store {
  const { store } = openSession(importSession(page.getElementById('state')?.textContent ?? ''), { slices })
  hydrateRoot(
    page.getElementById('root') as HTMLElement,
    <StoreProvider store={store}>
      <Shelf />
    </StoreProvider>,
  )
  return store // store.add(effect): effects begin here
}
// #endregion

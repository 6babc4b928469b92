/** A Redux Toolkit application as people write them: an entity adapter, thunks, a listener, RTK Query. */
import type { PayloadAction } from '@reduxjs/toolkit'
import {
  combineSlices,
  configureStore,
  createAsyncThunk,
  createEntityAdapter,
  createListenerMiddleware,
  createSlice,
} from '@reduxjs/toolkit'
import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query'
import type { StoreEnhancer } from 'redux'

export interface Product {
  readonly id: string
  readonly name: string
  readonly minor: number
}

const adapter = createEntityAdapter<Product>({ sortComparer: (a, b) => a.name.localeCompare(b.name) })

export const restock = createAsyncThunk('shop/restock', async (names: readonly string[], { rejectWithValue }) => {
  await Promise.resolve()
  if (names.length === 0) return rejectWithValue('nothing to restock')
  return names.map((name, at) => ({ id: `p${at}`, name, minor: 100 * (at + 1) }))
})

export const products = createSlice({
  name: 'products',
  initialState: adapter.getInitialState({ status: 'idle' as 'idle' | 'pending' | 'failed' }),
  reducers: {
    repriced: adapter.updateOne,
    removed: adapter.removeOne,
  },
  extraReducers: (builder) =>
    builder
      .addCase(restock.pending, (state) => {
        state.status = 'pending'
      })
      .addCase(restock.fulfilled, (state, { payload }) => {
        state.status = 'idle'
        adapter.setAll(state, payload)
      })
      .addCase(restock.rejected, (state) => {
        state.status = 'failed'
      }),
})

export const cart = createSlice({
  name: 'cart',
  initialState: { lines: [] as { id: string; count: number }[], notices: 0 },
  reducers: {
    added: (state, { payload }: PayloadAction<string>) => {
      const line = state.lines.find(({ id }) => id === payload)
      if (line) line.count++
      else state.lines.push({ id: payload, count: 1 })
    },
    noticed: (state) => {
      state.notices++
    },
  },
})

export const shopSelectors = adapter.getSelectors(
  (state: { products: ReturnType<typeof products.getInitialState> }) => state.products,
)

/** The shop's store, with an enhancer or without: the same behaviour is asked of both. */
export function createShop(server: string, enhancer?: StoreEnhancer<object>) {
  const api = createApi({
    reducerPath: 'api',
    baseQuery: fetchBaseQuery({ baseUrl: server }),
    endpoints: (build) => ({
      rate: build.query<{ rate: number }, string>({ query: (currency) => `rates/${currency}` }),
    }),
  })
  const listener = createListenerMiddleware()
  listener.startListening({
    actionCreator: cart.actions.added,
    effect: (_, { dispatch }) => {
      dispatch(cart.actions.noticed())
    },
  })
  const store = configureStore({
    reducer: combineSlices(products, cart, api),
    middleware: (defaults) => defaults().prepend(listener.middleware).concat(api.middleware),
    enhancers: (defaults) => (enhancer ? defaults().concat(enhancer) : defaults()),
  })
  return { store, api }
}

export type Shop = ReturnType<typeof createShop>

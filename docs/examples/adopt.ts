import { sessionText } from '@playhead/core'
// #region redux
import { playheadEnhancer, playheadOf } from '@playhead/redux'
import { configureStore, createSlice } from '@reduxjs/toolkit'

const cart = createSlice({
  name: 'cart',
  initialState: { skus: [] as string[] },
  reducers: {
    added: (state, { payload }: { payload: string }) => {
      state.skus.push(payload)
    },
  },
})

const store = configureStore({
  reducer: { cart: cart.reducer },
  enhancers: (defaults) => defaults().concat(playheadEnhancer()), // last
})
// #endregion

// #region rewind
store.dispatch(cart.actions.added('tea'))
store.dispatch(cart.actions.added('cup'))

const log = playheadOf(store)
await log.timeline.seek(0)
console.log(store.getState().cart.skus) // → [ 'tea' ]
log.timeline.live()
// #endregion

// #region fork
const branch = log.timeline.fork({ at: 1, without: [0] })
await branch.ready
console.log(branch.getState().state.cart.skus) // → [ 'cup' ]

const report = sessionText(log, { app: 'shop' }) // a bug report
console.log(report.split('\n').length) // → 4

// #endregion

// #region zustand
import { playhead } from '@playhead/redux/zustand'
import { createStore } from 'zustand/vanilla'

interface Bears {
  bears: number
  born(): void
}

const bears = createStore<Bears>()(
  playhead((set) => ({
    bears: 0,
    born: () => set((state) => ({ bears: state.bears + 1 }), undefined, 'born'), // the name of the record
  })),
)

bears.getState().born()
bears.getState().born()
await bears.playhead.timeline.seek(0)
console.log(bears.getState().bears) // → 1

// #endregion

// #region import
import { openReduxDevtools } from '@playhead/redux'

const exported = '[{"type":"cart/added","payload":"tea"}]' // the file of the Export button
const opened = openReduxDevtools(exported, cart.reducer)
console.log(opened.getState().state.skus) // → [ 'tea' ]
// #endregion

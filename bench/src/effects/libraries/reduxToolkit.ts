import { configureStore, createListenerMiddleware } from '@reduxjs/toolkit'
import type { EffectsContestant } from '../EffectsContestant.ts'
import { count, effectTypes, OTHER } from '../effectTypes.ts'

/** A listener for each effect. */
export const reduxToolkitListener: EffectsContestant = (effects) => {
  const types = effectTypes(effects)
  const listener = createListenerMiddleware()
  const store = configureStore({
    reducer: count,
    middleware: (defaults) => defaults().prepend(listener.middleware),
  })
  for (const { ping, pong } of types) {
    listener.startListening({
      type: ping,
      effect: (action, { dispatch }) => {
        dispatch({ type: pong, payload: (action as unknown as { payload: number }).payload })
      },
    })
  }
  return {
    ping: (at) => void store.dispatch({ type: types[at]?.ping as string, payload: at }),
    pongs: () => store.getState().pongs,
    other: () => void store.dispatch({ type: OTHER, payload: 0 }),
    others: () => store.getState().others,
  }
}

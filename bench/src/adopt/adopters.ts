import { playheadEnhancer } from '@playhead/redux'
import { ActionCreators, instrument } from '@redux-devtools/instrument'
import type { Action, Reducer, StoreEnhancer } from 'redux'
import { legacy_createStore as createStore } from 'redux'
import type { LedgerAction } from '../ledger/LedgerAction.ts'
import { pagedLedger } from '../ledger/pagedLedger.ts'

/** A Redux store with a history, made as its documentation says. */
export interface Adopted {
  dispatch(action: LedgerAction): void
  /** A number that tells the balances apart. */
  total(): number
}

/** Takes a past, each action of which is read once. */
type Adopt = (past: Iterable<LedgerAction>) => Adopted

const reducer = ((state = pagedLedger.initial, action: LedgerAction) =>
  pagedLedger.reduce(state, action)) as unknown as Reducer<typeof pagedLedger.initial, Action>

const adopted = (store: { dispatch(action: Action): unknown; getState(): typeof pagedLedger.initial }): Adopted => ({
  dispatch: (action) => void store.dispatch(action),
  total: () => pagedLedger.total(store.getState()),
})

/** One Redux store, the ledger in plain objects, and what is put around it. */
export const adopters = {
  playhead: (past) => {
    const store = createStore(reducer, playheadEnhancer())
    for (const action of past) store.dispatch(action)
    return adopted(store)
  },
  /** The past is imported, which computes it once: dispatching it takes minutes. Without `maxAge` nothing is forgotten. */
  'redux devtools instrument': (past) => {
    const store = createStore(
      reducer,
      instrument(undefined, { shouldHotReload: false }) as unknown as StoreEnhancer<{
        readonly liftedStore: { dispatch(action: object): void }
      }>,
    )
    store.liftedStore.dispatch(ActionCreators.importState([...past]))
    return adopted(store)
  },
  'limit: redux without a history': (past) => {
    const store = createStore(reducer)
    for (const action of past) store.dispatch(action)
    return adopted(store)
  },
} satisfies Readonly<Record<string, Adopt>>

export type AdopterName = keyof typeof adopters

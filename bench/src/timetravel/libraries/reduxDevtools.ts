import type { LiftedState } from '@redux-devtools/instrument'
import { ActionCreators, instrument } from '@redux-devtools/instrument'
import type { StoreEnhancer } from 'redux'
import { legacy_createStore as createStore } from 'redux'
import type { LedgerAction } from '../../ledger/LedgerAction.ts'
import { checksum, pagedLedger } from '../../ledger/pagedLedger.ts'
import type { SlicesState } from '../../ledger/playheadLedger.ts'
import { bareReducer, ledgerSlices } from '../../ledger/playheadLedger.ts'
import type { Historian, OpenHistory } from '../Historian.ts'

/**
 * The store of Redux DevTools, with no limit to its history. The past is imported, which computes
 * it once: dispatching 100,000 actions takes minutes, as each copies the lists of all before it.
 */
function open<State>(
  initial: State,
  reduce: (state: State, action: LedgerAction) => State,
  total: (state: State) => number,
): (past: Iterable<LedgerAction>, count?: number) => Lifted {
  return (past) => {
    // Without `maxAge` nothing is forgotten; reducers of this page are not reloaded.
    const enhancer = instrument<State, LedgerAction>(undefined, {
      shouldHotReload: false,
    }) as unknown as StoreEnhancer<{
      liftedStore: { dispatch(action: object): void; getState(): LiftedState<State, LedgerAction, null> }
    }>
    const store = createStore((state: State = initial, action: LedgerAction) => reduce(state, action), enhancer)
    const { liftedStore } = store
    liftedStore.dispatch(ActionCreators.importState<State, LedgerAction>([...past]))
    return {
      liftedStore,
      dispatch: (action) => store.dispatch(action),
      // State 0 is the one before the first action.
      seek: (place) => liftedStore.dispatch(ActionCreators.jumpToState(place + 1)),
      stepBack: () => liftedStore.dispatch(ActionCreators.jumpToState(liftedStore.getState().currentStateIndex - 1)),
      total: () => total(store.getState()),
    }
  }
}

/** A history, and the store of its own that it is kept in. */
type Lifted = Historian & { readonly liftedStore: { dispatch(action: object): void } }

/** The reducers and tables of `playhead`: the history alone makes the difference. */
export const withTables: OpenHistory = (past) => liftedTables(past)

export function liftedTables(past: Iterable<LedgerAction>): Lifted {
  const { ledger, page } = ledgerSlices('row')
  const initial: SlicesState = { ledger: ledger.initial, page: page.initial }
  const total = ({ ledger: state }: SlicesState) => checksum((state as typeof ledger.initial).accounts.values())
  return open(initial, bareReducer({ ledger, page }), total)(past)
}

/** Plain objects, in pages. */
export const withPages: OpenHistory = open(pagedLedger.initial, pagedLedger.reduce, pagedLedger.total)

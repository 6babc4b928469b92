import { legacy_createStore as createStore } from 'redux'
import type { LedgerAction } from '../../ledger/LedgerAction.ts'
import { pagedLedger } from '../../ledger/pagedLedger.ts'
import type { Account, AccountsSetup, Contestant } from '../Contestant.ts'

type CountAction = { readonly type: 'incremented' }
type AccountsAction =
  | {
      readonly type: 'balanceSet'
      readonly payload: { readonly id: string; readonly at: number; readonly minor: number }
    }
  | { readonly type: 'interestPaid'; readonly payload: { readonly minor: number } }

/** A store whose subscribers each read one row, and call when it is another one. */
function watching<State>(
  reducer: (state: State | undefined, action: AccountsAction) => State,
  { watched, changed }: AccountsSetup,
  rowOf: (state: State, id: string, at: number) => Account | undefined,
) {
  const store = createStore<State, AccountsAction>(reducer)
  watched.forEach(({ id }, at) => {
    let last = rowOf(store.getState(), id, at)?.minor
    store.subscribe(() => {
      const now = rowOf(store.getState(), id, at)?.minor
      if (now === last) return
      last = now
      changed(now as number)
    })
  })
  return store
}

/** Rows by id, as Redux's style guide has it. */
export const rowsInObject: Contestant = {
  accounts(setup) {
    type ById = Readonly<Record<string, Account>>
    const initial: ById = Object.fromEntries(setup.rows.map((row) => [row.id, row]))
    const reducer = (state: ById = initial, action: AccountsAction): ById => {
      switch (action.type) {
        case 'balanceSet': {
          const { id, minor } = action.payload
          const row = state[id]
          return row ? { ...state, [id]: { ...row, minor } } : state
        }
        case 'interestPaid': {
          const next: Record<string, Account> = {}
          for (const id in state) {
            const row = state[id] as Account
            next[id] = { ...row, minor: row.minor + action.payload.minor }
          }
          return next
        }
        default:
          return state
      }
    }
    const store = watching(reducer, setup, (state, id) => state[id])
    return {
      set: (at, minor) =>
        store.dispatch({ type: 'balanceSet', payload: { id: (setup.rows[at] as Account).id, at, minor } }),
      addToAll: (minor) => store.dispatch({ type: 'interestPaid', payload: { minor } }),
    }
  },
}

/** Rows by place: nobody's advice, and much faster. */
export const rowsInArray: Contestant = {
  accounts(setup) {
    const reducer = (state: readonly Account[] = setup.rows, action: AccountsAction): readonly Account[] => {
      switch (action.type) {
        case 'balanceSet': {
          const { at, minor } = action.payload
          const next = state.slice()
          next[at] = { ...(state[at] as Account), minor }
          return next
        }
        case 'interestPaid':
          return state.map((row) => ({ ...row, minor: row.minor + action.payload.minor }))
        default:
          return state
      }
    }
    const store = watching(reducer, setup, (state, _, at) => state[at])
    return {
      set: (at, minor) =>
        store.dispatch({ type: 'balanceSet', payload: { id: (setup.rows[at] as Account).id, at, minor } }),
      addToAll: (minor) => store.dispatch({ type: 'interestPaid', payload: { minor } }),
    }
  },
}

/** Without rows, and without a log. */
export const redux: Contestant = {
  counter() {
    const store = createStore((n: number = 0, action: CountAction) => (action.type === 'incremented' ? n + 1 : n))
    return { increment: () => store.dispatch({ type: 'incremented' }), read: () => store.getState() }
  },
  ledger(past) {
    const initial = past.reduce(pagedLedger.reduce, pagedLedger.initial)
    const store = createStore((state: typeof initial = initial, action: LedgerAction) =>
      pagedLedger.reduce(state, action),
    )
    return { append: (action) => store.dispatch(action), total: () => pagedLedger.total(store.getState()) }
  },
}

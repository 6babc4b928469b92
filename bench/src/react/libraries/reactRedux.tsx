import { Provider, useSelector } from 'react-redux'
import { legacy_createStore as createStore } from 'redux'
import type { Account } from '../../dispatch/Contestant.ts'
import { Cells } from '../Cells.tsx'
import type { CreateContestant } from '../ReactContestant.ts'

type Action =
  | { readonly type: 'balanceSet'; readonly at: number; readonly minor: number }
  | { readonly type: 'interestPaid'; readonly minor: number }

/** Rows by id, as Redux's style guide has it. */
export const rowsInObject: CreateContestant = ({ rows, rendered }) => {
  type ById = Readonly<Record<string, Account>>
  const initial: ById = Object.fromEntries(rows.map((row) => [row.id, row]))
  const idOf = (at: number) => (rows[at] as Account).id
  const store = createStore((state: ById = initial, action: Action): ById => {
    switch (action.type) {
      case 'balanceSet': {
        const id = idOf(action.at)
        return { ...state, [id]: { ...(state[id] as Account), minor: action.minor } }
      }
      case 'interestPaid': {
        const next: Record<string, Account> = {}
        for (const id in state) {
          const row = state[id] as Account
          next[id] = { ...row, minor: row.minor + action.minor }
        }
        return next
      }
      default:
        return state
    }
  })
  return {
    Provider: ({ children }) => <Provider store={store}>{children}</Provider>,
    Row({ at }) {
      rendered(at)
      return <Cells row={useSelector((state: ById) => state[idOf(at)] as Account)} />
    },
    set: (at, minor) => store.dispatch({ type: 'balanceSet', at, minor }),
    addToAll: (minor) => store.dispatch({ type: 'interestPaid', minor }),
  }
}

/** Rows by place. */
export const rowsInArray: CreateContestant = ({ rows, rendered }) => {
  const store = createStore((state: readonly Account[] = rows, action: Action): readonly Account[] => {
    switch (action.type) {
      case 'balanceSet': {
        const next = state.slice()
        next[action.at] = { ...(state[action.at] as Account), minor: action.minor }
        return next
      }
      case 'interestPaid':
        return state.map((row) => ({ ...row, minor: row.minor + action.minor }))
      default:
        return state
    }
  })
  return {
    Provider: ({ children }) => <Provider store={store}>{children}</Provider>,
    Row({ at }) {
      rendered(at)
      return <Cells row={useSelector((state: readonly Account[]) => state[at] as Account)} />
    },
    set: (at, minor) => store.dispatch({ type: 'balanceSet', at, minor }),
    addToAll: (minor) => store.dispatch({ type: 'interestPaid', minor }),
  }
}

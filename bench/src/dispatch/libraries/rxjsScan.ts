import { BehaviorSubject, distinctUntilChanged, map, Subject, scan, skip } from 'rxjs'
import type { LedgerAction } from '../../ledger/LedgerAction.ts'
import { pagedLedger } from '../../ledger/pagedLedger.ts'
import type { Account, Contestant } from '../Contestant.ts'

type AccountsAction =
  | { readonly type: 'balanceSet'; readonly at: number; readonly minor: number }
  | { readonly type: 'interestPaid'; readonly minor: number }

/** State as a `scan` over a subject of actions, in a `BehaviorSubject`; each reader is `map` and `distinctUntilChanged`. */
export const rxjsScan: Contestant = {
  counter() {
    const actions = new Subject<{ readonly type: 'incremented' }>()
    const state = new BehaviorSubject(0)
    actions.pipe(scan((n, action) => (action.type === 'incremented' ? n + 1 : n), 0)).subscribe(state)
    return { increment: () => actions.next({ type: 'incremented' }), read: () => state.value }
  },
  accounts({ rows, watched, changed }) {
    const actions = new Subject<AccountsAction>()
    const state = new BehaviorSubject(rows)
    actions
      .pipe(
        scan((now, action) => {
          if (action.type === 'interestPaid') return now.map((row) => ({ ...row, minor: row.minor + action.minor }))
          const next = now.slice()
          next[action.at] = { ...(now[action.at] as Account), minor: action.minor }
          return next
        }, rows),
      )
      .subscribe(state)
    watched.forEach((_, at) => {
      state
        .pipe(
          map((now) => (now[at] as Account).minor),
          distinctUntilChanged(),
          skip(1),
        )
        .subscribe(changed)
    })
    return {
      set: (at, minor) => actions.next({ type: 'balanceSet', at, minor }),
      addToAll: (minor) => actions.next({ type: 'interestPaid', minor }),
    }
  },
  ledger(past) {
    const actions = new Subject<LedgerAction>()
    const initial = past.reduce(pagedLedger.reduce, pagedLedger.initial)
    const state = new BehaviorSubject(initial)
    actions.pipe(scan(pagedLedger.reduce, initial)).subscribe(state)
    return { append: (action) => actions.next(action), total: () => pagedLedger.total(state.value) }
  },
}

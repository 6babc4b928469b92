import { useCallback, useSyncExternalStore } from 'react'
import { BehaviorSubject, distinctUntilChanged, map, Subject, scan, skip } from 'rxjs'
import type { Account } from '../../dispatch/Contestant.ts'
import { Cells } from '../Cells.tsx'
import type { CreateContestant } from '../ReactContestant.ts'

type Action =
  | { readonly type: 'balanceSet'; readonly at: number; readonly minor: number }
  | { readonly type: 'interestPaid'; readonly minor: number }

/** State as a `scan` in a `BehaviorSubject`, each row through `map` and `distinctUntilChanged`. */
export const create: CreateContestant = ({ rows, rendered }) => {
  const actions = new Subject<Action>()
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
  const rowAt = (at: number) => state.value[at] as Account
  return {
    Row({ at }) {
      rendered(at)
      // biome-ignore lint/correctness/useExhaustiveDependencies: made before the component, and never another
      const subscribe = useCallback(
        (changed: () => void) => {
          const row$ = state.pipe(
            map((now) => now[at]),
            distinctUntilChanged(),
            skip(1),
          )
          const subscription = row$.subscribe(changed)
          return () => subscription.unsubscribe()
        },
        [at],
      )
      return <Cells row={useSyncExternalStore(subscribe, () => rowAt(at))} />
    },
    set: (at, minor) => actions.next({ type: 'balanceSet', at, minor }),
    addToAll: (minor) => actions.next({ type: 'interestPaid', minor }),
  }
}

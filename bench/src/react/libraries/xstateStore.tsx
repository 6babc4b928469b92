import { createStore } from '@xstate/store'
import { useSyncExternalStore } from 'react'
import type { Account } from '../../dispatch/Contestant.ts'
import { Cells } from '../Cells.tsx'
import type { CreateContestant } from '../ReactContestant.ts'

/** Rows by id in the context, read as its own `useSelector` does. */
export const create: CreateContestant = ({ rows, rendered }) => {
  type ById = Readonly<Record<string, Account>>
  const initial: ById = Object.fromEntries(rows.map((row) => [row.id, row]))
  const idOf = (at: number) => (rows[at] as Account).id
  const store = createStore({
    context: { rows: initial },
    on: {
      balanceSet: (context, { id, minor }: { id: string; minor: number }) => ({
        rows: { ...context.rows, [id]: { ...(context.rows[id] as Account), minor } },
      }),
      interestPaid(context, { minor }: { minor: number }) {
        const next: Record<string, Account> = {}
        for (const id in context.rows) {
          const row = context.rows[id] as Account
          next[id] = { ...row, minor: row.minor + minor }
        }
        return { rows: next }
      },
    },
  })
  const subscribe = (changed: () => void) => {
    const { unsubscribe } = store.subscribe(changed)
    return unsubscribe
  }
  return {
    Row({ at }) {
      rendered(at)
      return (
        <Cells row={useSyncExternalStore(subscribe, () => store.getSnapshot().context.rows[idOf(at)] as Account)} />
      )
    },
    set: (at, minor) => store.trigger.balanceSet({ id: idOf(at), minor }),
    addToAll: (minor) => store.trigger.interestPaid({ minor }),
  }
}

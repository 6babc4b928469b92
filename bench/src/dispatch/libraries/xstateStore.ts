import { createStore } from '@xstate/store'
import type { Account, Contestant } from '../Contestant.ts'

/** Rows by id in the context, each read by a selection. */
export const xstateStore: Contestant = {
  counter() {
    const store = createStore({
      context: { n: 0 },
      on: { incremented: ({ n }) => ({ n: n + 1 }) },
    })
    return { increment: () => store.trigger.incremented(), read: () => store.getSnapshot().context.n }
  },
  accounts({ rows, watched, changed }) {
    type ById = Readonly<Record<string, Account>>
    const initial: ById = Object.fromEntries(rows.map((row) => [row.id, row]))
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
    for (const { id } of watched) {
      store.select((context) => (context.rows[id] as Account).minor).subscribe(changed)
    }
    return {
      set: (at, minor) => store.trigger.balanceSet({ id: (rows[at] as Account).id, minor }),
      addToAll: (minor) => store.trigger.interestPaid({ minor }),
    }
  },
}

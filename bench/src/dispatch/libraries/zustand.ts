import { createStore } from 'zustand/vanilla'
import type { Account, AccountsSetup, Contestant } from '../Contestant.ts'

/** Calls when a row's balance is another one than before; zustand hands the state before to each listener. */
function watch<State>(
  store: { subscribe(listener: (state: State, before: State) => void): () => void },
  { watched, changed }: AccountsSetup,
  rowOf: (state: State, id: string, at: number) => Account | undefined,
): void {
  watched.forEach(({ id }, at) => {
    store.subscribe((state, before) => {
      const now = rowOf(state, id, at)?.minor
      if (now !== rowOf(before, id, at)?.minor) changed(now as number)
    })
  })
}

export const zustand: Contestant = {
  counter() {
    const store = createStore<{ n: number }>(() => ({ n: 0 }))
    return { increment: () => store.setState(({ n }) => ({ n: n + 1 })), read: () => store.getState().n }
  },
}

export const rowsInObject: Contestant = {
  accounts(setup) {
    interface State {
      readonly rows: Readonly<Record<string, Account>>
    }
    const store = createStore<State>(() => ({ rows: Object.fromEntries(setup.rows.map((row) => [row.id, row])) }))
    watch(store, setup, (state, id) => state.rows[id])
    return {
      set(at, minor) {
        const { id } = setup.rows[at] as Account
        store.setState(({ rows }) => ({ rows: { ...rows, [id]: { ...(rows[id] as Account), minor } } }))
      },
      addToAll(minor) {
        store.setState(({ rows }) => {
          const next: Record<string, Account> = {}
          for (const id in rows) {
            const row = rows[id] as Account
            next[id] = { ...row, minor: row.minor + minor }
          }
          return { rows: next }
        })
      },
    }
  },
}

export const rowsInArray: Contestant = {
  accounts(setup) {
    interface State {
      readonly rows: readonly Account[]
    }
    const store = createStore<State>(() => ({ rows: setup.rows }))
    watch(store, setup, (state, _, at) => state.rows[at])
    return {
      set(at, minor) {
        store.setState(({ rows }) => {
          const next = rows.slice()
          next[at] = { ...(rows[at] as Account), minor }
          return { rows: next }
        })
      },
      addToAll: (minor) =>
        store.setState(({ rows }) => ({ rows: rows.map((row) => ({ ...row, minor: row.minor + minor })) })),
    }
  },
}

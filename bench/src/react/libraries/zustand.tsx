import { create as createStore } from 'zustand'
import type { Account } from '../../dispatch/Contestant.ts'
import { Cells } from '../Cells.tsx'
import type { CreateContestant } from '../ReactContestant.ts'

/** Rows by id. */
export const rowsInObject: CreateContestant = ({ rows, rendered }) => {
  const idOf = (at: number) => (rows[at] as Account).id
  const useStore = createStore<{ readonly rows: Readonly<Record<string, Account>> }>(() => ({
    rows: Object.fromEntries(rows.map((row) => [row.id, row])),
  }))
  return {
    Row({ at }) {
      rendered(at)
      return <Cells row={useStore((state) => state.rows[idOf(at)] as Account)} />
    },
    set(at, minor) {
      const id = idOf(at)
      useStore.setState((state) => ({ rows: { ...state.rows, [id]: { ...(state.rows[id] as Account), minor } } }))
    },
    addToAll(minor) {
      useStore.setState((state) => {
        const next: Record<string, Account> = {}
        for (const id in state.rows) {
          const row = state.rows[id] as Account
          next[id] = { ...row, minor: row.minor + minor }
        }
        return { rows: next }
      })
    },
  }
}

/** Rows by place. */
export const rowsInArray: CreateContestant = ({ rows, rendered }) => {
  const useStore = createStore<{ readonly rows: readonly Account[] }>(() => ({ rows }))
  return {
    Row({ at }) {
      rendered(at)
      return <Cells row={useStore((state) => state.rows[at] as Account)} />
    },
    set(at, minor) {
      useStore.setState((state) => {
        const next = state.rows.slice()
        next[at] = { ...(state.rows[at] as Account), minor }
        return { rows: next }
      })
    },
    addToAll: (minor) =>
      useStore.setState((state) => ({ rows: state.rows.map((row) => ({ ...row, minor: row.minor + minor })) })),
  }
}

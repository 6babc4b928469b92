import { bareLedger } from '../../ledger/playheadLedger.ts'
import type { Account, Contestant } from '../Contestant.ts'

/** No library: a function from state and action to state. */
export const bareReducer: Contestant = {
  counter() {
    let state = { n: 0 }
    const reduce = (before: typeof state, action: { readonly type: string }) =>
      action.type === 'incremented' ? { n: before.n + 1 } : before
    return {
      increment: () => {
        state = reduce(state, { type: 'incremented' })
      },
      read: () => state.n,
    }
  },
}

/** No library: one cell a row, that holds who is to be called. */
export const cells: Contestant = {
  accounts({ rows, watched, changed }) {
    const byId = new Map(rows.map((row) => [row.id, { row, listener: undefined as typeof changed | undefined }]))
    for (const { id } of watched) {
      const cell = byId.get(id)
      if (cell) cell.listener = changed
    }
    return {
      set(at, minor) {
        const cell = byId.get((rows[at] as Account).id)
        if (!cell) return
        cell.row = { ...cell.row, minor }
        cell.listener?.(minor)
      },
      addToAll(minor) {
        for (const cell of byId.values()) {
          cell.row = { ...cell.row, minor: cell.row.minor + minor }
          cell.listener?.(cell.row.minor)
        }
      },
    }
  },
}

/** No library: an array that is mapped, and a loop that asks every reader. */
export const arrayScan: Contestant = {
  accounts({ rows, watched, changed }) {
    let state = rows
    const seen = watched.map(({ minor }) => minor)
    const ask = () => {
      for (let at = 0; at < seen.length; at++) {
        const { minor } = state[at] as Account
        if (minor === seen[at]) continue
        seen[at] = minor
        changed(minor)
      }
    }
    return {
      set(at, minor) {
        const next = state.slice()
        next[at] = { ...(state[at] as Account), minor }
        state = next
        ask()
      },
      addToAll(minor) {
        state = state.map((row) => ({ ...row, minor: row.minor + minor }))
        ask()
      },
    }
  },
}

/** No store: the reducers of `playhead`, over the same tables, in a loop. */
export const sameReducers: Contestant = { ledger: bareLedger('row') }
export const sameDraftReducers: Contestant = { ledger: bareLedger('draft') }

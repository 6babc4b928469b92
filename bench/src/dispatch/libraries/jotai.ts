import { atom, createStore } from 'jotai/vanilla'
import type { Account, Contestant } from '../Contestant.ts'

/** An atom a row, and a derived one of each balance; all of them through one atom that writes to the others. */
export const jotai: Contestant = {
  counter() {
    const store = createStore()
    const count = atom(0)
    return { increment: () => store.set(count, (n) => n + 1), read: () => store.get(count) }
  },
  accounts({ rows, watched, changed }) {
    const store = createStore()
    const atoms = rows.map((row) => atom(row))
    const payInterest = atom(null, (get, set, minor: number) => {
      for (const each of atoms) {
        const row = get(each)
        set(each, { ...row, minor: row.minor + minor })
      }
    })
    watched.forEach((_, at) => {
      const row = atoms[at] as (typeof atoms)[number]
      const balance = atom((get) => get(row).minor)
      store.sub(balance, () => changed(store.get(balance)))
    })
    return {
      set: (at, minor) => store.set(atoms[at] as (typeof atoms)[number], (row: Account) => ({ ...row, minor })),
      addToAll: (minor) => store.set(payInterest, minor),
    }
  },
}

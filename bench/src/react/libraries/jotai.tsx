import { atom, createStore, Provider, useAtomValue } from 'jotai'
import type { Account } from '../../dispatch/Contestant.ts'
import { Cells } from '../Cells.tsx'
import type { CreateContestant } from '../ReactContestant.ts'

/** An atom a row. */
export const create: CreateContestant = ({ rows, rendered }) => {
  const store = createStore()
  const atoms = rows.map((row) => atom(row))
  const atomAt = (at: number) => atoms[at] as (typeof atoms)[number]
  const payInterest = atom(null, (get, set, minor: number) => {
    for (const each of atoms) set(each, { ...get(each), minor: get(each).minor + minor })
  })
  return {
    Provider: ({ children }) => <Provider store={store}>{children}</Provider>,
    Row({ at }) {
      rendered(at)
      return <Cells row={useAtomValue(atomAt(at))} />
    },
    set: (at, minor) => store.set(atomAt(at), (row: Account) => ({ ...row, minor })),
    addToAll: (minor) => store.set(payInterest, minor),
  }
}

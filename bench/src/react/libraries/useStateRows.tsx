import { useEffect, useState } from 'react'
import type { Account } from '../../dispatch/Contestant.ts'
import { Cells } from '../Cells.tsx'
import type { CreateContestant } from '../ReactContestant.ts'

/** No library: each row keeps its own state, and somebody outside holds its setter. Nobody can go below. */
export const create: CreateContestant = ({ rows, rendered }) => {
  const setters: ((change: (row: Account) => Account) => void)[] = []
  return {
    Row({ at }) {
      rendered(at)
      const [row, setRow] = useState(rows[at] as Account)
      // biome-ignore lint/correctness/useExhaustiveDependencies: made before the component, and never another
      useEffect(() => {
        setters[at] = setRow
      }, [at])
      return <Cells row={row} />
    },
    set: (at, minor) => setters[at]?.((row) => ({ ...row, minor })),
    addToAll(minor) {
      for (const set of setters) set((row) => ({ ...row, minor: row.minor + minor }))
    },
  }
}

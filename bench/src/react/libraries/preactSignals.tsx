import { batch, signal } from '@preact/signals-react'
import { useSignals } from '@preact/signals-react/runtime'
import { Cells } from '../Cells.tsx'
import type { CreateContestant } from '../ReactContestant.ts'

/** A signal a row, read through `useSignals`. */
export const create: CreateContestant = ({ rows, rendered }) => {
  const signals = rows.map((row) => signal(row))
  const signalAt = (at: number) => signals[at] as (typeof signals)[number]
  return {
    Row({ at }) {
      useSignals()
      rendered(at)
      return <Cells row={signalAt(at).value} />
    },
    set(at, minor) {
      const row = signalAt(at)
      row.value = { ...row.peek(), minor }
    },
    addToAll: (minor) =>
      batch(() => {
        for (const row of signals) row.value = { ...row.peek(), minor: row.peek().minor + minor }
      }),
  }
}

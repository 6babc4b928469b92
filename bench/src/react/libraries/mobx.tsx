import { observable, runInAction } from 'mobx'
import { observer } from 'mobx-react-lite'
import type { CreateContestant, RowProps } from '../ReactContestant.ts'

/** Observable rows, read by observer components. */
export const create: CreateContestant = ({ rows, rendered }) => {
  const observed = observable(rows.map((row) => ({ ...row })))
  return {
    // What is read must be read in the observer, so the cells are drawn here.
    Row: observer(({ at }: RowProps) => {
      rendered(at)
      const row = observed[at]
      return (
        <li>
          <span>{row?.owner}</span> <b>{row?.minor}</b>
        </li>
      )
    }),
    set: (at, minor) =>
      runInAction(() => {
        const row = observed[at]
        if (row) row.minor = minor
      }),
    addToAll: (minor) =>
      runInAction(() => {
        for (const row of observed) row.minor += minor
      }),
  }
}

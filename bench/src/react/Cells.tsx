import type { Account } from '../dispatch/Contestant.ts'

/** What every library draws for a row. */
export function Cells({ row }: { readonly row: Account }) {
  return (
    <li>
      <span>{row.owner}</span> <b>{row.minor}</b>
    </li>
  )
}

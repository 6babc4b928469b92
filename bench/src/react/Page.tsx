import { memo } from 'react'
import type { PageQuestion } from './PageQuestion.ts'
import type { ReactContestant } from './ReactContestant.ts'

export const ROWS = 10_000
const GROUP = 100

interface PageProps {
  readonly contestant: ReactContestant
  readonly layout: PageQuestion['layout']
}

/** All rows, mounted. */
export function Page({ contestant: { Row: row, Provider }, layout }: PageProps) {
  const Row = memo(row)
  const list = layout === 'flat' ? <Flat Row={Row} /> : <Nested Row={Row} />
  return Provider ? <Provider>{list}</Provider> : list
}

interface ListProps {
  readonly Row: ReactContestant['Row']
}

const Flat = ({ Row }: ListProps) => (
  <ul>
    {numbers(ROWS).map((at) => (
      <Row key={at} at={at} />
    ))}
  </ul>
)

const Nested = ({ Row }: ListProps) =>
  numbers(ROWS / GROUP).map((group) => <Group key={group} Row={Row} first={group * GROUP} />)

const Group = ({ Row, first }: ListProps & { readonly first: number }) => (
  <ul>
    {numbers(GROUP).map((at) => (
      <Row key={at} at={first + at} />
    ))}
  </ul>
)

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)

import type { Row } from './Row.ts'

/** The library that all others are compared with. */
export const OURS = 'playhead'

/** Ratios closer than this are a tie: absolute times move by more between two runs. */
export const TIE = 1.3

/** Rows of one piece of work, fastest or smallest first. */
export interface Comparison {
  readonly suite: string
  readonly work: string
  readonly unit: Row['unit']
  readonly lines: readonly { readonly row: Row; readonly ratio: number | undefined }[]
}

/** Groups rows by work, in the order in which the works came, with each median as a ratio to ours. */
export function compare(rows: readonly Row[]): readonly Comparison[] {
  const works = Map.groupBy(rows, ({ suite, work }) => `${suite}\n${work}`)
  return [...works.values()].map((group) => {
    const [first] = group as [Row, ...Row[]]
    const ours = group.find(({ library }) => library === OURS)
    const lines = group
      .toSorted((a, b) => a.median - b.median)
      .map((row) => ({ row, ratio: ours && row.median / ours.median }))
    return { suite: first.suite, work: first.work, unit: first.unit, lines }
  })
}

/** A sentence for each work in which somebody is better than we are by more than a tie. */
export const losses = (rows: readonly Row[]): readonly string[] => compare(rows).flatMap(lossIn)

function lossIn({ work, lines }: Comparison): readonly string[] {
  const ours = lines.find(({ row }) => row.library === OURS)?.row
  if (!ours) return []
  const better = lines.filter(({ row }) => !isOurs(row) && ours.median > row.median * TIE)
  if (better.length === 0) return []
  const named = better.map(({ row }) => `${row.library} (${timesOf(ours.median / row.median)}, ${amount(row)})`)
  return [`${work}: playhead needs ${amount(ours)} and loses to ${listed(named)}.`]
}

/** Whether a row is one of our own styles, which we do not lose to. */
const isOurs = ({ library }: Row) => library === OURS || library.startsWith(`${OURS} `)

const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** `2.1x`; a tie is marked, so that nobody reads more out of it than there is. */
export function shownRatio(ratio: number): string {
  const isTie = ratio < TIE && ratio > 1 / TIE
  return isTie && ratio !== 1 ? `${timesOf(ratio)} tie` : timesOf(ratio)
}

const timesOf = (ratio: number) => `${significant(ratio)}x`

const amount = ({ median, unit }: Row) => `${significant(median)} ${unit}`

/** Three digits say all that a measurement on a shared machine knows. */
export function significant(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return value.toLocaleString('en', {
    minimumFractionDigits: Math.min(digits, 6),
    maximumFractionDigits: Math.min(digits, 6),
  })
}

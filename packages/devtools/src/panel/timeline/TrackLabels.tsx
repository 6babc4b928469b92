import { memo } from 'react'
import type { TrackBy } from '../../protocol/calls.ts'
import type { Row } from './layout/layoutRows.ts'
import styles from './TrackLabels.module.css'

/** The names beside the tracks; those of branches choose the store that is looked at. */
export const TrackLabels = memo(function TrackLabels({
  headHeight,
  rows,
  counts,
  by,
  looked,
  onLook,
}: {
  headHeight: number
  rows: readonly Row[]
  counts: { readonly [track: string]: number }
  by: TrackBy
  looked: string
  onLook: (store: string) => void
}) {
  return (
    <div className={styles.labels}>
      <div className={styles.head} style={{ blockSize: headHeight }}>
        {{ slice: 'Slices', effect: 'Effects', origin: 'Origins' }[by]}
      </div>
      {rows.map((row) => (
        <div key={keyOf(row)} className={styles.label} data-kind={row.kind} style={{ blockSize: row.height }}>
          <RowLabel row={row} counts={counts} looked={looked} onLook={onLook} />
        </div>
      ))}
    </div>
  )
})

function RowLabel({
  row,
  counts,
  looked,
  onLook,
}: {
  row: Row
  counts: { readonly [track: string]: number }
  looked: string
  onLook: (store: string) => void
}) {
  if (row.kind === 'section') return row.label
  const swatch = <span aria-hidden="true" className={styles.swatch} style={{ backgroundColor: `var(${row.colour})` }} />
  if (row.kind === 'branch') {
    return (
      <button
        type="button"
        className={styles.branch}
        style={{ paddingInlineStart: row.depth * 10 }}
        aria-pressed={row.store === looked}
        title={row.label}
        onClick={() => onLook(row.store)}
      >
        {swatch}
        <span className={styles.name}>{row.label}</span>
      </button>
    )
  }
  const isKnown = row.kind === 'track' && Object.keys(counts).length > 0
  const count = isKnown ? (counts[row.track] ?? 0) : undefined
  return (
    <>
      {swatch}
      <span
        className={styles.name}
        data-none={(row.kind === 'track' && row.track === '') || undefined}
        title={row.label}
      >
        {row.label}
      </span>
      {count !== undefined && <span className={styles.count}>{count.toLocaleString()}</span>}
    </>
  )
}

function keyOf(row: Row): string {
  if (row.kind === 'track') return `track ${row.track}`
  if (row.kind === 'effect') return `effect ${row.effect}`
  if (row.kind === 'branch') return `branch ${row.store}`
  return row.label
}

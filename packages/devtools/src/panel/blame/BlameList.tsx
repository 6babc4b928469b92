import { Button, EmptyState, ProgressBar } from '@playhead/ui'
import { History } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import type { BlameHit } from '../../protocol/calls.ts'
import { trackColour } from '../colour/trackColour.ts'
import { ChangedValue } from '../inspector/diff/ChangeLine.tsx'
import { formatCount, formatTime } from '../records/format.ts'
import { SafeText } from '../values/SafeText.tsx'
import styles from './BlameList.module.css'
import type { BlameSearch } from './useBlame.ts'

export interface BlameListProps {
  /** The value, as a path. */
  readonly of: string
  /** Where the search began. */
  readonly near: number
  readonly search: BlameSearch
  /** The record that is inspected. */
  readonly current: number | undefined
  readonly onTravel: (to: number) => void
  readonly onStop: () => void
  readonly onMore: () => void
}

/** The records that changed a value, newest first. Arrows go from one to the next, Enter travels there. */
export function BlameList({ of, near, search, current, onTravel, onStop, onMore }: BlameListProps) {
  const { hits, end } = search
  const list = useRef<HTMLOListElement>(null)
  const [active, setActive] = useState(0)
  const stop = Math.min(active, hits.length - 1)

  const press = (event: KeyboardEvent, index: number) => {
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: hits.length - 1 }[event.key]
    if (to === undefined || to < 0 || to >= hits.length) return
    event.preventDefault()
    event.stopPropagation()
    setActive(to)
    list.current?.querySelectorAll('button')[to]?.focus()
  }

  if (end === 'beginning' && hits.length === 0) {
    return (
      <EmptyState icon={<History />} title="Nothing has changed it">
        It is as it was before the first record, up to {near < 0 ? 'here' : `#${formatCount(near)}`}.
      </EmptyState>
    )
  }
  return (
    <div className={styles.blame}>
      <ol ref={list} className={styles.hits} aria-label={`Changes of ${of}, newest first`}>
        {hits.map((hit, index) => (
          <li key={hit.row.id} aria-current={hit.row.offset === current || undefined}>
            <button
              type="button"
              className={styles.hit}
              tabIndex={index === stop ? 0 : -1}
              onClick={() => {
                setActive(index)
                onTravel(hit.row.offset)
              }}
              onKeyDown={(event) => press(event, index)}
            >
              <Hit hit={hit} />
            </button>
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <Foot near={near} search={search} onStop={onStop} onMore={onMore} />
      </div>
    </div>
  )
}

function Hit({ hit }: { readonly hit: BlameHit }) {
  const { row, before, after } = hit
  const wasAbsent = before.kind === 'undefined'
  const isAbsent = after.kind === 'undefined'
  const kind = wasAbsent && !isAbsent ? 'added' : isAbsent && !wasAbsent ? 'removed' : 'changed'
  const change = { kind, ...(!wasAbsent && { before }), ...(!isAbsent && { after }) } as const
  return (
    <>
      <span className={styles.who}>
        <span
          className={styles.dot}
          style={{ background: row.slice === undefined ? 'var(--ph-border-strong)' : `var(${trackColour(row.slice)})` }}
        />
        <span className={styles.offset}>#{formatCount(row.offset)}</span>
        <span className={styles.type}>
          <SafeText>{row.type}</SafeText>
        </span>
        {row.effect !== undefined && (
          <span className={styles.effect}>
            by <SafeText>{row.effect}</SafeText>
          </span>
        )}
        <time className={styles.time} dateTime={new Date(row.time).toISOString()}>
          {formatTime(row.time)}
        </time>
      </span>
      <span className={styles.change}>
        {kind === 'added' && <span className={styles.kind}>came to be </span>}
        {kind === 'removed' && <span className={styles.kind}>went away </span>}
        <ChangedValue change={change} />
      </span>
    </>
  )
}

type FootProps = Pick<BlameListProps, 'near' | 'search' | 'onStop' | 'onMore'>

function Foot({ near, search: { hits, down, end }, onStop, onMore }: FootProps) {
  const searched = near - (down ?? near + 1) + 1
  switch (end) {
    case 'searching':
      return (
        <ProgressBar
          label={hits.length === 0 ? 'Looking for changes' : 'Looking for older changes'}
          value={searched}
          max={near + 1}
          valueText={`${formatCount(searched)} of ${formatCount(near + 1)} records`}
          onCancel={onStop}
        />
      )
    case 'beginning':
      return <p className={styles.words}>Nothing before that has changed it, back to the beginning.</p>
    case 'full':
    case 'stopped':
      return (
        <p className={styles.words}>
          {end === 'full'
            ? `${formatCount(hits.length)} changes are shown.`
            : `Stopped after ${formatCount(searched)} records.`}
          <Button size="sm" variant="ghost" onPress={onMore}>
            Look further back
          </Button>
        </p>
      )
    default:
      return (
        <p role="alert" className={styles.error}>
          {end.message}
        </p>
      )
  }
}

import type { Path } from '@playhead/core'
import { EmptyState, Skeleton } from '@playhead/ui'
import { Equal } from 'lucide-react'
import { useState } from 'react'
import { useCall } from '../../connection/useCall.ts'
import { useThrottled } from '../../connection/useThrottled.ts'
import { focus } from '../../model/focus.ts'
import { panel } from '../../model/panelActions.ts'
import { useActions, useSelector } from '../../model/panelStore.ts'
import { formatCount } from '../../records/format.ts'
import { Refused } from '../Refused.tsx'
import { ChangeTree } from './ChangeTree.tsx'
import { ComparisonBar } from './ComparisonBar.tsx'
import styles from './DiffTab.module.css'

export interface DiffTabProps {
  readonly store: string
  readonly place: number
  readonly head: number
  /** Shows the state at a path. */
  readonly onOpen: (path: Path) => void
}

const CHANGES_SHOWN = 200
/** While it plays, nobody reads faster. */
const SHOWN_MS = 150

/** What a record changed, or what is different between two places. */
export function DiffTab({ store, place: newest, head, onOpen }: DiffTabProps) {
  const place = useThrottled(newest, SHOWN_MS)
  const { comparison } = useSelector(focus)
  const { comparisonChosen } = useActions(panel)
  const before = comparison?.before ?? place - 1
  const after = comparison?.after ?? place
  const what = `${store} ${before} ${after}`
  const [most, setMost] = useState({ of: what, changes: CHANGES_SHOWN })
  const changesMax = most.of === what ? most.changes : CHANGES_SHOWN
  const isAsked = before !== after && before >= -1
  const { got, refused, waiting } = useCall('diff', isAsked ? { store, before, after, changesMax } : undefined)

  const words = comparison
    ? `from ${placeWords(before)} to ${placeWords(after)}`
    : place < 0
      ? 'before the first record'
      : `by record #${formatCount(place)}`

  return (
    <div className={styles.tab}>
      <ComparisonBar comparison={comparison} place={place} head={head} onChange={comparisonChosen} />
      {refused ? (
        <Refused what="The states could not be compared" error={refused} />
      ) : !isAsked || got?.changes.length === 0 ? (
        <EmptyState icon={<Equal />} title="Nothing changed">
          {before === after
            ? 'Both places are the same.'
            : `State is the same in every value ${words}: no slice listens to it, or what it sets was already so.`}
        </EmptyState>
      ) : got ? (
        <ChangeTree
          label={`Changes ${words}`}
          changes={got}
          onOpen={onOpen}
          onMore={() => setMost({ of: what, changes: changesMax * 5 })}
          isWaiting={waiting}
        />
      ) : (
        <div className={styles.loading}>
          {['48%', '70%', '36%'].map((width) => (
            <Skeleton key={width} inlineSize={width} />
          ))}
        </div>
      )}
    </div>
  )
}

const placeWords = (place: number): string => (place < 0 ? 'the initial state' : `#${formatCount(place)}`)

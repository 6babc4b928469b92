import { Badge, IconButton, Skeleton } from '@playhead/ui'
import { LocateFixed, LocateOff, MoveRight } from 'lucide-react'
import type { RecordView } from '../../protocol/RecordView.ts'
import { trackColour } from '../colour/trackColour.ts'
import { formatCount, formatGap, formatTime } from '../records/format.ts'
import { SafeText } from '../values/SafeText.tsx'
import styles from './RecordHead.module.css'

export interface RecordHeadProps {
  /** −1 before the first record. */
  readonly place: number
  /** `undefined` until it is known. */
  readonly record: RecordView | undefined
  readonly playhead: number
  /** Whether the inspector shows whatever the playhead is at. */
  readonly follows: boolean
  /** Name of the branch, where the store is one. */
  readonly branch?: string | undefined
  readonly onFollow: () => void
  readonly onHold: () => void
  readonly onTravel: () => void
}

/** Which record is inspected, and whether the inspector goes along with the playhead. */
export function RecordHead({ place, record, playhead, follows, branch, onFollow, onHold, onTravel }: RecordHeadProps) {
  const isThere = record?.offset === place
  return (
    <header className={styles.head}>
      <span
        className={styles.dot}
        style={{ background: record?.slices[0] ? `var(${trackColour(record.slices[0])})` : 'var(--ph-border-strong)' }}
      />
      <div className={styles.words}>
        <h2 className={styles.title}>
          {place < 0 ? (
            'Before the first record'
          ) : (
            <>
              <span className={styles.offset}>#{formatCount(place)}</span>{' '}
              <span className={styles.type}>
                {isThere ? <SafeText>{record.type}</SafeText> : <Skeleton inlineSize="16ch" />}
              </span>
            </>
          )}
        </h2>
        <p className={styles.facts}>
          {branch !== undefined && <Badge tone="accent">branch {branch}</Badge>}
          {place < 0
            ? 'The initial state of every slice'
            : isThere && (
                <>
                  <time dateTime={new Date(record.time).toISOString()}>{formatTime(record.time)}</time>
                  <span>+{formatGap(record.sincePrevious)}</span>
                  {record.effect && (
                    <span>
                      by <SafeText>{record.effect.name}</SafeText>
                    </span>
                  )}
                  {record.errors.length > 0 && <Badge tone="negative">failed</Badge>}
                </>
              )}
        </p>
      </div>
      <div className={styles.tools}>
        {!follows && place !== playhead && (
          <IconButton
            size="sm"
            label={`Move the playhead to ${formatCount(place)}`}
            icon={<MoveRight />}
            onPress={onTravel}
          />
        )}
        {follows ? (
          <IconButton
            size="sm"
            label="Hold this record"
            icon={<LocateFixed />}
            onPress={onHold}
            isDisabled={place < 0}
          />
        ) : (
          <IconButton size="sm" label="Follow the playhead" icon={<LocateOff />} onPress={onFollow} />
        )}
      </div>
    </header>
  )
}

import { stringify } from '@playhead/core'
import { Button } from '@playhead/ui'
import { History } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatCount, formatExactMoment } from '../../../calendar/index.ts'
import { useTimeView } from '../../time/index.ts'
import { describeRecord } from '../describeRecord.ts'
import { recordById } from '../findRecord.ts'
import styles from './ActivityPage.module.css'

export interface RecordDetailsProps {
  offset: number
  onOpen: (offset: number) => void
  /** Called when the page moves elsewhere in time. */
  onLeave: () => void
}

/** All of one record: what, when, by whom, why, and what stands in it. */
export function RecordDetails({ offset, onOpen, onLeave }: RecordDetailsProps) {
  const view = useTimeView()
  const record = view.store.recordAt(offset)
  if (!record) return <p>The record is not in memory.</p>
  const { title } = describeRecord(record)
  const cause = record.causedBy === undefined ? undefined : recordById(view.store, record.causedBy, offset)
  return (
    <div className={styles.details}>
      <h3 className={styles.heading}>{title}</h3>
      <dl className={styles.facts}>
        <Fact name="Type">
          <code>{record.type}</code>
        </Fact>
        <Fact name="Recorded">{formatExactMoment(record.time)}</Fact>
        <Fact name="By">{record.actor ?? 'whoever uses this browser'}</Fact>
        {record.effect !== undefined && <Fact name="Effect">{record.effect.name}</Fact>}
        {record.causedBy !== undefined && (
          <Fact name="Because of">
            {cause ? (
              <Button variant="ghost" size="sm" onPress={() => onOpen(cause.offset)}>
                {`${describeRecord(cause).title}, record ${formatCount(cause.offset)}`}
              </Button>
            ) : (
              <code>{record.causedBy}</code>
            )}
          </Fact>
        )}
        <Fact name="Id">
          <code>{record.id}</code>
        </Fact>
      </dl>
      <Button
        size="sm"
        icon={<History />}
        onPress={() => {
          void view.viewRecord(offset)
          onLeave()
        }}
      >
        View as known then
      </Button>
      <pre className={styles.payload}>{pretty(record.payload)}</pre>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const pretty = (payload: unknown): string =>
  payload === undefined ? 'Nothing stands in it.' : JSON.stringify(JSON.parse(stringify(payload)), undefined, 2)

import { Badge, Button, Card } from '@playhead/ui'
import { useState } from 'react'
import { counted, formatCount, formatMoment } from '../../../calendar/index.ts'
import { useSelector, useStream } from '../../../hooks.ts'
import { useIsPast } from '../../time/index.ts'
import type { ImportDesk, ImportRecord, ImportStatus } from '../index.ts'
import { importHistory } from '../index.ts'
import { formatNames } from './formatNames.ts'
import styles from './ImportHistory.module.css'

/** The files that came before, newest first. What was cut off or stopped can be gone on with. */
export function ImportHistory({ desk }: { desk: ImportDesk }) {
  const history = useSelector(importHistory)
  const jobs = useStream(desk.jobs$, [])
  const isPast = useIsPast()
  const [missing, setMissing] = useState<string>()
  if (history.length === 0) return null
  const isBooking = jobs.some(({ phase }) => phase.kind === 'booking')
  const resume = async (importId: string) => {
    const found = await desk.resume(importId).catch(() => false)
    setMissing(found ? undefined : importId)
  }
  return (
    <Card title="Imported files" description={counted(history.length, 'file', 'files')} padding="none">
      {/* biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list */}
      <ul role="list" className={styles.list}>
        {history.map((each) => (
          <li key={each.importId} className={styles.item}>
            <div className={styles.words}>
              <div className={styles.name}>{each.fileName}</div>
              <div className={styles.detail}>{describe(each)}</div>
              {missing === each.importId && (
                <div role="alert" className={styles.missing}>
                  The file is not kept here any more. Drop it again: what is booked already is recognised.
                </div>
              )}
            </div>
            <StatusBadge status={isBooking || each.status !== 'booking' ? each.status : 'interrupted'} />
            {each.status !== 'completed' && !isBooking && (
              <Button size="sm" isDisabled={isPast} onPress={() => void resume(each.importId)}>
                Resume
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function StatusBadge({ status }: { status: ImportStatus | 'interrupted' }) {
  const { tone, name } = statuses[status]
  return <Badge tone={tone}>{name}</Badge>
}

const statuses = {
  booking: { tone: 'accent', name: 'Booking' },
  interrupted: { tone: 'warning', name: 'Interrupted' },
  completed: { tone: 'positive', name: 'Completed' },
  cancelled: { tone: 'warning', name: 'Stopped' },
  failed: { tone: 'negative', name: 'Failed' },
} as const

function describe({ format, receivedAt, booked, entries, duplicates, statements }: ImportRecord): string {
  const off = statements.filter(({ differenceMinor }) => differenceMinor !== null && differenceMinor !== 0).length
  return [
    formatNames[format],
    formatMoment(receivedAt),
    booked < entries
      ? `${formatCount(booked)} of ${counted(entries, 'entry', 'entries')}`
      : counted(entries, 'entry', 'entries'),
    ...(duplicates > 0 ? [`${formatCount(duplicates)} already booked`] : []),
    ...(off > 0 ? [`${counted(off, 'statement differs', 'statements differ')} from ours`] : []),
  ].join(' · ')
}

import type { LogRecord } from '@playhead/core'
import { Card, Dialog, EmptyState } from '@playhead/ui'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ScrollText } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { counted, formatCount, formatExactMoment, formatMoment } from '../../../calendar/index.ts'
import { useStream } from '../../../hooks.ts'
import { useTimeView } from '../../time/index.ts'
import { describeRecord } from '../describeRecord.ts'
import styles from './ActivityPage.module.css'
import { RecordDetails } from './RecordDetails.tsx'

/** Every record of the log, the newest first, up to the place being viewed. */
export function ActivityPage() {
  const { store } = useTimeView()
  const { offset: head } = useStream(store.timeline.playhead$, store.timeline.playhead)
  const [open, setOpen] = useState<number>()
  const isLoaded = useLoaded(head)
  const list = useRef<HTMLElement>(null)
  const rows = useVirtualizer({
    count: head + 1,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  if (head < 0) {
    return (
      <EmptyState level={2} icon={<ScrollText />} title="Nothing has happened yet">
        At this place in time the log is empty.
      </EmptyState>
    )
  }
  return (
    <Card title="Activity" description={counted(head + 1, 'record', 'records')} padding="none">
      <section ref={list} className={styles.scroll} aria-label="Records" tabIndex={-1}>
        {/* biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list */}
        <ol role="list" reversed className={styles.list} style={{ blockSize: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => (
            <li
              key={head - index}
              aria-setsize={head + 1}
              aria-posinset={index + 1}
              className={styles.item}
              style={{ transform: `translateY(${start}px)`, blockSize: ROW_PX }}
            >
              <Row offset={head - index} isLoaded={isLoaded} onOpen={setOpen} />
            </li>
          ))}
        </ol>
      </section>
      <Dialog
        title={open === undefined ? 'Record' : `Record ${formatCount(open)}`}
        placement="end"
        isOpen={open !== undefined}
        onOpenChange={(isOpen) => !isOpen && setOpen(undefined)}
      >
        {open !== undefined && <RecordDetails offset={open} onOpen={setOpen} onLeave={() => setOpen(undefined)} />}
      </Dialog>
    </Card>
  )
}

const ROW_PX = 52

interface RowProps {
  offset: number
  isLoaded: boolean
  onOpen: (offset: number) => void
}

function Row({ offset, isLoaded, onOpen }: RowProps) {
  const { store } = useTimeView()
  const record = store.recordAt(offset)
  if (!record) return <div className={styles.row}>{isLoaded ? 'Not in memory' : '…'}</div>
  const { title, detail } = describeRecord(record)
  return (
    <button type="button" className={styles.row} onClick={() => onOpen(offset)}>
      <span className={styles.offset}>{formatCount(offset)}</span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.detail}>{[detail, byWhom(record)].filter((word) => word !== '').join(' · ')}</span>
      </span>
      <time
        className={styles.time}
        dateTime={new Date(record.time).toISOString()}
        title={formatExactMoment(record.time)}
      >
        {formatMoment(record.time)}
      </time>
    </button>
  )
}

const byWhom = ({ effect, actor }: LogRecord): string =>
  effect === undefined ? (actor ?? '') : `by the effect ${effect.name}`

/** Brings records into memory that are on the disk alone. */
function useLoaded(head: number): boolean {
  const { store } = useTimeView()
  const [isLoaded, setLoaded] = useState(() => head < 0 || store.recordAt(0) !== undefined)
  useEffect(() => {
    let isOn = true
    void store.load({ from: 0, to: store.timeline.playhead.head }).then(
      () => isOn && setLoaded(true),
      () => isOn && setLoaded(true),
    )
    return () => {
      isOn = false
    }
  }, [store])
  return isLoaded
}

import { Button } from '@playhead/ui'
import { ArrowLeft, ArrowRight, RotateCw, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { useCell } from './engine/Cell.ts'
import type { TimelineEngine } from './engine/TimelineEngine.ts'
import styles from './TimelineNotes.module.css'

/** What stands over the tracks: the way back to the playhead, why there is nothing, and what the app refused. */
export const TimelineNotes = memo(function TimelineNotes({
  engine,
  isEmpty,
}: {
  engine: TimelineEngine
  isEmpty: boolean
}) {
  const { away, refused, isWaiting } = useCell(engine.telling.status)
  const { isParked } = useCell(engine.telling.playhead)
  if (refused) {
    return (
      <div className={styles.refused} role="alert">
        <TriangleAlert size={14} aria-hidden="true" className={styles.warning} />
        <span className={styles.message}>{refused}</span>
        <Button size="sm" icon={<RotateCw size={12} />} onPress={() => engine.retry()}>
          Try again
        </Button>
      </div>
    )
  }
  if (isEmpty) return <p className={styles.empty}>No records yet. They appear here as actions are dispatched.</p>
  return (
    <>
      {away && (
        <button type="button" className={styles.away} data-side={away} onClick={() => engine.showPlayhead()}>
          {away === 'before' && <ArrowLeft size={12} aria-hidden="true" />}
          {isParked ? 'To the playhead' : 'Follow'}
          {away === 'after' && <ArrowRight size={12} aria-hidden="true" />}
        </button>
      )}
      {isWaiting && <span className={styles.waiting} aria-hidden="true" />}
    </>
  )
})

import type { Ref } from 'react'
import { memo } from 'react'
import { useCell } from './engine/Cell.ts'
import type { TimelineEngine } from './engine/TimelineEngine.ts'
import { onPlayheadKey } from './input/timelineKeys.ts'
import styles from './PlayheadHandle.module.css'
import { placeInWords } from './placeInWords.ts'

/** The playhead: a line down the tracks with a handle in the ruler, dragged by the pointer and moved by arrow keys. */
export const PlayheadHandle = memo(function PlayheadHandle({
  ref,
  engine,
  head,
}: {
  ref: Ref<HTMLDivElement>
  engine: TimelineEngine
  head: number
}) {
  const shown = useCell(engine.telling.playhead)
  return (
    <div
      ref={ref}
      className={styles.playhead}
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-orientation="horizontal"
      aria-valuemin={-1}
      aria-valuemax={Math.max(head, 0)}
      aria-valuenow={shown.place}
      aria-valuetext={placeInWords(shown, head)}
      data-parked={shown.isParked || undefined}
      data-held={shown.isHeld || undefined}
      onKeyDown={(event) => {
        if (!onPlayheadKey(event, engine)) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <span className={styles.grip}>
        <svg className={styles.shape} viewBox="0 0 13 18" aria-hidden="true">
          <path d="M2.5 0.5h8a2 2 0 0 1 2 2v9.2a2 2 0 0 1-.7 1.5L6.5 17.5 1.2 13.2a2 2 0 0 1-.7-1.5V2.5a2 2 0 0 1 2-2Z" />
        </svg>
        <span className={styles.place}>{shown.place < 0 ? 'start' : shown.place.toLocaleString()}</span>
      </span>
    </div>
  )
})

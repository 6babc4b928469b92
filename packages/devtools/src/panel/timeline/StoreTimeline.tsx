import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { StoreOverview } from '../../protocol/overview.ts'
import { arrangement } from '../model/arrangement.ts'
import { focus } from '../model/focus.ts'
import { panel } from '../model/panelActions.ts'
import { useActions, useSelector } from '../model/panelStore.ts'
import { useCell } from './engine/Cell.ts'
import { useTimelineEngine } from './engine/useTimelineEngine.ts'
import { attachGestures } from './input/attachGestures.ts'
import { attachMinimap } from './input/attachMinimap.ts'
import { onStageKey } from './input/timelineKeys.ts'
import { PlayheadHandle } from './PlayheadHandle.tsx'
import styles from './StoreTimeline.module.css'
import { summaryOf } from './summaryOf.ts'
import { TimelineNotes } from './TimelineNotes.tsx'
import { TimelineToolbar } from './TimelineToolbar.tsx'
import { TimelineTooltip } from './TimelineTooltip.tsx'
import { TrackLabels } from './TrackLabels.tsx'
import { VisibleTable } from './VisibleTable.tsx'

/** The timeline of one store of the app. */
export function StoreTimeline({ store, stores }: { store: StoreOverview; stores: readonly StoreOverview[] }) {
  const { tracks, axis, loop, bookmarks } = useSelector(arrangement)
  const { record, comparison } = useSelector(focus)
  const { storeChosen } = useActions(panel)
  const engine = useTimelineEngine(store.id)
  const [isTable, setTable] = useState(false)

  useLayoutEffect(() => {
    engine.give({
      store,
      stores,
      by: tracks,
      axis,
      loop,
      bookmarks: bookmarks.filter((each) => each.store === store.id),
      chosen: record,
      compared: comparison,
    })
  }, [engine, store, stores, tracks, axis, loop, bookmarks, record, comparison])

  const stage = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const minimap = useRef<HTMLCanvasElement>(null)
  const handle = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!stage.current || !canvas.current || !minimap.current || !handle.current || !scroller.current) return
    const detach = [
      engine.attach({
        stage: stage.current,
        canvas: canvas.current,
        minimap: minimap.current,
        handle: handle.current,
        scroller: scroller.current,
      }),
      attachGestures(stage.current, handle.current, engine),
      attachMinimap(minimap.current, engine),
    ]
    return () => {
      for (const each of detach) each()
    }
  }, [engine])

  useEffect(() => {
    engine.telling.list(isTable)
  }, [engine, isTable])

  const { rows, rulerHeight, counts } = useCell(engine.telling.rows)
  const records = store.playhead.head + 1
  const errors = store.errors.length
  const summary = useMemo(
    () => summaryOf({ name: store.name, records, errors }, rows, counts),
    [store.name, records, errors, rows, counts],
  )
  return (
    <div className={styles.timeline}>
      <TimelineToolbar engine={engine} isTable={isTable} onTable={setTable} />
      <div className={styles.overview}>
        <span className={styles.overviewLabel} aria-hidden="true">
          {records.toLocaleString()}
        </span>
        <div aria-hidden="true">
          <canvas ref={minimap} className={styles.minimap} />
        </div>
      </div>
      <div ref={scroller} className={styles.scroller}>
        <TrackLabels
          headHeight={rulerHeight}
          rows={rows}
          counts={counts}
          by={tracks}
          looked={store.id}
          onLook={storeChosen}
        />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: what the keys move is drawn, and said by the slider and the table */}
        <div
          ref={stage}
          className={styles.stage}
          data-own-keys=""
          onKeyDown={(event) => {
            if (onStageKey(event, engine)) event.preventDefault()
          }}
        >
          <canvas ref={canvas} className={styles.canvas} role="img" tabIndex={0} aria-label={summary} />
          <PlayheadHandle ref={handle} engine={engine} head={store.playhead.head} />
          <TimelineTooltip engine={engine} axis={axis} />
          <TimelineNotes engine={engine} isEmpty={records === 0} />
        </div>
      </div>
      {isTable && <VisibleTable engine={engine} axis={axis} chosen={record} />}
    </div>
  )
}

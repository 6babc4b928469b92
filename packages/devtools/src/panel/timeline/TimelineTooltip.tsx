import type { ReactNode } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { RecordMark, TimelineAxis } from '../../protocol/calls.ts'
import type { RunView } from '../../protocol/overview.ts'
import { trackColour } from '../colour/trackColour.ts'
import { useCell } from './engine/Cell.ts'
import type { Hovered } from './engine/shown.ts'
import type { TimelineEngine } from './engine/TimelineEngine.ts'
import { OutcomeIcon } from './OutcomeIcon.tsx'
import { placeBeside } from './placeBeside.ts'
import styles from './TimelineTooltip.module.css'
import { durationText, momentText } from './timeTexts.ts'

/** Says what the pointer is on. For the eye alone: the slider and the table say it too. */
export function TimelineTooltip({ engine, axis }: { engine: TimelineEngine; axis: TimelineAxis }) {
  const hovered = useCell(engine.telling.hovered)
  const content = hovered && contentOf(hovered, axis)
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const { offsetWidth: width = 0, offsetHeight: height = 0 } = box.current ?? {}
    setSize((last) => (last.width === width && last.height === height ? last : { width, height }))
  })
  const { scene } = engine
  if (!hovered || !content || !scene) return null
  const { x, y } = placeBeside(hovered, size, { width: scene.view.width, height: scene.height })
  return (
    <div ref={box} aria-hidden="true" className={styles.tooltip} style={{ transform: `translate(${x}px, ${y}px)` }}>
      {content}
    </div>
  )
}

function contentOf({ hit, offset, record }: Hovered, axis: TimelineAxis): ReactNode {
  if (hit.kind === 'run') return <RunFacts run={hit.run} />
  if (hit.kind === 'branch') return <BranchFacts row={hit.row.label} />
  if (hit.kind === 'bookmark') return <Line name="Bookmark">{hit.text}</Line>
  if (hit.kind === 'error') return <p className={styles.error}>{hit.text}</p>
  if (hit.kind === 'loop') return <Line name="Loop">{hit.edge === 'from' ? 'begins' : 'ends'}; drag to move</Line>
  return (
    <>
      {offset !== undefined && <RecordFacts offset={offset} record={record} />}
      {hit.kind === 'bucket' && (offset === undefined || hit.to - hit.from > 1) && (
        <BucketFacts hit={hit} axis={axis} />
      )}
    </>
  )
}

function RecordFacts({ offset, record }: { offset: number; record: RecordMark | undefined }) {
  return (
    <>
      <div className={styles.title}>
        <span className={styles.offset}>{offset.toLocaleString()}</span>
        <span className={styles.type}>{record?.type ?? '…'}</span>
      </div>
      <div className={styles.facts}>
        {record && record.track !== '' && (
          <>
            <span className={styles.swatch} style={{ backgroundColor: `var(${trackColour(record.track)})` }} />
            <span>{record.track}</span>
          </>
        )}
        <span className={styles.time}>{record ? momentText(record.time) : ''}</span>
        {record?.failed && <span className={styles.failed}>failed</span>}
      </div>
    </>
  )
}

function BucketFacts({
  hit: { row, from, to, count, failed },
  axis,
}: {
  hit: Extract<Hovered['hit'], { kind: 'bucket' }>
  axis: TimelineAxis
}) {
  const range =
    axis === 'time'
      ? `${momentText(from)}, ${durationText(to - from)}`
      : `${Math.ceil(from).toLocaleString()} – ${Math.floor(to).toLocaleString()}`
  return (
    <div className={styles.facts} data-apart="">
      <span>{row.label}</span>
      <span className={styles.strong}>{count.toLocaleString()}</span>
      <span className={styles.time}>{range}</span>
      {failed > 0 && <span className={styles.failed}>{failed.toLocaleString()} failed</span>}
    </div>
  )
}

function RunFacts({ run }: { run: RunView }) {
  const lasted = run.endedAt === undefined ? undefined : durationText(run.endedAt - run.startedAt)
  return (
    <>
      <div className={styles.title}>
        <OutcomeIcon outcome={run.outcome} colour={trackColour(run.effect)} />
        <span className={styles.type}>{run.effect}</span>
        <span className={styles.offset}>run {run.run.toLocaleString()}</span>
      </div>
      <div className={styles.facts}>
        <span className={run.outcome === 'failed' ? styles.failed : styles.strong}>{run.outcome}</span>
        {lasted !== undefined && <span>{lasted}</span>}
        <span className={styles.time}>{momentText(run.startedAt)}</span>
      </div>
      <div className={styles.facts}>
        {run.startedBy !== undefined && <span>started by {run.startedBy.toLocaleString()}</span>}
        {run.emitted.length > 0 && <span>sent {run.emitted.length.toLocaleString()}</span>}
        {run.endedBy !== undefined && <span>ended by {run.endedBy.toLocaleString()}</span>}
      </div>
    </>
  )
}

const BranchFacts = ({ row }: { row: string }) => <Line name="Branch">{row}; press to look at it</Line>

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.facts}>
      <span className={styles.strong}>{name}</span>
      <span>{children}</span>
    </div>
  )
}

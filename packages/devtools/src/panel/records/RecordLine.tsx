// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by their offset, which a table element does not do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and says which row is active
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys go to the grid
import { Bookmark, ChevronRight, CircleAlert, CornerDownRight, Ellipsis, GripVertical, Zap } from 'lucide-react'
import type { CSSProperties } from 'react'
import { memo } from 'react'
import type { RecordRow } from '../../protocol/rows.ts'
import { trackColour } from '../colour/trackColour.ts'
import { SafeText } from '../values/SafeText.tsx'
import { formatCount, formatGap } from './format.ts'
import type { Line } from './list/RecordList.ts'
import styles from './RecordLine.module.css'

export interface RecordLineProps {
  id: string
  /** From 0, among all lines. */
  index: number
  /** Its place in what scrolls, in px. */
  topPx: number
  kind: Line['kind']
  isUnfolded: boolean
  /** `undefined` until it has come. */
  row: RecordRow | undefined
  /** The records that a screen reader and the line name: from here on they are newer than the playhead. */
  playhead: number
  isLive: boolean
  /** The playhead stands just behind it, or just before it where it is the first. */
  playheadAt: 'behind' | 'before' | undefined
  isActive: boolean
  isSelected: boolean
  isBookmarked: boolean
  isMarked: boolean
  /** Where a dragged record would go. */
  drop: 'before' | 'behind' | undefined
  /** Text to show in payloads. */
  text: string | undefined
}

/** One record, or a run of them, as a row of the list. */
export const RecordLine = memo(function RecordLine(props: RecordLineProps) {
  const { id, index, topPx, kind, isUnfolded, row, playhead, isActive, isSelected, playheadAt, drop } = props
  const isNewer = row !== undefined && row.offset > playhead
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-level={kind === 'member' ? 2 : 1}
      aria-selected={isSelected}
      {...(kind === 'run' && { 'aria-expanded': isUnfolded })}
      className={styles.line}
      style={{ transform: `translateY(${topPx}px)`, '--slice': colourOf(row?.slice) } as CSSProperties}
      data-index={index}
      data-kind={kind}
      data-newer={isNewer || undefined}
      data-active={isActive || undefined}
      data-selected={isSelected || undefined}
      data-failed={row?.failed || undefined}
      data-marked={props.isMarked || undefined}
      data-playhead={playheadAt}
      data-live={(playheadAt && props.isLive) || undefined}
      data-drop={drop}
    >
      {row ? <Cells {...props} row={row} isNewer={isNewer} /> : <Coming />}
    </div>
  )
})

function Cells({
  row,
  kind,
  isUnfolded,
  isBookmarked,
  playhead,
  text,
  isNewer,
}: RecordLineProps & { row: RecordRow; isNewer: boolean }) {
  const { offset, last, count } = row
  const isRun = kind === 'run'
  const passed = last && playhead >= offset && playhead < last.offset
  return (
    <>
      <div role="gridcell" aria-colindex={1} className={styles.offset}>
        <span className={styles.grip} data-grip="" aria-hidden="true">
          <GripVertical />
        </span>
        {isBookmarked && <Bookmark role="img" aria-label="Bookmarked" className={styles.bookmark} />}
        <span>{formatCount(offset)}</span>
      </div>
      <div role="gridcell" aria-colindex={2} className={styles.what}>
        <span className={styles.fold} {...(isRun && { 'data-fold': '' })} aria-hidden="true">
          {isRun && <ChevronRight data-open={isUnfolded || undefined} />}
        </span>
        <span
          aria-hidden="true"
          className={styles.slice}
          title={row.slice ? `Slice ${row.slice}` : 'No slice listens'}
        />
        {row.failed && <CircleAlert role="img" aria-label="Failed" className={styles.failed} />}
        <TypeName type={row.type} />
        {isRun && (
          <span className={styles.count} title={`${formatCount(offset)} to ${formatCount(last?.offset ?? offset)}`}>
            <span aria-hidden="true">×</span>
            {formatCount(count)}
            <span className={styles.hiddenText}> records</span>
          </span>
        )}
        {isRun && passed && <span className={styles.passed}>playhead inside</span>}
      </div>
      <div role="gridcell" aria-colindex={3} className={styles.payload}>
        <SafeText found={text}>{row.summary}</SafeText>
      </div>
      <div role="gridcell" aria-colindex={4} className={styles.from}>
        {row.effect !== undefined && (
          <span className={styles.effect} title={`Sent by the effect ${row.effect}`}>
            <Zap role="img" aria-label="Effect" />
            <bdi>{row.effect}</bdi>
          </span>
        )}
        {row.effect === undefined && row.causedBy !== undefined && (
          <CornerDownRight role="img" aria-label="Caused by another record" className={styles.cause} />
        )}
        {row.actor !== undefined && (
          <bdi className={styles.actor} title={`By ${row.actor}`}>
            {row.actor}
          </bdi>
        )}
      </div>
      <div role="gridcell" aria-colindex={5} className={styles.since}>
        {formatGap(row.sincePrevious)}
        {isNewer && <span className={styles.hiddenText}>, newer than the playhead</span>}
      </div>
      <div role="gridcell" aria-colindex={6} className={styles.more}>
        <span data-more="" aria-hidden="true">
          <Ellipsis />
        </span>
      </div>
    </>
  )
}

/** `bank/` recedes, `transferred` is what one reads. */
function TypeName({ type }: { type: string }) {
  const slash = type.lastIndexOf('/')
  return (
    <bdi className={styles.type} title={type}>
      {slash > 0 && <span className={styles.source}>{type.slice(0, slash + 1)}</span>}
      <span className={styles.name}>{type.slice(slash + 1)}</span>
    </bdi>
  )
}

function Coming() {
  return (
    <>
      <div role="gridcell" aria-colindex={1} className={styles.offset} />
      <div role="gridcell" aria-colindex={2} className={styles.what}>
        <span className={styles.coming} />
        <span className={styles.hiddenText}>Loading</span>
      </div>
    </>
  )
}

const colourOf = (slice: string | undefined) =>
  slice === undefined ? 'var(--ph-border-strong)' : `var(${trackColour(slice)})`

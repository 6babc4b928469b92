// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by their offset, which a table element does not do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and says which row is active
import { Button, VisuallyHidden } from '@playhead/ui'
import { ArrowDownToLine, History } from 'lucide-react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import {
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { RecordRow } from '../../protocol/rows.ts'
import type { Line } from './list/RecordList.ts'
import type { ScrollTarget } from './list/RowScroller.ts'
import { RowScroller } from './list/RowScroller.ts'
import { scaleOf } from './list/scrollScale.ts'
import { lineAfterPlayhead } from './playheadLine.ts'
import { RecordLine } from './RecordLine.tsx'
import styles from './RecordTable.module.css'
import { destination, isMenuKey, togglesRun } from './tableKeys.ts'
import { useReorder } from './useReorder.ts'

/** The lines of a table: how many, and those in view. */
export interface Lines {
  readonly count: number
  /** Lines that came before the first one since the list was opened: what is in view stays in view. */
  readonly before: number
  at(index: number): Line | undefined
  indexOf(id: string): number | undefined
  want(from: number, to: number): void
}

/** What scrolls by itself: the newest records, the playhead, or nothing once somebody has scrolled elsewhere. */
export type Follows = 'end' | 'playhead' | 'nothing'

export interface RecordTableHandle {
  scrollTo(index: number, target: ScrollTarget): void
  /** Makes a line the one that keys begin at, and shows it. */
  activate(index: number): void
  /** Of the playhead as it was seen last: while layout effects run, not yet the one that has just been drawn. */
  isPlayheadInView(): boolean
  focus(): void
}

export interface RecordTableProps {
  label: string
  lines: Lines
  playhead: number
  isLive: boolean
  selected: number | undefined
  /** Offsets, in order. */
  bookmarks: readonly number[]
  /** The record that others are compared with. */
  marked?: number | undefined
  /** Text to show in payloads. */
  text?: string | undefined
  follows: Follows
  /** The lines are those of the last question. */
  isOld?: boolean
  /** In place of lines when there are none. */
  empty?: ReactNode
  onSelect: (line: Line, index: number) => void
  onTravel: (line: Line) => void
  onToggle: (index: number) => void
  onMenu: (line: Line, index: number, at: { readonly x: number; readonly y: number }) => void
  /** A record was put behind another line, or before all with −1. */
  onReorder: (line: Line, index: number, behind: number) => void
  /** Other keys, on the line that is active. `true` where it was one of theirs. */
  onKey?: (event: KeyboardEvent, line: Line, index: number) => boolean
  onFollow: (follows: Follows) => void
  handle?: React.Ref<RecordTableHandle>
}

/**
 * Records by the million: those in view are drawn. One line takes the keys: arrows, PageUp, PageDown, Home and End move
 * it, Enter travels there, left and right fold and unfold, the menu key opens what can be done with it.
 */
export function RecordTable(props: RecordTableProps) {
  const { label, lines, playhead, isLive, selected, bookmarks, follows, isOld = false, empty, handle } = props
  const id = useId()
  const [scroller] = useState(() => new RowScroller(LINE_PX))
  const range = useSyncExternalStore(scroller.subscribe, scroller.getRange, scroller.getRange)
  const element = useRef<HTMLDivElement>(null)
  const [activeId, setActiveId] = useState<string>()
  const before = useRef(lines.before)
  const latest = useRef(props)
  const boundary = useRef<number>(undefined)

  useLayoutEffect(() => {
    latest.current = props
  })
  useLayoutEffect(() => {
    scroller.onUserScroll = () => {
      const { follows: last, onFollow, isLive: live } = latest.current
      const next = scroller.isAtEnd && live ? 'end' : 'nothing'
      if (next !== last) onFollow(next)
    }
    return element.current ? scroller.attach(element.current, LINE_PX) : undefined
  }, [scroller])
  useLayoutEffect(() => {
    const isScrolled = scroller.notice()
    scroller.setRows(lines.count, lines.before - before.current)
    before.current = lines.before
    if (follows === 'end' && !isScrolled) scroller.scrollToEnd()
  }, [scroller, lines.count, lines.before, follows])
  useEffect(() => {
    lines.want(range.from, range.to)
  }, [lines, range])

  const activate = useCallback(
    (index: number) => {
      const line = latest.current.lines.at(index)
      if (!line) return
      setActiveId(line.id)
      scroller.scrollTo(index, 'nearest')
    },
    [scroller],
  )
  useImperativeHandle(
    handle,
    () => ({
      scrollTo: (index, target) => scroller.scrollTo(index, target),
      activate,
      isPlayheadInView: () => boundary.current !== undefined && scroller.isInView(boundary.current - 1),
      focus: () => element.current?.focus(),
    }),
    [scroller, activate],
  )

  const activeIndex = activeId === undefined ? undefined : lines.indexOf(activeId)
  /** A line that keys have led to, and whose row has not come yet. */
  const awaited = useRef<string>(undefined)
  const chosen = (index: number) => {
    const line = lines.at(index)
    activate(index)
    awaited.current = line?.row ? undefined : line?.id
    // Whoever looks at a record does not want it to scroll away.
    const next = isLive && index === lines.count - 1 ? 'end' : 'nothing'
    if (next !== follows) props.onFollow(next)
    if (line?.row) props.onSelect(line, index)
  }
  useEffect(() => {
    const index = awaited.current === undefined ? undefined : lines.indexOf(awaited.current)
    const line = index === undefined ? undefined : lines.at(index)
    if (index === undefined || !line?.row) return
    awaited.current = undefined
    latest.current.onSelect(line, index)
  }, [lines])
  const openMenu = (index: number, at?: { x: number; y: number }) => {
    const line = lines.at(index)
    const box = element.current?.getBoundingClientRect()
    if (!line?.row || !box) return
    props.onMenu(line, index, at ?? { x: box.left + MENU_INSET_PX, y: box.top + LINE_PX + scroller.yOf(index + 1) })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || lines.count === 0) return
    const first = Math.ceil(scroller.rowAt(0))
    const next = destination(event, { from: activeIndex, lines: lines.count, first, page: scroller.rowsInView })
    const line = activeIndex === undefined ? undefined : lines.at(activeIndex)
    if (next !== undefined) chosen(next)
    else if (line?.row === undefined || activeIndex === undefined) return
    else if (isMenuKey(event)) openMenu(activeIndex)
    else if (event.key === 'Enter') props.onTravel(line)
    else if (line.kind === 'run' && togglesRun(event, line.isUnfolded)) props.onToggle(activeIndex)
    else if (event.key === 'ArrowLeft' && line.kind === 'member')
      chosen(lines.indexOf(line.id.split('.')[0] ?? '') ?? activeIndex)
    else if (!props.onKey?.(event, line, activeIndex)) return
    event.preventDefault()
  }
  const indexUnder = (event: { readonly target: EventTarget }) => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    return line ? Number(line.dataset.index) : undefined
  }
  const isOn = (event: { readonly target: EventTarget }, part: string) =>
    event.target instanceof Element && event.target.closest(`[data-${part}]`) !== null
  const reorder = useReorder({
    scroller,
    element,
    rows: lines.count,
    onDrop: (index, behind) => {
      const line = lines.at(index)
      if (line?.row) props.onReorder(line, index, behind)
    },
  })

  const from = Math.min(range.from, lines.count)
  const to = Math.min(range.to, lines.count)
  const lineBehind = lineAfterPlayhead(lines, from, to, playhead)
  // After layout: until then it is the one that somebody has seen.
  useEffect(() => {
    boundary.current = lineBehind
  })
  const drawn = []
  for (let index = from; index < to; index++) {
    const line = lines.at(index)
    if (!line) continue
    const { row } = line
    const isSelected =
      row !== undefined &&
      selected !== undefined &&
      selected >= row.offset &&
      selected <= (row.last?.offset ?? row.offset)
    drawn.push(
      <RecordLine
        key={line.id}
        id={`${id}-${line.id}`}
        index={index}
        topPx={index * LINE_PX - range.shift}
        kind={line.kind}
        isUnfolded={line.isUnfolded}
        row={row}
        playhead={playhead}
        isLive={isLive}
        playheadAt={lineBehind === index + 1 ? 'behind' : lineBehind === 0 && index === 0 ? 'before' : undefined}
        isActive={index === activeIndex}
        isSelected={isSelected && !(line.kind === 'run' && line.isUnfolded)}
        isBookmarked={row !== undefined && hasOneOf(bookmarks, row)}
        isMarked={row !== undefined && props.marked === row.offset}
        drop={reorder.dropAt(index)}
        text={props.text}
      />,
    )
  }

  return (
    <div className={styles.frame}>
      <div
        ref={element}
        role="treegrid"
        aria-label={label}
        aria-rowcount={lines.count + 1}
        aria-colcount={6}
        aria-readonly="true"
        aria-multiselectable="false"
        {...(activeIndex !== undefined &&
          activeIndex >= from &&
          activeIndex < to && { 'aria-activedescendant': `${id}-${activeId}` })}
        tabIndex={0}
        className={styles.table}
        data-dragging={reorder.isDragging || undefined}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const index = indexUnder(event)
          if (index === undefined) return
          if (isOn(event, 'more')) openMenu(index, { x: event.clientX, y: event.clientY })
          else if (isOn(event, 'fold')) props.onToggle(index)
          else chosen(index)
        }}
        onDoubleClick={(event) => {
          const index = indexUnder(event)
          const line = index === undefined ? undefined : lines.at(index)
          if (line?.row && !isOn(event, 'more') && !isOn(event, 'fold')) props.onTravel(line)
        }}
        onContextMenu={(event) => {
          const index = indexUnder(event)
          if (index === undefined) return
          event.preventDefault()
          chosen(index)
          openMenu(index, { x: event.clientX, y: event.clientY })
        }}
        onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
          const index = indexUnder(event)
          if (index !== undefined && isOn(event, 'grip')) reorder.start(event, index)
        }}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.headRow}>
            <div role="columnheader" aria-colindex={1} className={styles.offsetHead}>
              Offset
            </div>
            <div role="columnheader" aria-colindex={2} className={styles.whatHead}>
              Type
            </div>
            <div role="columnheader" aria-colindex={3} className={styles.payloadHead}>
              Payload
            </div>
            <div role="columnheader" aria-colindex={4}>
              From
            </div>
            <div role="columnheader" aria-colindex={5} className={styles.sinceHead}>
              Since last
            </div>
            <div role="columnheader" aria-colindex={6}>
              <VisuallyHidden>Actions</VisuallyHidden>
            </div>
          </div>
        </div>
        {lines.count > 0 && (
          <div
            role="rowgroup"
            className={styles.body}
            style={{ blockSize: scaleOf(lines.count * LINE_PX).real }}
            data-old={isOld || undefined}
          >
            {drawn}
          </div>
        )}
      </div>
      {follows === 'nothing' && lines.count > 0 && !(isLive && range.isAtEnd) && (
        <div className={styles.back}>
          <Button
            size="sm"
            icon={isLive ? <ArrowDownToLine /> : <History />}
            onPress={() => props.onFollow(isLive ? 'end' : 'playhead')}
          >
            {isLive ? 'Newest' : 'Playhead'}
          </Button>
        </div>
      )}
      {lines.count === 0 && empty !== undefined && <div className={styles.empty}>{empty}</div>}
    </div>
  )
}

/** Whether a row stands for one of the offsets. */
const hasOneOf = (offsets: readonly number[], { offset, last }: RecordRow) =>
  offsets.some((each) => each >= offset && each <= (last?.offset ?? offset))

/** `--line-px` of the style sheet. */
export const LINE_PX = 24
const MENU_INSET_PX = 88

import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useEffectEvent, useId, useRef } from 'react'
import type { TreeRow } from './TreeRow.ts'
import styles from './TreeView.module.css'
import { parentOf, treeKey } from './treeKeys.ts'

export interface TreeViewProps<Row extends TreeRow> {
  /** What is in it, for screen readers. */
  readonly label: string
  readonly rows: readonly Row[]
  /** Id of the line that the keys move. It is kept in view. */
  readonly active: string | undefined
  readonly onActive: (row: Row) => void
  readonly onToggle: (row: Row, isExpanded: boolean) => void
  /** Enter, Space and double press; without it they expand and collapse. */
  readonly onChoose?: ((row: Row) => void) | undefined
  /** A key that the tree has no use for. `true` when it was used. */
  readonly onKey?: ((row: Row, event: KeyboardEvent) => boolean) | undefined
  readonly onContextMenu?: ((row: Row) => void) | undefined
  /** Which lines can be seen, from the first to just after the last. */
  readonly onShown?: ((from: number, to: number) => void) | undefined
  /** By which letters find a line. */
  readonly textOf: (row: Row) => string
  /** A line without its arrow. */
  readonly children: (row: Row, isActive: boolean) => ReactNode
  /** Says how a line looks: a name of a class. */
  readonly classOf?: ((row: Row) => string | undefined) | undefined
  readonly className?: string | undefined
}

/** Below this many all lines are there: found by the browser's own search, and by screen readers that read on. */
const WHOLE_MAX = 150
const ROW_HEIGHT = 22
const PAGE_ROWS = 12

/**
 * A tree of lines, of which only those in view exist. The tree has the focus and says which line is active
 * (`aria-activedescendant`), so that a line may come and go while somebody scrolls.
 */
export function TreeView<Row extends TreeRow>(props: TreeViewProps<Row>) {
  const { label, rows, active, onActive, onToggle, onChoose, onKey, onShown, className } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const isWhole = rows.length <= WHOLE_MAX
  const virtual = useVirtualizer({
    count: isWhole ? 0 : rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const items = virtual.getVirtualItems()
  const from = isWhole ? 0 : (items[0]?.index ?? 0)
  const to = isWhole ? rows.length : (items.at(-1)?.index ?? -1) + 1
  const activeIndex = rows.findIndex((row) => row.id === active)

  const shown = useEffectEvent(() => onShown?.(from, to))
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew whenever what is shown may differ
  useEffect(() => shown(), [from, to, rows])

  const bringIntoView = useEffectEvent(() => {
    if (activeIndex < 0) return
    if (!isWhole) virtual.scrollToIndex(activeIndex, { align: 'auto' })
    else document.getElementById(`${id}-${activeIndex}`)?.scrollIntoView?.({ block: 'nearest' })
  })
  const bringBack = useEffectEvent(() => {
    if (activeIndex >= from && activeIndex < to) bringIntoView()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another line becomes active, and not when lines come and go
  useEffect(() => bringIntoView(), [active])

  // A smaller tree still shows the active line, if it was in view.
  useEffect(() => {
    const element = scroller.current
    if (!element || typeof ResizeObserver === 'undefined') return
    let height = element.clientHeight
    let frame = 0
    const observer = new ResizeObserver(() => {
      // Not now: scrolling may draw other lines, and what is observed would change while it is.
      if (element.clientHeight < height) frame = requestAnimationFrame(() => bringBack())
      height = element.clientHeight
    })
    observer.observe(element)
    return () => {
      cancelAnimationFrame(frame)
      observer.disconnect()
    }
  }, [])

  const go = (index: number) => {
    const row = rows[index]
    if (row) onActive(row)
  }

  function press(event: KeyboardEvent) {
    // Within a line there are controls with keys of their own.
    if (event.target !== event.currentTarget) return
    const row = rows[activeIndex]
    if (row && onKey?.(row, event)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = treeKey(event.key, rows, activeIndex, PAGE_ROWS, (index, text) =>
      (rows[index] ? props.textOf(rows[index]) : '').toLowerCase().startsWith(text.toLowerCase()),
    )
    if (!move) return
    event.preventDefault()
    // The panel's own shortcuts use some of these.
    event.stopPropagation()
    if (move.kind === 'go') go(move.to)
    else if (move.kind === 'expandSiblings') toggleSiblings(move.row)
    else {
      const target = rows[move.row]
      if (!target) return
      if (move.kind !== 'choose') onToggle(target, move.kind === 'expand')
      else if (onChoose) onChoose(target)
      else if (target.isExpanded !== undefined) onToggle(target, !target.isExpanded)
    }
  }

  function toggleSiblings(index: number) {
    const level = rows[index]?.level
    const parent = parentOf(rows, index) ?? -1
    for (let at = parent + 1; at < rows.length && (rows[at]?.level ?? 0) >= (level ?? 0); at++) {
      const row = rows[at]
      if (row && row.level === level && row.isExpanded === false) onToggle(row, true)
    }
  }

  const line = (row: Row, index: number) => (
    <Line key={row.id} id={`${id}-${index}`} row={row} isActive={index === activeIndex} tree={props}>
      {props.children(row, index === activeIndex)}
    </Line>
  )

  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={label}
      tabIndex={0}
      className={`${styles.tree} ${className ?? ''}`}
      {...(activeIndex >= from && activeIndex < to && { 'aria-activedescendant': `${id}-${activeIndex}` })}
      onKeyDown={press}
      onFocus={(event) => {
        if (event.target === event.currentTarget && activeIndex < 0) go(0)
      }}
    >
      {isWhole ? (
        rows.map(line)
      ) : (
        <div role="presentation" className={styles.all} style={{ blockSize: virtual.getTotalSize() }}>
          <div role="presentation" className={styles.window} style={{ translate: `0 ${items[0]?.start ?? 0}px` }}>
            {items.map((item) => {
              const row = rows[item.index]
              return (
                row && (
                  <div role="presentation" key={item.key} ref={virtual.measureElement} data-index={item.index}>
                    {line(row, item.index)}
                  </div>
                )
              )
            })}
          </div>
        </div>
      )}
    </div>
  )
}

interface LineProps<Row extends TreeRow> {
  readonly id: string
  readonly row: Row
  readonly isActive: boolean
  readonly tree: TreeViewProps<Row>
  readonly children: ReactNode
}

function Line<Row extends TreeRow>({ id, row, isActive, tree, children }: LineProps<Row>) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the tree's
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus, and names the active line
    <div
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={isActive}
      {...(row.isExpanded !== undefined && { 'aria-expanded': row.isExpanded })}
      className={`${styles.line} ${tree.classOf?.(row) ?? ''}`}
      data-active={isActive || undefined}
      style={{ '--level': row.level - 1 } as React.CSSProperties}
      onClick={(event) => {
        tree.onActive(row)
        // A text that is being selected is no press.
        if (window.getSelection()?.isCollapsed === false && event.detail < 2) return
        if (row.isExpanded !== undefined) tree.onToggle(row, !row.isExpanded)
        else tree.onChoose?.(row)
      }}
      onContextMenu={(event) => {
        if (!tree.onContextMenu) return
        event.preventDefault()
        tree.onActive(row)
        tree.onContextMenu(row)
      }}
    >
      <span className={styles.arrow} data-open={row.isExpanded} aria-hidden="true">
        {row.isExpanded !== undefined && (
          <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
            <path
              d="M3.5 2 L7 5 L3.5 8"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.4"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        )}
      </span>
      {children}
    </div>
  )
}

// biome-ignore-all lint/a11y/useSemanticElements: a table element laid out as a grid loses its semantics in some browsers
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and says which row is active
import { Badge, Money } from '@playhead/ui'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent, RefObject } from 'react'
import { useCallback, useId, useLayoutEffect, useRef, useState } from 'react'
import { formatCount, formatDay, locale } from '../../../calendar/index.ts'
import { Parts } from '../../../feature/index.ts'
import type { Account } from '../../../ledger/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import { categoryName, describeEntry } from './describeEntry.ts'
import type { LineList, ListedLine } from './LineList.ts'
import styles from './LineTable.module.css'

export interface LineTableProps {
  /** What is listed: "Transactions of Giro". */
  label: string
  lines: LineList
  /** Shows the account of each line: for lists of several. */
  hasAccount?: boolean
  /** Shows the booked balance after each line: for all lines of one account. */
  hasBalance?: boolean
  accountOf: (id: string) => Account | undefined
  onOpen: (entryId: string) => void
}

/**
 * Lines by the hundred thousand: only those in sight are drawn, the page is what scrolls. One row takes the focus;
 * arrows, PageUp, PageDown, Home and End move it, Enter opens it. On a narrow screen a row is two lines.
 */
export function LineTable({ label, lines, hasAccount = false, hasBalance = false, accountOf, onOpen }: LineTableProps) {
  const grid = useRef<HTMLDivElement>(null)
  const id = useId()
  const [active, setActive] = useState(0)
  const { scrollMargin, layout } = useMeasures(grid)
  const rowPx = rowPxOf[layout]
  const virtualizer = useWindowVirtualizer({
    count: lines.length,
    estimateSize: useCallback(() => rowPx, [rowPx]),
    overscan: 6,
    scrollMargin,
    scrollPaddingStart: stickyTopPx,
    scrollPaddingEnd: stickyBottomPx,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew because their height is another
  useLayoutEffect(() => virtualizer.measure(), [rowPx, virtualizer])

  const current = Math.min(active, lines.length - 1)
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(lines.length - 1, index))
    setActive(next)
    virtualizer.scrollToIndex(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const target = targetOf(event.key, current, lines.length)
    if (target !== undefined) moveTo(target)
    else if (event.key === 'Enter' && lines.length > 0) onOpen(lines.at(current).entry.entryId)
    else return
    event.preventDefault()
  }
  const items = virtualizer.getVirtualItems()
  const isCurrentDrawn = items.some((item) => item.index === current)

  return (
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={5 + Number(hasAccount) + Number(hasBalance)}
      aria-readonly="true"
      tabIndex={0}
      {...(isCurrentDrawn && { 'aria-activedescendant': `${id}-${current}` })}
      className={styles.table}
      data-layout={layout}
      data-account={hasAccount || undefined}
      data-balance={hasBalance || undefined}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        <span role="columnheader" className={styles.booked}>
          Booked
        </span>
        <span role="columnheader" className={styles.value}>
          Value date
        </span>
        <span role="columnheader" className={styles.what}>
          Description
        </span>
        {hasAccount && (
          <span role="columnheader" className={styles.account}>
            Account
          </span>
        )}
        <span role="columnheader" className={styles.category}>
          Category
        </span>
        <span role="columnheader" className={styles.amount}>
          Amount
        </span>
        {hasBalance && (
          <span role="columnheader" className={styles.balance}>
            Balance
          </span>
        )}
      </div>
      <div role="rowgroup" className={styles.body} style={{ blockSize: virtualizer.getTotalSize() }}>
        {items.map((item) => (
          <Row
            key={item.key}
            id={`${id}-${item.index}`}
            index={item.index}
            line={lines.at(item.index)}
            dayBefore={item.index > 0 ? lines.at(item.index - 1).entry.bookingDate : undefined}
            offsetPx={item.start - scrollMargin}
            sizePx={item.size}
            isActive={item.index === current}
            hasAccount={hasAccount}
            hasBalance={hasBalance}
            accountOf={accountOf}
            onPress={() => {
              setActive(item.index)
              onOpen(lines.at(item.index).entry.entryId)
            }}
          />
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  id: string
  index: number
  line: ListedLine
  /** The booking date of the row above: a date that repeats is drawn quieter. */
  dayBefore: string | undefined
  offsetPx: number
  sizePx: number
  isActive: boolean
  hasAccount: boolean
  hasBalance: boolean
  accountOf: (id: string) => Account | undefined
  onPress: () => void
}

function Row({
  id,
  index,
  line,
  dayBefore,
  offsetPx,
  sizePx,
  isActive,
  hasAccount,
  hasBalance,
  accountOf,
  onPress,
}: RowProps) {
  const { entry, account, minor, balanceMinor } = line
  const { title, detail } = describeEntry(entry, account.id, accountOf)
  const money = { currency: account.currency, exponent: currencyExponent(account.currency), locale }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter is the grid's
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      className={styles.row}
      data-active={isActive || undefined}
      data-repeats={dayBefore === entry.bookingDate || undefined}
      style={{ transform: `translateY(${offsetPx}px)`, blockSize: sizePx }}
      onClick={onPress}
    >
      <span role="gridcell" className={styles.booked}>
        {formatDay(entry.bookingDate)}
      </span>
      <span role="gridcell" className={styles.value}>
        {entry.valueDate === entry.bookingDate ? '' : formatDay(entry.valueDate)}
      </span>
      <span role="gridcell" className={styles.what}>
        <span className={styles.title}>{title}</span> <span className={styles.detail}>{detail}</span>
      </span>
      {hasAccount && (
        <span role="gridcell" className={styles.account}>
          {account.name}
        </span>
      )}
      <span role="gridcell" className={styles.category}>
        <Parts
          of="category"
          entry={entry}
          otherwise={entry.category !== undefined && <Badge>{categoryName(entry.category)}</Badge>}
        />
      </span>
      <span role="gridcell" className={styles.amount}>
        <Money minor={minor} {...money} sign="always" coloring="credit" />
      </span>
      {hasBalance && (
        <span role="gridcell" className={styles.balance}>
          <Money minor={balanceMinor} {...money} />
        </span>
      )}
    </div>
  )
}

/** What sticks to the page's edges, above and below: rows are scrolled to where they can be seen. */
const stickyTopPx = 140
const stickyBottomPx = 130

type Layout = 'columns' | 'cards'

const rowPxOf: Readonly<Record<Layout, number>> = { columns: 40, cards: 60 }
/** Narrower than this, columns leave no room for words. */
const columnsPxMin = 544

/** Where the rows begin on the page, and how they are laid out. */
function useMeasures(grid: RefObject<HTMLDivElement | null>): { scrollMargin: number; layout: Layout } {
  const [measures, setMeasures] = useState<{ scrollMargin: number; layout: Layout }>({
    scrollMargin: 0,
    layout: 'columns',
  })
  useLayoutEffect(() => {
    const measure = () => {
      const body = grid.current?.querySelector<HTMLElement>('[role=rowgroup]')
      if (!body) return
      const layout = body.clientWidth > 0 && body.clientWidth < columnsPxMin ? 'cards' : 'columns'
      const scrollMargin = Math.round(body.getBoundingClientRect().top + window.scrollY)
      setMeasures((before) =>
        before.scrollMargin === scrollMargin && before.layout === layout ? before : { scrollMargin, layout },
      )
    }
    measure()
    // jsdom has no layout, hence no observer.
    if (typeof ResizeObserver === 'undefined') return
    // The body: what stands above the table may grow and shrink.
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [grid])
  return measures
}

function targetOf(key: string, current: number, length: number): number | undefined {
  const page = Math.max(1, Math.floor((globalThis.innerHeight ?? 800) / 40) - 6)
  switch (key) {
    case 'ArrowDown':
      return current + 1
    case 'ArrowUp':
      return current - 1
    case 'PageDown':
      return current + page
    case 'PageUp':
      return current - page
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return undefined
  }
}

/** `1,204 transactions`. */
export const lineCount = (count: number) => `${formatCount(count)} ${count === 1 ? 'transaction' : 'transactions'}`

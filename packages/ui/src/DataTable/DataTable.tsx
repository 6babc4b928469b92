import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { createContext, use, useId, useMemo } from 'react'
import { classNames } from '../internal/classNames.ts'
import styles from './DataTable.module.css'

export interface DataTableColumn<Id extends string = string> {
  readonly id: Id
  readonly header: ReactNode
  /** CSS width; with `grow`, the least. All rows share it, so columns line up. */
  readonly inlineSize: string
  /** Its share of the room that is left. */
  readonly grow?: number
  /** `end` for figures. */
  readonly align?: 'start' | 'end'
  readonly isSortable?: boolean
  /** Left out where the table is narrower: 480, 720 or 960 px. */
  readonly hideBelow?: 'sm' | 'md' | 'lg'
}

export interface DataTableSort<Id extends string = string> {
  readonly column: Id
  readonly direction: 'ascending' | 'descending'
}

export interface DataTableProps<Id extends string> {
  label: string
  columns: readonly DataTableColumn<Id>[]
  /** All rows, rendered or not. */
  rowCount: number
  /** Height of all rows together, in px: what a virtualizer calls its total size. */
  bodySizePx: number
  /** The `DataTableRow`s in view. */
  children: ReactNode
  sort?: DataTableSort<Id> | undefined
  onSort?: (sort: DataTableSort<Id>) => void
  /** The row that has the keyboard, by index; `null` for none. Scroll to it when it changes. */
  activeRow?: number | null
  onActiveRowChange?: (index: number) => void
  /** Enter, or a press on a row. */
  onRowAction?: (index: number) => void
  /** In place of rows when there are none. */
  emptyState?: ReactNode
  /** The element that scrolls, for the virtualizer. */
  scrollRef?: Ref<HTMLDivElement>
  className?: string | undefined
}

/**
 * The frame of a table of any length, for a virtualizer to fill: header, grid roles, sorting, and one row that arrows,
 * PageUp, PageDown, Home and End move (`aria-activedescendant`, so rows may come and go).
 *
 * Its height is its container's: give it a `block-size` or a flex item's room.
 */
export function DataTable<Id extends string>({
  label,
  columns,
  rowCount,
  bodySizePx,
  children,
  sort,
  onSort,
  activeRow = null,
  onActiveRowChange,
  onRowAction,
  emptyState,
  scrollRef,
  className,
}: DataTableProps<Id>) {
  const id = useId()
  const context = useMemo(
    () => ({ id, columns, activeRow, onRowAction, onActiveRowChange }),
    [id, columns, activeRow, onRowAction, onActiveRowChange],
  )
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || rowCount === 0) return
    if (event.key === 'Enter' && activeRow !== null && onRowAction) {
      event.preventDefault()
      onRowAction(activeRow)
      return
    }
    if (!onActiveRowChange) return
    const rowsInView = Math.max(1, Math.floor(event.currentTarget.clientHeight / (bodySizePx / rowCount)) - 2)
    const next = destination(event.key, { from: activeRow, rowCount, rowsInView })
    if (next === undefined) return
    event.preventDefault()
    onActiveRowChange(next)
  }
  return (
    <DataTableContext value={context}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table element cannot hold rows that are placed by a virtualizer */}
      <div
        ref={scrollRef}
        role="grid"
        aria-label={label}
        aria-rowcount={rowCount + 1}
        aria-colcount={columns.length}
        aria-readonly="true"
        {...(activeRow !== null && { 'aria-activedescendant': rowId(id, activeRow) })}
        tabIndex={0}
        className={classNames(styles.table, className)}
        onKeyDown={move}
      >
        {/* biome-ignore-start lint/a11y: as above; rows are reached through the grid */}
        <div role="presentation" className={styles.content}>
          <div role="rowgroup" className={styles.head}>
            <div role="row" aria-rowindex={1} className={styles.headRow}>
              {columns.map((column, at) => (
                <HeaderCell key={column.id} column={column} at={at} sort={sort} onSort={onSort} />
              ))}
            </div>
          </div>
          {rowCount === 0 ? (
            <div role="rowgroup">
              <div role="row">
                <div role="gridcell" aria-colspan={columns.length} className={styles.empty}>
                  {emptyState}
                </div>
              </div>
            </div>
          ) : (
            <div role="rowgroup" className={styles.body} style={{ blockSize: bodySizePx }}>
              {children}
            </div>
          )}
        </div>
        {/* biome-ignore-end lint/a11y: as above */}
      </div>
    </DataTableContext>
  )
}

export interface DataTableRowProps {
  /** From 0, among all rows. */
  index: number
  /** Where it starts below the header, in px. */
  startPx: number
  /** Its height, in px; `--ph-row-height` where it is left out. */
  sizePx?: number
  /** `past` for what was different at the playhead; `new` for what has just come. */
  tone?: 'plain' | 'past' | 'new'
  /** `DataTableCell`s, in the order of the columns. */
  children: ReactNode
}

/** A row at its place. */
export function DataTableRow({ index, startPx, sizePx, tone = 'plain', children }: DataTableRowProps) {
  const { id, activeRow, onRowAction, onActiveRowChange } = useTable('DataTableRow')
  const isActive = activeRow === index
  return (
    // biome-ignore lint/a11y: a row of a grid is operated from the grid, which has the focus
    <div
      id={rowId(id, index)}
      role="row"
      aria-rowindex={index + 2}
      {...(onActiveRowChange && { 'aria-selected': isActive })}
      className={classNames(
        styles.row,
        isActive && styles.active,
        onRowAction && styles.pressable,
        tone !== 'plain' && styles[tone],
      )}
      style={{ transform: `translateY(${startPx}px)`, ...(sizePx !== undefined && { blockSize: sizePx }) }}
      onClick={() => {
        onActiveRowChange?.(index)
        onRowAction?.(index)
      }}
    >
      {children}
    </div>
  )
}

export interface DataTableCellProps<Id extends string = string> {
  column: Id
  children?: ReactNode
  className?: string | undefined
}

/** A cell of a row, as wide as its column. */
export function DataTableCell<Id extends string>({ column: columnId, children, className }: DataTableCellProps<Id>) {
  const { columns } = useTable('DataTableCell')
  const at = columns.findIndex((column) => column.id === columnId)
  const column = columns[at]
  if (!column) throw new Error(`DataTableCell names the column "${columnId}", but the table has ${names(columns)}.`)
  return (
    // biome-ignore lint/a11y: as in DataTableRow
    <div
      role="gridcell"
      aria-colindex={at + 1}
      className={classNames(styles.cell, ...columnClasses(column), className)}
      style={columnStyle(column)}
    >
      {children}
    </div>
  )
}

function HeaderCell<Id extends string>({
  column,
  at,
  sort,
  onSort,
}: {
  column: DataTableColumn<Id>
  at: number
  sort: DataTableSort<Id> | undefined
  onSort: ((sort: DataTableSort<Id>) => void) | undefined
}) {
  const direction = sort?.column === column.id ? sort.direction : undefined
  const Icon = direction === undefined ? ArrowUpDown : direction === 'ascending' ? ArrowUp : ArrowDown
  const canSort = column.isSortable === true && onSort !== undefined
  return (
    // biome-ignore lint/a11y: as in DataTableRow
    <div
      role="columnheader"
      aria-colindex={at + 1}
      {...(canSort && { 'aria-sort': direction ?? 'none' })}
      className={classNames(styles.cell, styles.headCell, ...columnClasses(column))}
      style={columnStyle(column)}
    >
      {canSort ? (
        <button
          type="button"
          className={classNames(styles.sort, direction && styles.sorted)}
          onClick={() =>
            onSort({ column: column.id, direction: direction === 'ascending' ? 'descending' : 'ascending' })
          }
        >
          {column.header}
          <Icon aria-hidden="true" />
        </button>
      ) : (
        column.header
      )}
    </div>
  )
}

/** The row a key leads to; `undefined` for keys that lead nowhere. Rows end at both ends. */
export function destination(
  key: string,
  { from, rowCount, rowsInView }: { from: number | null; rowCount: number; rowsInView: number },
): number | undefined {
  const within = (index: number) => Math.min(rowCount - 1, Math.max(0, index))
  switch (key) {
    case 'ArrowDown':
      return within(from === null ? 0 : from + 1)
    case 'ArrowUp':
      return within(from === null ? rowCount - 1 : from - 1)
    case 'PageDown':
      return within((from ?? 0) + rowsInView)
    case 'PageUp':
      return within((from ?? 0) - rowsInView)
    case 'Home':
      return 0
    case 'End':
      return rowCount - 1
    default:
      return undefined
  }
}

interface TableContext {
  readonly id: string
  readonly columns: readonly DataTableColumn[]
  readonly activeRow: number | null
  readonly onRowAction: ((index: number) => void) | undefined
  readonly onActiveRowChange: ((index: number) => void) | undefined
}

const DataTableContext = createContext<TableContext | undefined>(undefined)

function useTable(part: string): TableContext {
  const context = use(DataTableContext)
  if (!context) throw new Error(`${part} stands outside a DataTable. Render it among the children of one.`)
  return context
}

const rowId = (tableId: string, index: number) => `${tableId}-row-${index}`
const names = (columns: readonly DataTableColumn[]) => columns.map((column) => `"${column.id}"`).join(', ')
const hidden = { sm: styles.hideBelowSm, md: styles.hideBelowMd, lg: styles.hideBelowLg }
const columnClasses = (column: DataTableColumn) => [
  column.align === 'end' && styles.end,
  column.hideBelow && hidden[column.hideBelow],
]
const columnStyle = (column: DataTableColumn) => ({ inlineSize: column.inlineSize, flexGrow: column.grow ?? 0 })

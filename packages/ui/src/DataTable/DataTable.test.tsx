import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import type { DataTableProps, DataTableSort } from './DataTable.tsx'
import { DataTable, DataTableCell, DataTableRow, destination } from './DataTable.tsx'

it('[CMP-9] counts all rows, and says which of them are here', () => {
  render(<Harness rowCount={1000} />)
  expect(screen.getByRole('grid', { name: 'Transactions' })).toHaveAttribute('aria-rowcount', '1001')
  expect(screen.getAllByRole('row').map((row) => row.getAttribute('aria-rowindex'))).toEqual(['1', '2', '3', '4'])
})

it('[CMP-9] moves one row with the arrows, and names it to screen readers', async () => {
  render(<Harness />)
  await userEvent.tab()
  await userEvent.tab()
  screen.getByRole('grid').focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  const active = screen.getByRole('row', { selected: true })
  expect(active).toHaveTextContent('payee 1')
  expect(screen.getByRole('grid')).toHaveAttribute('aria-activedescendant', active.id)
})

it('[CMP-9] opens the active row with Enter, and any row with a press', async () => {
  const opened = vi.fn<(index: number) => void>()
  render(<Harness onRowAction={opened} />)
  screen.getByRole('grid').focus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await userEvent.click(screen.getByText('payee 2'))
  expect(opened.mock.calls).toEqual([[0], [2]])
})

it('[CMP-9] sorts up, then down, and says so', async () => {
  render(<Harness />)
  const header = screen.getByRole('columnheader', { name: 'Payee' })
  expect(header).toHaveAttribute('aria-sort', 'none')
  await userEvent.click(screen.getByRole('button', { name: 'Payee' }))
  expect(header).toHaveAttribute('aria-sort', 'ascending')
  await userEvent.click(screen.getByRole('button', { name: 'Payee' }))
  expect(header).toHaveAttribute('aria-sort', 'descending')
})

it('[CMP-9] shows why it is empty', () => {
  render(<Harness rowCount={0} emptyState="No entry matches" />)
  expect(screen.getByRole('gridcell')).toHaveTextContent('No entry matches')
})

it.each([
  ['ArrowDown', null, 0],
  ['ArrowUp', null, 99],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['PageDown', 5, 15],
  ['PageUp', 5, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['a', 50, undefined],
])('[CMP-9] %s leads from row %s to row %s', (key, from, expected) => {
  expect(destination(key, { from, rowCount: 100, rowsInView: 10 })).toBe(expected)
})

function Harness({ rowCount = 3, ...props }: Partial<DataTableProps<'payee'>>) {
  const [activeRow, setActiveRow] = useState<number | null>(null)
  const [sort, setSort] = useState<DataTableSort<'payee'>>()
  return (
    <DataTable
      label="Transactions"
      columns={[{ id: 'payee', header: 'Payee', inlineSize: '10rem', isSortable: true }]}
      rowCount={rowCount}
      bodySizePx={rowCount * 40}
      activeRow={activeRow}
      onActiveRowChange={setActiveRow}
      sort={sort}
      onSort={setSort}
      {...props}
    >
      {[0, 1, 2].map((index) => (
        <DataTableRow key={index} index={index} startPx={index * 40}>
          <DataTableCell column="payee">payee {index}</DataTableCell>
        </DataTableRow>
      ))}
    </DataTable>
  )
}

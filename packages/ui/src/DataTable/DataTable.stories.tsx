import type { Meta, StoryObj } from '@storybook/react-vite'
import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { DateText } from '../DateText/DateText.tsx'
import { EmptyState } from '../EmptyState/EmptyState.tsx'
import { Money } from '../Money/Money.tsx'
import type { DataTableColumn, DataTableProps, DataTableSort } from './DataTable.tsx'
import { DataTable, DataTableCell, DataTableRow } from './DataTable.tsx'

type Id = 'date' | 'payee' | 'category' | 'amount' | 'balance'

const columns: readonly DataTableColumn<Id>[] = [
  { id: 'date', header: 'Date', inlineSize: '6.5rem', isSortable: true },
  { id: 'payee', header: 'Payee', inlineSize: '5rem', grow: 1, isSortable: true },
  { id: 'category', header: 'Category', inlineSize: '9rem', hideBelow: 'md' },
  { id: 'amount', header: 'Amount', inlineSize: '6.5rem', align: 'end', isSortable: true },
  { id: 'balance', header: 'Balance', inlineSize: '7.5rem', align: 'end', hideBelow: 'sm' },
]
const payees = ['REWE Markt Köln', 'Stadtwerke', 'Nordlicht GmbH', 'Deutsche Bahn', 'Hausverwaltung Lindner']
const days = Array.from({ length: 12 }, (_, index) => `2023-09-${String(14 - index).padStart(2, '0')}`)
const rowPx = 40
const tone: Record<number, 'past' | 'new'> = { 3: 'past', 5: 'new' }

const meta = {
  component: DataTable<Id>,
  args: { label: 'Transactions', columns, rowCount: 12, bodySizePx: 12 * rowPx, children: undefined },
  render: (args) => <Moving {...args} />,
  decorators: [(Story) => <div style={{ blockSize: '22rem', border: '1px solid var(--ph-border)' }}>{Story()}</div>],
} satisfies Meta<typeof DataTable<Id>>
export default meta
type Story = StoryObj<typeof meta>

export const Filled: Story = {}
export const Empty: Story = {
  args: { rowCount: 0, bodySizePx: 0, emptyState: <EmptyState icon={<SearchX />} title="No entry matches" /> },
}

function Moving(props: DataTableProps<Id>) {
  const [activeRow, setActiveRow] = useState<number | null>(1)
  const [sort, setSort] = useState<DataTableSort<Id>>({ column: 'date', direction: 'descending' })
  return (
    <DataTable
      {...props}
      activeRow={props.rowCount ? activeRow : null}
      onActiveRowChange={setActiveRow}
      sort={sort}
      onSort={setSort}
    >
      {days.slice(0, props.rowCount).map((day, index) => (
        <DataTableRow key={day} index={index} startPx={index * rowPx} sizePx={rowPx} tone={tone[index] ?? 'plain'}>
          <DataTableCell column="date">
            <DateText value={day} locale="en-GB" />
          </DataTableCell>
          <DataTableCell column="payee">{payees[index % payees.length]}</DataTableCell>
          <DataTableCell column="category">Household</DataTableCell>
          <DataTableCell column="amount">
            <Money
              minor={index === 2 ? 341_200 : -4_590 * (index + 1)}
              currency="EUR"
              locale="en-GB"
              coloring="credit"
            />
          </DataTableCell>
          <DataTableCell column="balance">
            <Money minor={482_137 + index * 4_590} currency="EUR" locale="en-GB" />
          </DataTableCell>
        </DataTableRow>
      ))}
    </DataTable>
  )
}

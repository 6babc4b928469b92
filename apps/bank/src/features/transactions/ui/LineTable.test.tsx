import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { household, storyBank } from '../../../app/bank.fixtures.tsx'
import { histories, ledger } from '../../../ledger/index.ts'
import { accounts } from '../../accounts/index.ts'
import { LineList } from './LineList.ts'
import { LineTable } from './LineTable.tsx'

const records = household()

function renderTable() {
  const { store } = storyBank({ records })
  const byAccount = store.get(histories)
  const sources = store.get(accounts).flatMap((account) => {
    const history = byAccount.get(account.id)
    return history ? [{ account, history }] : []
  })
  const table = store.get(ledger).accounts
  const lines = new LineList(sources)
  const onOpen = vi.fn()
  render(<LineTable label="Transactions" lines={lines} hasAccount accountOf={(id) => table.get(id)} onOpen={onOpen} />)
  return { lines, onOpen, user: userEvent.setup(), grid: screen.getByRole('grid', { name: 'Transactions' }) }
}

const activeRow = (grid: HTMLElement) => {
  const id = grid.getAttribute('aria-activedescendant')
  return id === null ? undefined : (document.getElementById(id) ?? undefined)
}

describe('LineTable', () => {
  it('[LIN-4] draws what is in sight and says how many rows there are', () => {
    const { grid, lines } = renderTable()
    expect(lines.length).toBeGreaterThan(4_000)
    expect(grid).toHaveAttribute('aria-rowcount', String(lines.length + 1))
    expect(within(grid).getAllByRole('row').length).toBeLessThan(80)
  })

  it('[LIN-4] moves the active row by keys and opens it with Enter', async () => {
    const { grid, lines, onOpen, user } = renderTable()
    await user.tab()
    expect(grid).toHaveFocus()
    expect(activeRow(grid)).toHaveAttribute('aria-rowindex', '2')
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}')
    expect(activeRow(grid)).toHaveAttribute('aria-rowindex', '3')
    expect(onOpen).toHaveBeenLastCalledWith(lines.at(1).entry.entryId)
    await user.keyboard('{Home}{ArrowUp}{Enter}')
    expect(onOpen).toHaveBeenLastCalledWith(lines.at(0).entry.entryId)
  })

  it('[LIN-4] opens the row that is pressed', async () => {
    const { grid, lines, onOpen, user } = renderTable()
    const rows = within(grid).getAllByRole('row')
    await user.click(rows[4] as HTMLElement)
    expect(onOpen).toHaveBeenLastCalledWith(lines.at(3).entry.entryId)
    expect(activeRow(grid)).toHaveAttribute('aria-rowindex', '5')
  })
})

import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { ValueOf } from '../../protocol/values.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import type { InspectedOptions } from '../inspector/inspectedApp.fixtures.ts'
import { inspectedApp } from '../inspector/inspectedApp.fixtures.ts'
import { findLine } from '../tree/findLine.fixtures.ts'
import { ValueTree } from './ValueTree.tsx'

function show(options: InspectedOptions, value: ValueOf = { of: 'state', at: 5 }) {
  const agent = scriptedAgent(inspectedApp(options))
  const tree = (of: ValueOf) => (
    <PanelWith agent={agent}>
      <ValueTree label="State" store="bank" value={of} name="test" isSearchable marksChanges />
    </PanelWith>
  )
  const { rerender } = render(tree(value))
  return { move: (of: ValueOf) => rerender(tree(of)) }
}

it('[VAL-1] shows markup as text', async () => {
  show({ value: { html: '<img src=x onerror="alert(1)"><script>alert(2)</script>' } })
  expect(await findLine(/<img src=x onerror="alert\(1\)"><script>/)).toBeInTheDocument()
  expect(document.querySelector('img, script')).toBeNull()
})

it('[VAL-3] is walked with the keyboard alone', async () => {
  show({})
  await findLine(/^ledger/)
  await userEvent.tab()
  await userEvent.tab()
  const tree = screen.getByRole('tree', { name: 'State' })
  expect(tree).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
  const giro = await findLine(/^giro/)
  expect(giro).toHaveAttribute('aria-level', '3')
  await userEvent.keyboard('{ArrowDown}')
  expect(tree).toHaveAttribute('aria-activedescendant', giro.id)
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  await waitFor(() => expect(giro).not.toBeInTheDocument())
})

it('[VAL-4] stays expanded where it was when the place changes, [VAL-6] and marks what is different in words', async () => {
  const { move } = show({})
  await userEvent.click(await findLine(/^ledger/))
  await userEvent.click(await findLine(/^accounts/))
  await userEvent.click(await findLine(/^giro/))
  expect(await findLine(/^minor: -30000/)).toBeInTheDocument()
  move({ of: 'state', at: 2 })
  expect(await findLine(/^minor: -25000 changed/)).toBeInTheDocument()
  expect(await findLine(/^owner/)).not.toHaveTextContent('changed')
})

it('[VAL-7] opens at a hit that was not loaded', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => ({ id: index, text: index === 110 ? 'needle' : 'hay' }))
  show({ value: { deep: { rows } } })
  await findLine(/^deep/)
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search keys and values' }), 'needle')
  await screen.findByText('1 found')
  await userEvent.keyboard('{Enter}')
  expect(await screen.findByText('1 of 1')).toBeInTheDocument()
  expect(await findLine(/^text: .needle/)).toHaveAttribute('aria-selected', 'true')
})

it('[VAL-7] says that nothing was found', async () => {
  show({})
  await findLine(/^ledger/)
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search keys and values' }), 'nowhere')
  expect(await screen.findByText('Nothing found')).toBeInTheDocument()
})

it('[VAL-8] copies a value and its path', async () => {
  const user = userEvent.setup()
  show({})
  await user.click(await findLine(/^ledger/))
  await user.click(await findLine(/^transfers/))
  screen.getByRole('tree').focus()
  await user.keyboard('{Control>}c{/Control}')
  await screen.findByText('Copied transfers')
  expect(await navigator.clipboard.readText()).toBe('2')
  await user.keyboard('{Control>}{Shift>}c{/Shift}{/Control}')
  await screen.findByText('Copied ledger.transfers')
  expect(await navigator.clipboard.readText()).toBe('ledger.transfers')
})

it('[VAL-8] copies no part of a value that is too long', async () => {
  const user = userEvent.setup()
  show({ calls: { text: () => ({ text: '{"a":', more: 1_000_000 }) } })
  await user.click(await findLine(/^ledger/))
  screen.getByRole('tree').focus()
  await user.keyboard('{Control>}c{/Control}')
  expect(await screen.findByText('Could not copy ledger: it is 1,000,005 characters long.')).toBeInTheDocument()
})

it('[VAL-9] shows a long text part by part', async () => {
  show({ value: { long: 'x'.repeat(25_000) } })
  await userEvent.click(await findLine(/^long/))
  const text = await screen.findByRole('group', { name: 'The whole text' })
  expect(text.textContent).toHaveLength(500)
  const more = screen.getByRole('button', { name: 'Show more' })
  for (const length of [10_000, 20_000, 25_000]) {
    await userEvent.click(more)
    await waitFor(() => expect(text.textContent).toHaveLength(length))
  }
  expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
})

it('[VAL-10] says why it cannot be shown', async () => {
  const value = vi.fn<() => never>(() => {
    throw new Error('The records are on the disk. (timeline/not-loaded)')
  })
  show({ calls: { value } })
  expect(await screen.findByRole('alert')).toHaveTextContent('The records are on the disk.')
})

it('[VAL-10] shows what is around a window that was refused', async () => {
  show({
    value: { many: new Array(150).fill(0), other: 1 },
    calls: {
      children() {
        throw new Error('It is gone.')
      },
    },
  })
  await userEvent.click(await findLine(/^many/))
  const tree = screen.getByRole('tree')
  await waitFor(() => expect(within(tree).getAllByText('It is gone.')).toHaveLength(2))
  expect(await findLine(/^other/)).toBeInTheDocument()
})

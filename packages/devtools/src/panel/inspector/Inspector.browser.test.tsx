import '@playhead/ui/base.css'
import { action, createActions, createSlice, createStore, table } from '@playhead/core'
import { render, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createAgent } from '../../agent/createAgent.ts'
import { connectPanel } from '../../protocol/connectPanel.ts'
import { inPageWires } from '../../transport/inPageWires.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import type { InspectorTab } from '../model/panelActions.ts'
import { panel } from '../model/panelActions.ts'
import { findLine } from '../tree/findLine.fixtures.ts'
import { Inspector } from './Inspector.tsx'

const bank = createActions('bank', {
  opened: action<{ id: string }>(),
  moved: action<{ id: string; minor: number }>(),
})
const ledger = createSlice('ledger', { accounts: table<string, { id: string; minor: number }>() }, (on) => [
  on(bank.opened, (state, { payload: { id } }) => {
    state.accounts.set(id, { id, minor: 0 })
  }),
  on(bank.moved, (state, { payload: { id, minor } }) => {
    state.accounts.update(id, (account) => {
      account.minor += minor
    })
  }),
])

/** The inspector on a real store, through a real agent. */
function show(tab: InspectorTab) {
  const store = createStore({ slices: [ledger] })
  for (let at = 0; at < 2_500; at++) store.dispatch(bank.opened({ id: `account-${at}` }))
  store.dispatch(bank.moved({ id: 'account-2222', minor: 700 }))
  store.dispatch(bank.moved({ id: 'account-1', minor: 5 }))
  store.dispatch(bank.moved({ id: 'account-2222', minor: 42 }))
  const agent = createAgent({ app: 'bank' })
  agent.attach(store)
  const [atPanel, atApp] = inPageWires()
  agent.serve(atApp)
  render(
    <PanelWith agent={connectPanel(atPanel)} ready={(ready) => ready.dispatch(panel.inspectorTabChosen(tab))}>
      <div data-density="compact" style={{ display: 'flex', inlineSize: 480, blockSize: 560 }}>
        <Inspector />
      </div>
    </PanelWith>,
  )
  return store
}

it('[INS-8] goes from a change to its place in the state, [BLM-1] to who changed it, and there', async () => {
  const store = show('diff')
  await userEvent.click(await findLine(/account-2222 › minor 700 →became 742/))
  const minor = await findLine(/^minor: 742/)
  await waitFor(() => expect(minor).toHaveAttribute('aria-selected', 'true'))
  screen.getByRole('tree').focus()
  await userEvent.keyboard('b')
  const blame = await screen.findByRole('list', { name: /Changes of ledger.accounts\["account-2222"\].minor/ })
  await waitFor(() => expect(blame.querySelectorAll('button')).toHaveLength(3))
  await userEvent.click(blame.querySelectorAll('button')[1] as HTMLElement)
  await waitFor(() => expect(store.timeline.playhead.offset).toBe(2_500))
  await findLine(/^minor: 700/)
})

it('[INS-1] keeps the active line in view when the blame takes half of the place', async () => {
  show('diff')
  await userEvent.click(await findLine(/account-2222 › minor/))
  const minor = await findLine(/^minor: 742/)
  await waitFor(() => expect(minor).toHaveAttribute('aria-selected', 'true'))
  screen.getByRole('tree').focus()
  await userEvent.keyboard('b')
  await screen.findByRole('separator', { name: 'Size of the blame' })
  await waitFor(() => {
    const around = screen.getByRole('tree').getBoundingClientRect()
    const active = document.querySelector('[role=treeitem][data-active]')?.getBoundingClientRect()
    expect(active && active.bottom <= around.bottom + 1 && active.top >= around.top - 1).toBe(true)
  })
})

it('[INS-2] reads its lines and nodes with words between their parts', async () => {
  show('diff')
  await findLine(/account-2222/)
  const name = /^changed ledger › accounts › account-2222 › minor 700 became 742$/
  await expect.element(page.getByRole('treeitem', { name })).toBeInTheDocument()
})

it('[VAL-6] marks a table in which a row changed that no line shows', async () => {
  const store = show('state')
  await userEvent.click(await findLine(/^ledger/))
  expect((await findLine(/^accounts/)).textContent).not.toContain('changed')
  await store.timeline.seek(2_501)
  await findLine(/^accounts: Table\(2,500\) changed/)
})

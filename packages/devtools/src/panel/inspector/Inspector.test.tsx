import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import { focus } from '../model/focus.ts'
import type { InspectorTab } from '../model/panelActions.ts'
import { panel } from '../model/panelActions.ts'
import type { PanelStore } from '../model/panelStore.ts'
import { findLine } from '../tree/findLine.fixtures.ts'
import { Inspector } from './Inspector.tsx'
import type { InspectedOptions } from './inspectedApp.fixtures.ts'
import { inspectedApp } from './inspectedApp.fixtures.ts'

function show(tab: InspectorTab, options: InspectedOptions = {}, pins: readonly (readonly string[])[] = []) {
  const app = inspectedApp(options)
  let store: PanelStore | undefined
  render(
    <PanelWith
      agent={scriptedAgent(app)}
      arranged={{ pins }}
      ready={(ready) => {
        store = ready
        ready.dispatch(panel.storeChosen('bank'))
        ready.dispatch(panel.inspectorTabChosen(tab))
      }}
    >
      <Inspector />
    </PanelWith>,
  )
  if (!store) throw new Error('There is no store.')
  return { app, store }
}

const heading = (name: RegExp) => screen.findByRole('heading', { level: 2, name })
const button = (name: string | RegExp) => screen.findByRole('button', { name })

it('[INS-1] follows the playhead', async () => {
  const { app } = show('action')
  expect(await heading(/#5 bank\/transferred/)).toBeInTheDocument()
  app.move(3)
  expect(await heading(/#3 bank\/statementAsked/)).toBeInTheDocument()
})

it('[INS-1] holds a record while the playhead moves on, until it is to follow again', async () => {
  const { app } = show('action')
  await heading(/#5/)
  await userEvent.click(await button('Hold this record'))
  app.move(3)
  await button('Move the playhead to 5')
  expect(await heading(/#5/)).toBeInTheDocument()
  await userEvent.click(await button('Follow the playhead'))
  expect(await heading(/#3/)).toBeInTheDocument()
})

it('[INS-1] says that it stands before the first record', async () => {
  show('action', { at: -1 })
  expect(await heading(/Before the first record/)).toBeInTheDocument()
})

it('[INS-1] says that there is no store', async () => {
  show('action', { feeds: { overview: () => () => {} } })
  expect(await screen.findByText('No store')).toBeInTheDocument()
})

it('[INS-2] shows the payload, the record, and leads to its cause', async () => {
  const { store } = show('action', { at: 4 })
  expect(await findLine(/^rows: Array\(2\)/)).toBeInTheDocument()
  expect(screen.getByText('1 · read as 2')).toBeInTheDocument()
  await userEvent.click(await button('#3 bank/statementAsked'))
  expect(store.get(focus).record).toBe(3)
  expect(await heading(/#3 bank\/statementAsked/)).toBeInTheDocument()
})

it('[INS-2] shows where it was dispatched, and how to have that noted', async () => {
  show('action', { callSite: ['at send (form.ts:1:1)'] })
  expect(await screen.findByText('at send (form.ts:1:1)')).toBeInTheDocument()
})

it('[INS-3] copies the record as code that dispatches it', async () => {
  const user = userEvent.setup()
  show('action', { at: 3 })
  await user.click(await button('Copy the record'))
  await user.click(await screen.findByRole('menuitem', { name: 'As dispatch code' }))
  await screen.findByText('Copied as dispatch code')
  expect(await navigator.clipboard.readText()).toBe(
    'store.dispatch({ type: "bank/statementAsked", payload: { id: \'giro\' } })',
  )
})

it('[INS-4] drafts a branch with the payload to be edited', async () => {
  const { store } = show('action', { at: 3 })
  await userEvent.click(await button('Edit'))
  await waitFor(() =>
    expect(store.get(focus).draft).toEqual({
      store: 'bank',
      edit: { at: 6, replace: { 3: { type: 'bank/statementAsked', payload: '{"id":"giro"}' } } },
    }),
  )
})

it('[INS-4] drafts a branch without the record', async () => {
  const { store } = show('action', { at: 3 })
  await userEvent.click(await button('Skip'))
  expect(store.get(focus).draft).toEqual({ store: 'bank', edit: { at: 6, without: [3] } })
})

it('[INS-5] says how each value changed', async () => {
  show('diff')
  await screen.findByRole('tree', { name: 'Changes by record #5' })
  expect(await findLine(/^changed giro › minor -25000 →became -30000$/)).toBeInTheDocument()
})

it('[INS-5] says that nothing changed', async () => {
  show('diff', { calls: { diff: () => ({ changes: [], more: 0 }) } })
  expect(await screen.findByText('Nothing changed')).toBeInTheDocument()
})

it('[INS-5] says how many changes are not shown, and shows more', async () => {
  const asked: (number | undefined)[] = []
  show('diff', {
    calls: {
      diff({ changesMax }) {
        asked.push(changesMax)
        return { changes: [{ kind: 'added', path: ['a'], after: { kind: 'null', text: 'null' } }], more: 12_000 }
      },
    },
  })
  expect(await screen.findByText(/12,000 more changes are not shown/)).toBeInTheDocument()
  await userEvent.click(await button('Show more'))
  await waitFor(() => expect(asked).toEqual([200, 1_000]))
})

it('[INS-6] compares two places', async () => {
  show('diff')
  await userEvent.click(await screen.findByRole('radio', { name: 'Two places' }))
  const from = await screen.findByRole('textbox', { name: 'From' })
  await userEvent.clear(from)
  await userEvent.type(from, 'start{Enter}')
  expect(await screen.findByRole('tree', { name: 'Changes from the initial state to #5' })).toBeInTheDocument()
})

it('[INS-8] opens the state at a change', async () => {
  show('diff')
  await userEvent.click(await findLine(/giro › minor/))
  expect(await screen.findByRole('tab', { name: 'State', selected: true })).toBeInTheDocument()
  const minor = await findLine(/^minor: -30000/)
  await waitFor(() => expect(minor).toHaveAttribute('aria-selected', 'true'))
})

it('[INS-9] keeps pinned values above the state, and says where one is not there', async () => {
  const { app } = show('state', {}, [
    ['ledger', 'transfers'],
    ['ledger', 'accounts', 'savings'],
  ])
  const pins = await screen.findByRole('list', { name: 'Pinned values' })
  expect(await within(pins).findByText('2')).toBeInTheDocument()
  app.move(0)
  expect(await within(pins).findByText('0')).toBeInTheDocument()
  expect(await within(pins).findByText('not here')).toBeInTheDocument()
})

it('[INS-9] pins a value from its menu', async () => {
  show('state')
  const line = await findLine(/^statement/)
  await userEvent.click(line)
  await userEvent.click(await button('Actions for statement'))
  await userEvent.click(await screen.findByRole('menuitem', { name: /Pin/ }))
  expect(await screen.findByRole('list', { name: 'Pinned values' })).toHaveTextContent('statement')
})

it('[INS-10] travels along the graph of causes', async () => {
  const { store } = show('cause', { at: 3 })
  const graph = await screen.findByRole('group', { name: 'Graph of causes' })
  within(graph).getByRole('button', { name: 'bank/statementAsked #3 from outside' }).focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(within(graph).getByRole('button', { name: 'effect loadStatement run 1 done, 1.3 s' })).toHaveFocus()
  await userEvent.keyboard('{ArrowRight}{Enter}')
  expect(store.get(focus).record).toBe(4)
})

it('[INS-10] has the causes in a list too', async () => {
  show('cause', { at: 4 })
  await userEvent.click(await screen.findByRole('radio', { name: 'List' }))
  expect(await screen.findByText('sent by', { exact: false })).toHaveTextContent('sent by loadStatement, run 1')
})

it('[INS-11] marks what is slow, with the threshold', async () => {
  const timing = {
    reducers: [{ slice: 'ledger', ms: 7.4 }],
    selectorsRun: 2,
    subscribersTold: 1,
    slow: true,
    slowMs: 4,
  }
  show('timing', { timing })
  expect(await screen.findByText(/Slow: from 4 ms on/)).toBeInTheDocument()
  expect(screen.getByText('slow')).toBeInTheDocument()
})

it.each(['action', 'diff', 'cause', 'timing'] as const)(
  '[INS-12] says what the app refused, in the tab %s',
  async (tab) => {
    const refuse = (): never => {
      throw new Error('It is on the disk. (timeline/not-loaded)')
    }
    show(tab, { calls: { record: refuse, diff: refuse, causes: refuse, timing: refuse } })
    expect(await screen.findByText('It is on the disk. (timeline/not-loaded)')).toBeInTheDocument()
  },
)

it('[BLM-5] sizes the blame with keys, and finds its size again', async () => {
  localStorage.clear()
  const { store } = show('state')
  await findLine(/^ledger/)
  store.dispatch(panel.blameAsked({ store: 'bank', value: { of: 'state', at: 5 }, path: ['ledger', 'transfers'] }))
  const separator = await screen.findByRole('separator', { name: 'Size of the blame' })
  expect(separator).toHaveAttribute('aria-valuenow', '45')
  separator.focus()
  await userEvent.keyboard('{ArrowUp}{ArrowUp}')
  expect(separator).toHaveAttribute('aria-valuenow', '53')
  store.dispatch(panel.blameClosed())
  await waitFor(() => expect(separator).not.toBeInTheDocument())
  store.dispatch(panel.blameAsked({ store: 'bank', value: { of: 'state', at: 5 }, path: ['ledger', 'transfers'] }))
  expect(await screen.findByRole('separator', { name: 'Size of the blame' })).toHaveAttribute('aria-valuenow', '53')
})

import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { BlameHit, Feeds } from '../../protocol/calls.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import type { InspectedOptions } from '../inspector/inspectedApp.fixtures.ts'
import { inspectedApp } from '../inspector/inspectedApp.fixtures.ts'
import { focus } from '../model/focus.ts'
import { panel } from '../model/panelActions.ts'
import type { PanelStore } from '../model/panelStore.ts'
import { Blame } from './Blame.tsx'

function show(path: readonly string[], options: InspectedOptions = {}) {
  const app = inspectedApp(options)
  let store: PanelStore | undefined
  render(
    <PanelWith
      agent={scriptedAgent(app)}
      ready={(ready) => {
        store = ready
        ready.dispatch(panel.storeChosen('bank'))
        ready.dispatch(panel.blameAsked({ store: 'bank', value: { of: 'state', at: 5 }, path: [...path] }))
      }}
    >
      <Blame />
    </PanelWith>,
  )
  if (!store) throw new Error('There is no store.')
  return { app, store }
}

it('[BLM-1] shows the records that changed a value, newest first, with what it was and became', async () => {
  const { store } = show(['ledger', 'accounts', 'giro', 'minor'])
  const list = await screen.findByRole('list', { name: 'Changes of ledger.accounts.giro.minor, newest first' })
  const hits = within(list).getAllByRole('button')
  expect(hits.map((hit) => /#\d/.exec(hit.textContent ?? '')?.[0])).toEqual(['#5', '#2', '#0'])
  expect(hits[0]).toHaveTextContent('-25000 →became -30000')
  expect(hits[2]).toHaveTextContent('came to be 0')
  hits[0]?.focus()
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(store.get(focus).record).toBe(2)
})

const hit = (offset: number): BlameHit => ({
  kind: 'hit',
  row: {
    offset,
    id: `client.${offset}`,
    type: 'bank/transferred',
    time: offset,
    sincePrevious: 0,
    slice: 'ledger',
    effect: undefined,
    causedBy: undefined,
    actor: undefined,
    summary: '',
    failed: false,
    count: 1,
  },
  before: { kind: 'number', text: '1' },
  after: { kind: 'number', text: '2' },
})

it('[BLM-2] says how far it is, stops, and goes on from there', async () => {
  const asked: Feeds['blame']['give'][] = []
  let stopped = 0
  show(['ledger', 'transfers'], {
    feeds: {
      blame(give, out) {
        asked.push(give)
        out.part(hit(give.near))
        out.part({ kind: 'searched', down: give.near - 1 })
        return () => {
          stopped++
        }
      },
    },
  })
  expect(await screen.findByText('2 of 6 records')).toBeInTheDocument()
  await userEvent.click(await screen.findByRole('button', { name: /Cancel/ }))
  await waitFor(() => expect(stopped).toBe(1))
  expect(await screen.findByText(/Stopped after 2 records/)).toBeInTheDocument()
  await userEvent.click(await screen.findByRole('button', { name: 'Look further back' }))
  await waitFor(() => expect(asked.map(({ near }) => near)).toEqual([5, 3]))
  expect(await screen.findAllByText(/^#[53]$/)).toHaveLength(2)
})

it('[BLM-2] says why a search was refused', async () => {
  show(['gone'], {
    feeds: {
      blame(_, out) {
        out.refuse(new Error('There is no slice "gone". (timeline/bad-path)'))
        return () => {}
      },
    },
  })
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no slice "gone".')
})

it('[BLM-3] says that nothing has changed a value', async () => {
  show(['ledger', 'rate'])
  expect(await screen.findByText('Nothing has changed it')).toBeInTheDocument()
})

it('[BLM-4] runs to the last change, and follows the playhead there', async () => {
  const { store } = show(['statement', 'status'])
  await userEvent.click(await screen.findByRole('button', { name: 'Run back to the change before' }))
  await waitFor(() => expect(document.querySelector('[aria-current]')).toHaveTextContent('#4'))
  expect(store.get(focus).record).toBeUndefined()
})

it('[BLM-4] can be stopped on the way', async () => {
  let stopped = 0
  show(['statement', 'status'], {
    feeds: {
      runUntilChanged: () => () => {
        stopped++
      },
    },
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Run until it changes' }))
  await userEvent.click(
    await screen.findByRole('button', { name: /Cancel: Running on until statement.status changes/ }),
  )
  await waitFor(() => expect(stopped).toBe(1))
  expect(screen.queryByText(/Running on/)).not.toBeInTheDocument()
})

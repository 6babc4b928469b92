import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { BranchEdit } from '../../protocol/calls.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import { focus } from '../model/focus.ts'
import { panel } from '../model/panelActions.ts'
import type { PanelStore } from '../model/panelStore.ts'
import type { BankOptions } from '../records/records.fixtures.ts'
import { BranchDraft } from './BranchDraft.tsx'
import { branchedStores, branchScript } from './branches.fixtures.ts'

function drafted(edit: Omit<BranchEdit, 'at'>, options: BankOptions = {}) {
  const heard: [name: string, give: unknown][] = []
  let store!: PanelStore
  render(
    <PanelWith
      agent={scriptedAgent(branchScript({ heard: (name, give) => heard.push([name, give]), ...options }))}
      ready={(created) => {
        store = created
        created.dispatch(panel.storeChosen('bank'))
        created.dispatch(panel.branchDrafted({ store: 'bank', edit: { at: 1_999, ...edit } }))
      }}
    >
      <BranchDraft />
    </PanelWith>,
  )
  return { store, asked: (name: string) => heard.filter(([each]) => each === name).map(([, give]) => give) }
}
const make = () => userEvent.click(screen.getByRole('button', { name: 'Make the branch' }))

it('[BRN-4] skips a record, names the branch for it, and shows it in the app', async () => {
  const { asked, store } = drafted(
    { without: [1_200] },
    { stores: (main) => [...branchedStores(main), { ...main, id: 'b4', parent: { id: 'bank', at: 1_999 } }] },
  )
  expect(await screen.findByText('Without 1,200 bank/transferred')).toBeInTheDocument()
  await make()
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(asked('branch')).toEqual([
    { store: 'bank', edit: { at: 1_999, without: [1_200] }, name: 'Without 1,200 bank/transferred' },
  ])
  expect(asked('show')).toEqual([{ store: 'b4' }])
  expect(store.get(focus)).toMatchObject({ draft: undefined, store: 'b4' })
})

it('[BRN-4] makes a branch under a name of its own, without showing it', async () => {
  const { asked } = drafted({ order: [1_201, 1_200] })
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name of the branch' }), 'Swapped')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Show it in the app' }))
  await make()
  await waitFor(() => expect(asked('branch')).toMatchObject([{ name: 'Swapped', edit: { order: [1_201, 1_200] } }]))
  expect(asked('show')).toEqual([])
})

it('[BRN-2] edits the payload of a record in the form of its schema, and sends the rest as it was', async () => {
  const { asked } = drafted({ replace: { 1200: { type: 'bank/transferred', payload: '' } } })
  const minor = await screen.findByRole('textbox', { name: 'minor' })
  expect(minor).toHaveValue('235600')
  await userEvent.clear(minor)
  await userEvent.type(minor, '42')
  expect(screen.getByText('In cents · Was 235600')).toBeInTheDocument()
  await make()
  await waitFor(() => expect(asked('branch')).toHaveLength(1))
  const [{ edit }] = asked('branch') as [{ edit: BranchEdit }]
  expect(JSON.parse(edit.replace?.[1200]?.payload ?? '')).toEqual({ from: 'giro-1', to: 'giro-2', minor: 42 })
})

it('[BRN-3] says what is wrong at its field, and sends nothing', async () => {
  const { asked } = drafted({ replace: { 1200: { type: 'bank/transferred', payload: '' } } })
  const minor = await screen.findByRole('textbox', { name: 'minor' })
  await userEvent.clear(minor)
  await userEvent.type(minor, '1,5')
  expect(screen.getByText('Has to be a whole number.')).toBeInTheDocument()
  await make()
  expect(screen.getByText('A field cannot be read yet.')).toBeInTheDocument()
  await userEvent.clear(minor)
  await userEvent.type(minor, '0')
  await make()
  expect(screen.getByText('Has to be 1 or more.')).toBeInTheDocument()
  expect(asked('branch')).toEqual([])
})

it('[BRN-2] inserts an action in a form made of payloads that were seen', async () => {
  const { asked } = drafted({ insert: { 1204: [{ type: '', payload: '' }] } })
  await make()
  expect(screen.getByText('Choose the type of the action.')).toBeInTheDocument()
  await userEvent.type(screen.getByRole('combobox', { name: 'Type' }), 'bank/opened')
  await userEvent.tab()
  await userEvent.click(await screen.findByRole('button', { name: 'savings' }))
  await make()
  await waitFor(() => expect(asked('branch')).toHaveLength(1))
  const [{ edit, name }] = asked('branch') as [{ edit: BranchEdit; name: string }]
  expect(name).toBe('bank/opened inserted after 1,204')
  const [inserted] = edit.insert?.[1204] ?? []
  expect(inserted?.type).toBe('bank/opened')
  expect(JSON.parse(inserted?.payload ?? '')).toEqual({
    id: 'savings',
    owner: 'Anna',
    currency: 'EUR',
    at: { $date: '2026-11-20T09:00:00.000Z' },
  })
})

it('[BRN-2] writes a payload as JSON where no form can be made, and says where it is none', async () => {
  const { asked } = drafted({ replace: { 1203: { type: 'prices/ticked', payload: '[1, 2]' } } })
  const json = await screen.findByRole('textbox', { name: 'Payload as JSON' })
  expect(json).toHaveValue('[\n  1,\n  2\n]')
  await userEvent.clear(json)
  await userEvent.type(json, '[[1,')
  expect(json).toHaveAttribute('aria-invalid', 'true')
  await make()
  expect(asked('branch')).toEqual([])
  await userEvent.type(json, '3]')
  await make()
  await waitFor(() => expect(asked('branch')).toMatchObject([{ edit: { replace: { 1203: { payload: '[1,3]' } } } }]))
})

it('[BRN-3] shows why the app refuses a branch, and keeps what was written', async () => {
  drafted(
    { replace: { 1200: { type: 'bank/transferred', payload: '' } } },
    {
      calls: {
        branch: () => {
          throw new Error('Cannot fork: the action in the place of record 1200 is refused. (timeline/bad-fork)')
        },
      },
    },
  )
  const to = await screen.findByRole('textbox', { name: 'to' })
  await userEvent.clear(to)
  await userEvent.type(to, 'nobody')
  await make()
  expect(await screen.findByRole('alert')).toHaveTextContent('the action in the place of record 1200 is refused')
  expect(screen.getByRole('textbox', { name: 'to' })).toHaveValue('nobody')
})

it('[BRN-3] does not edit a payload of which only a part has come', async () => {
  const { asked } = drafted(
    { replace: { 1200: { type: 'bank/transferred', payload: '' } } },
    { calls: { text: () => ({ text: '{"from":"a","to":"b","minor":1}', more: 900_000 }) } },
  )
  await screen.findByRole('textbox', { name: 'to' })
  await make()
  expect(screen.getByText(/too long to be edited here/)).toBeInTheDocument()
  expect(asked('branch')).toEqual([])
})

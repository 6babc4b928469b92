import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import { focus } from '../model/focus.ts'
import type { PanelStore } from '../model/panelStore.ts'
import type { BankOptions } from '../records/records.fixtures.ts'
import { Branches } from './Branches.tsx'
import { branchedStores, branchScript } from './branches.fixtures.ts'

async function shown(options: BankOptions = {}) {
  const heard: [name: string, give: unknown][] = []
  let store!: PanelStore
  render(
    <PanelWith
      agent={scriptedAgent(branchScript({ heard: (name, give) => heard.push([name, give]), ...options }))}
      ready={(created) => {
        store = created
      }}
    >
      <Branches />
    </PanelWith>,
  )
  await screen.findByRole('article', { name: 'bank' })
  return { store, asked: (name: string) => heard.filter(([each]) => each === name).map(([, give]) => give) }
}
const branch = (name: string) => within(screen.getByRole('article', { name }))

it('[BRN-5] says where a branch leaves, what it does, and how its end differs', async () => {
  await shown()
  const rent = branch('Without the rent')
  expect(rent.getByText('Leaves at 1,203 · 1,999 records')).toBeInTheDocument()
  expect(await rent.findByText('Without 1,204 bank/transferred')).toBeInTheDocument()
  await userEvent.click(await rent.findByRole('button', { name: '3 values differ at the end' }))
  expect(rent.getByRole('tree', { name: 'Differences at the end' })).toHaveTextContent('84000')
  expect(branch('1,500 bank/transferred with another payload').getByText(/nothing differs/)).toBeInTheDocument()
})

it('[BRN-5] compares with what it branches from, and not with the original of that', async () => {
  const { asked } = await shown()
  await waitFor(() => expect(asked('compare')).toHaveLength(3))
  expect(asked('compare')).toContainEqual(
    expect.objectContaining({ before: { store: 'b1', at: 1_998 }, after: { store: 'b3', at: 1_999 } }),
  )
})

it('[BRN-6] shows a branch in the app and in the panel, and goes back to the original', async () => {
  const { asked, store } = await shown({
    stores: (main) => branchedStores(main).map((each) => ({ ...each, shown: each.id === 'b1' })),
  })
  await userEvent.click(screen.getByRole('button', { name: 'Back to bank in the app' }))
  expect(asked('show')).toEqual([{ store: 'bank' }])
  await waitFor(() => expect(store.get(focus).store).toBe('bank'))
  await userEvent.click(screen.getByRole('button', { name: 'Show And with a savings account in the app' }))
  await waitFor(() => expect(store.get(focus).store).toBe('b3'))
})

it('[BRN-6] renames a branch in its place', async () => {
  const { asked } = await shown()
  await userEvent.click(screen.getByRole('button', { name: 'More for Without the rent' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Rename' }))
  const field = await screen.findByRole('textbox', { name: 'Name' })
  await userEvent.clear(field)
  await userEvent.type(field, 'No rent{Enter}')
  expect(asked('renameBranch')).toEqual([{ store: 'b1', name: 'No rent' }])
  expect(screen.queryByRole('textbox', { name: 'Name' })).not.toBeInTheDocument()
})

it('[BRN-6] asks before a branch is deleted, and deletes those of it first', async () => {
  const { asked } = await shown()
  await userEvent.click(screen.getByRole('button', { name: 'More for Without the rent' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }))
  expect(asked('deleteBranch')).toEqual([])
  const question = within(await screen.findByRole('alertdialog'))
  expect(question.getByText(/1 branch of it will be deleted as well/)).toBeInTheDocument()
  await userEvent.click(question.getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(asked('deleteBranch')).toEqual([{ store: 'b3' }, { store: 'b1' }]))
})

it('[BRN-6] goes back to what a branch left from when that is deleted while the app shows it', async () => {
  const { asked } = await shown({
    stores: (main) => branchedStores(main).map((each) => ({ ...each, shown: each.id === 'b3' })),
  })
  await userEvent.click(screen.getByRole('button', { name: 'More for And with a savings account' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }))
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(asked('deleteBranch')).toEqual([{ store: 'b3' }]))
  expect(asked('show')).toEqual([{ store: 'b1' }])
})

it('[BRN-7] says how far a refold is, compares nothing yet, and can be given up', async () => {
  const { asked } = await shown({
    stores: (main) =>
      branchedStores(main).map((each) =>
        each.id === 'b2' ? { ...each, progress: { done: 340_000, total: 1_000_000 } } : each,
      ),
  })
  const folding = branch('1,500 bank/transferred with another payload')
  expect(folding.getByText('340,000 of 1,000,000 records')).toBeInTheDocument()
  await waitFor(() => expect(asked('compare')).toHaveLength(2))
  await userEvent.click(folding.getByRole('button', { name: 'Cancel: Folding the branch' }))
  expect(await screen.findByRole('alertdialog')).toBeInTheDocument()
})

it('[BRN-5] says how to make a branch while there is none', async () => {
  await shown({ stores: (main) => [main] })
  expect(screen.getByText('No branches yet')).toBeInTheDocument()
})

import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import type { BranchEdit } from '../../protocol/calls.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import { panel } from '../model/panelActions.ts'
import type { BankOptions } from '../records/records.fixtures.ts'
import { BranchDraft } from './BranchDraft.tsx'
import { branchScript } from './branches.fixtures.ts'

function Story({ edit, options }: { edit: BranchEdit; options?: BankOptions }) {
  const [agent] = useState(() => scriptedAgent(branchScript(options)))
  return (
    <PanelWith
      agent={agent}
      ready={(store) => {
        store.dispatch(panel.storeChosen('bank'))
        store.dispatch(panel.branchDrafted({ store: 'bank', edit }))
      }}
    >
      <BranchDraft />
    </PanelWith>
  )
}

const meta = {
  title: 'devtools/BranchDraft',
  component: Story,
  parameters: { layout: 'fullscreen' },
  args: { edit: { at: 1_999, without: [1_204] } },
} satisfies Meta<typeof Story>
export default meta
type StoryOf = StoryObj<typeof meta>

export const Skip: StoryOf = {}
export const SkipSeveral: StoryOf = {
  args: { edit: { at: 1_999, without: [1_203, 1_204, 1_205, 1_206, 1_207, 1_208] } },
}
export const EditWithSchema: StoryOf = {
  args: { edit: { at: 1_999, replace: { 1200: { type: 'bank/transferred', payload: '' } } } },
}
export const EditWithoutSchema: StoryOf = {
  args: {
    edit: {
      at: 1_999,
      replace: {
        1212: {
          type: 'bank/opened',
          payload: '{"id":"giro-1","owner":"Anna","currency":"EUR","at":{"$date":"2026-11-23T09:00:00.000Z"}}',
        },
      },
    },
  },
}
export const EditAsJson: StoryOf = {
  args: { edit: { at: 1_999, replace: { 1203: { type: 'prices/ticked', payload: '[1, 2, {"$map": [["a", 1]]}]' } } } },
}
export const Insert: StoryOf = { args: { edit: { at: 1_999, insert: { 1204: [{ type: '', payload: '' }] } } } }
export const InsertOfType: StoryOf = {
  args: { edit: { at: 1_999, insert: { 1204: [{ type: 'bank/opened', payload: '' }] } } },
}
export const Move: StoryOf = { args: { edit: { at: 1_999, order: [1_201, 1_202, 1_203, 1_200] } } }
export const Refused: StoryOf = {
  args: {
    options: {
      calls: {
        branch: () => {
          throw new Error(
            "Cannot fork: the action in the place of record 1204 is refused: `minor` has to be 1 or more. Offsets are the parent's, up to the branch's `at`. Nothing was made. (timeline/bad-fork)",
          )
        },
      },
    },
  },
  play: async ({ canvasElement }) => {
    const body = within(canvasElement.ownerDocument.body)
    await userEvent.click(await body.findByRole('button', { name: 'Make the branch' }))
    await expect(await body.findByRole('alert')).toHaveTextContent('refused this branch')
  },
}

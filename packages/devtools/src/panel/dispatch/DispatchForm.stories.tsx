import type { Meta, StoryObj } from '@storybook/react-vite'
import { DispatchForm } from './DispatchForm.tsx'

const nothing = () => {}
const meta = {
  title: 'devtools/DispatchForm',
  component: DispatchForm,
  args: {
    types: [
      { type: 'bank/entryPosted', slice: 'ledger', records: 4970, hasSchema: true },
      { type: 'payments/asked', slice: 'payments', records: 12, hasSchema: false },
      { type: 'payments/stopped', slice: 'payments', records: 0, hasSchema: false },
    ],
    type: 'payments/asked',
    payload: '{\n  "from": "household",\n  "to": "rent",\n  "minor": 52000\n}',
    problem: undefined,
    failure: undefined,
    isLocked: false,
    isBusy: false,
    onType: nothing,
    onPayload: nothing,
    onDispatch: nothing,
  },
} satisfies Meta<typeof DispatchForm>
export default meta
type Story = StoryObj<typeof meta>

export const Empty: Story = { args: { type: '', payload: '' } }
export const Filled: Story = {}
export const Malformed: Story = {
  args: { payload: '{ minor: 5 }', problem: "Expected property name or '}' in JSON at position 2" },
}
export const Refused: Story = {
  args: { failure: 'Cannot dispatch "payments/asked" while the playhead is parked at offset 1234. (dispatch/parked)' },
}
export const Locked: Story = { args: { isLocked: true } }
export const Busy: Story = { args: { isBusy: true } }

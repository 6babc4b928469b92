import type { Meta, StoryObj } from '@storybook/react-vite'
import { Landmark, PiggyBank } from 'lucide-react'
import { useState } from 'react'
import { userEvent, within } from 'storybook/test'
import type { SelectProps } from './Select.tsx'
import { Select } from './Select.tsx'

const meta = {
  component: Select<string>,
  args: {
    label: 'Account',
    value: 'giro',
    options: [
      { value: 'giro', label: 'Household', description: 'DE89 3704 0044 0532 0130 00', icon: <Landmark /> },
      { value: 'savings', label: 'Savings', description: 'DE12 5001 0517 0648 4898 90', icon: <PiggyBank /> },
      { value: 'closed', label: 'Old account', description: 'Closed in 2021', isDisabled: true },
    ],
    onChange: () => undefined,
  },
  render: (args) => <Choosing {...args} />,
  decorators: [(Story) => <div style={{ maxInlineSize: '20rem' }}>{Story()}</div>],
} satisfies Meta<typeof Select<string>>
export default meta
type Story = StoryObj<typeof meta>

export const Chosen: Story = {}
export const Empty: Story = { args: { value: null } }
export const Open: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button'))
    await within(canvasElement.ownerDocument.body).findByRole('listbox')
  },
}
export const Invalid: Story = { args: { value: null, errorMessage: 'Choose the account these entries belong to.' } }
export const LabelHidden: Story = { args: { isLabelHidden: true } }
export const Disabled: Story = { args: { isDisabled: true } }

function Choosing(props: SelectProps<string>) {
  const [value, setValue] = useState(props.value)
  return <Select {...props} value={value} onChange={setValue} />
}

import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { userEvent, within } from 'storybook/test'
import type { ComboBoxProps } from './ComboBox.tsx'
import { ComboBox } from './ComboBox.tsx'

const names = ['Groceries', 'Rent', 'Salary', 'Insurance', 'Electricity', 'Restaurants', 'Travel', 'Savings']

const meta = {
  component: ComboBox<string>,
  args: {
    label: 'Category',
    value: null,
    placeholder: 'Any',
    options: names.map((name) => ({ value: name.toLowerCase(), label: name })),
    onChange: () => undefined,
  },
  render: (args) => <Choosing {...args} />,
  decorators: [(Story) => <div style={{ maxInlineSize: '20rem' }}>{Story()}</div>],
} satisfies Meta<typeof ComboBox<string>>
export default meta
type Story = StoryObj<typeof meta>

export const Empty: Story = {}
export const Chosen: Story = { args: { value: 'rent' } }
export const Typing: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(within(canvasElement).getByRole('combobox'), 'sa')
    await within(canvasElement.ownerDocument.body).findByRole('listbox')
  },
}
export const NothingMatches: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(within(canvasElement).getByRole('combobox'), 'xyz')
    await within(canvasElement.ownerDocument.body).findByText('Nothing matches.')
  },
}
export const Disabled: Story = { args: { isDisabled: true } }

function Choosing(props: ComboBoxProps<string>) {
  const [value, setValue] = useState(props.value)
  return <ComboBox {...props} value={value} onChange={setValue} />
}

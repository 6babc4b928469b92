import type { Meta, StoryObj } from '@storybook/react-vite'
import { Checkbox } from './Checkbox.tsx'

const meta = { component: Checkbox, args: { children: 'Leave out duplicates' } } satisfies Meta<typeof Checkbox>
export default meta
type Story = StoryObj<typeof meta>

export const Unchecked: Story = {}
export const Checked: Story = { args: { defaultSelected: true } }
export const Some: Story = { args: { isIndeterminate: true, children: '3 of 12 files' } }
export const WithDescription: Story = {
  args: { defaultSelected: true, description: '38 entries are in the account already.' },
}
export const Invalid: Story = { args: { errorMessage: 'Confirm that the difference is known.' } }
export const Disabled: Story = { args: { isDisabled: true, defaultSelected: true } }

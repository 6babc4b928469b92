import type { Meta, StoryObj } from '@storybook/react-vite'
import { TextField } from './TextField.tsx'

const meta = { component: TextField, args: { label: 'Account name' } } satisfies Meta<typeof TextField>
export default meta
type Story = StoryObj<typeof meta>

export const Empty: Story = { args: { placeholder: 'Household' } }
export const Filled: Story = { args: { defaultValue: 'Household' } }
export const WithDescription: Story = { args: { description: 'Only you see this name.' } }
export const WithAffixes: Story = {
  args: { label: 'Amount', prefix: '€', suffix: 'per month', defaultValue: '45.90', inputMode: 'decimal' },
}
export const Invalid: Story = {
  args: {
    label: 'IBAN',
    defaultValue: 'DE89 3704 0044 0532 0130 01',
    errorMessage: 'The check digits do not fit: two digits may be swapped.',
  },
}
export const LabelHidden: Story = { args: { isLabelHidden: true, placeholder: 'Account name' } }
export const Disabled: Story = { args: { isDisabled: true, defaultValue: 'Household' } }

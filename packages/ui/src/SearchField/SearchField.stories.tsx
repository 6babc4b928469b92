import type { Meta, StoryObj } from '@storybook/react-vite'
import { SearchField } from './SearchField.tsx'

const meta = { component: SearchField, args: { label: 'Search transactions' } } satisfies Meta<typeof SearchField>
export default meta
type Story = StoryObj<typeof meta>

export const Empty: Story = {}
export const Filled: Story = { args: { defaultValue: 'rent' } }
export const WithLabel: Story = { args: { isLabelHidden: false, placeholder: 'Payee, purpose or amount' } }
export const Disabled: Story = { args: { isDisabled: true } }

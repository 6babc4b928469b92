import type { Meta, StoryObj } from '@storybook/react-vite'
import { TagGroup } from './TagGroup.tsx'

const meta = {
  component: TagGroup<string>,
  args: {
    label: 'Filters',
    tags: [
      { id: 'account', label: 'Household' },
      { id: 'category', label: 'Groceries' },
      { id: 'amount', label: 'Above €50' },
    ],
  },
} satisfies Meta<typeof TagGroup<string>>
export default meta
type Story = StoryObj<typeof meta>

export const Removable: Story = { args: { onRemove: () => undefined } }
export const Fixed: Story = { args: { label: 'Categories' } }
export const LabelHidden: Story = { args: { isLabelHidden: true, onRemove: () => undefined } }

import type { Meta, StoryObj } from '@storybook/react-vite'
import { Badge } from '../Badge/Badge.tsx'
import { Tabs } from './Tabs.tsx'

const meta = {
  component: Tabs<string>,
  args: {
    label: 'Import review',
    tabs: [
      { id: 'new', label: 'New', end: <Badge>374</Badge>, content: 'Entries that will be booked.' },
      { id: 'duplicates', label: 'Duplicates', end: <Badge>38</Badge>, content: 'Entries that are here already.' },
      { id: 'problems', label: 'Problems', isDisabled: true, content: 'Lines that cannot be read.' },
    ],
  },
} satisfies Meta<typeof Tabs<string>>
export default meta
type Story = StoryObj<typeof meta>

export const First: Story = {}
export const Second: Story = { args: { value: 'duplicates' } }

import type { Meta, StoryObj } from '@storybook/react-vite'
import { Inbox, SearchX } from 'lucide-react'
import { Button } from '../Button/Button.tsx'
import { EmptyState } from './EmptyState.tsx'

const meta = {
  component: EmptyState,
  args: { title: 'No accounts yet', icon: <Inbox /> },
} satisfies Meta<typeof EmptyState>
export default meta
type Story = StoryObj<typeof meta>

export const WithAction: Story = {
  args: {
    children: 'Drop a statement from your bank here. It is read in this browser, and goes nowhere else.',
    actions: <Button variant="primary">Import statement</Button>,
  },
}
export const NothingFound: Story = {
  args: {
    icon: <SearchX />,
    title: 'No entry matches “blue bicycle”',
    actions: <Button size="sm">Clear search</Button>,
  },
}
export const TitleOnly: Story = { args: { icon: undefined } }

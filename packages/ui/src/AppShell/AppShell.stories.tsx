import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileInput } from 'lucide-react'
import { Button } from '../Button/Button.tsx'
import { EmptyState } from '../EmptyState/EmptyState.tsx'
import { brand, Dashboard, navigation, PastBanner, parkedAt, TimeBar, topBar } from './AppShell.fixtures.tsx'
import { AppShell } from './AppShell.tsx'

const meta = {
  component: AppShell,
  parameters: { layout: 'fullscreen' },
  args: {
    brand,
    navigation,
    topBar,
    sidebarFooter: 'Nothing leaves this browser.',
    timeBar: <TimeBar />,
    children: <Dashboard />,
  },
} satisfies Meta<typeof AppShell>
export default meta
type Story = StoryObj<typeof meta>

export const Live: Story = {}
export const Parked: Story = {
  args: { isPast: true, banner: <PastBanner />, timeBar: <TimeBar at={parkedAt} />, children: <Dashboard isPast /> },
}
export const Empty: Story = {
  args: {
    timeBar: undefined,
    children: (
      <EmptyState
        icon={<FileInput />}
        level={2}
        title="No accounts yet"
        actions={<Button variant="primary">Import statement</Button>}
      >
        Drop a statement from your bank here. It is read in this browser, and goes nowhere else.
      </EmptyState>
    ),
  },
}

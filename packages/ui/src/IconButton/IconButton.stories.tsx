import type { Meta, StoryObj } from '@storybook/react-vite'
import { SkipBack, SkipForward } from 'lucide-react'
import { userEvent, within } from 'storybook/test'
import { IconButton } from './IconButton.tsx'

const meta = {
  component: IconButton,
  args: { label: 'Step back', icon: <SkipBack /> },
  decorators: [(Story) => <div style={{ padding: '3rem' }}>{Story()}</div>],
} satisfies Meta<typeof IconButton>
export default meta
type Story = StoryObj<typeof meta>

export const Ghost: Story = {}
export const Outlined: Story = { args: { variant: 'secondary' } }
export const Filled: Story = { args: { variant: 'time', label: 'Return to live', icon: <SkipForward /> } }
export const Pending: Story = { args: { isPending: true } }
export const Disabled: Story = { args: { isDisabled: true } }
export const WithShortcut: Story = {
  args: { shortcut: '←' },
  play: async ({ canvasElement }) => {
    await userEvent.tab()
    await within(canvasElement.ownerDocument.body).findByRole('tooltip')
  },
}

import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button } from '../Button/Button.tsx'
import { Banner } from './Banner.tsx'

const meta = { component: Banner, args: { kind: 'info' } } satisfies Meta<typeof Banner>
export default meta
type Story = StoryObj<typeof meta>

export const Information: Story = {
  args: { title: '38 of 412 entries are here already', children: 'They came with giro-2024-02.sta and are left out.' },
}
export const Success: Story = { args: { kind: 'success', title: '374 entries booked' } }
export const Warning: Story = {
  args: {
    kind: 'warning',
    title: 'The closing balance differs by €0.20',
    children: 'The file says €1,204.10, the entries add up to €1,203.90.',
  },
}
export const Failure: Story = {
  args: {
    kind: 'error',
    title: 'giro.sta cannot be read',
    children: 'Line 14: expected a balance (:60F:), found “:61X:”. Nothing was booked.',
    actions: <Button size="sm">Choose another file</Button>,
    onDismiss: () => undefined,
  },
}
export const Past: Story = {
  args: {
    kind: 'past',
    title: 'You are looking at 3 March 2024',
    children: 'Nothing can be changed here.',
    actions: (
      <Button size="sm" variant="time">
        Return to live
      </Button>
    ),
  },
}
export const Flush: Story = { args: { ...Past.args, isFlush: true } }

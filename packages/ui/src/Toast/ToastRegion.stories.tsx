import type { Meta, StoryObj } from '@storybook/react-vite'
import { ToastRegion } from './ToastRegion.tsx'
import type { Toast } from './toastQueue.ts'
import { createToastQueue } from './toastQueue.ts'

const holding = (...toasts: Toast[]) => {
  const queue = createToastQueue()
  for (const toast of toasts) queue.show({ ...toast, timeoutMs: 0 })
  return queue
}

const meta = { component: ToastRegion, args: { queue: holding() } } satisfies Meta<typeof ToastRegion>
export default meta
type Story = StoryObj<typeof meta>

export const Neutral: Story = { args: { queue: holding({ title: 'Link copied' }) } }
export const Positive: Story = {
  args: { queue: holding({ tone: 'positive', title: '374 entries booked', description: 'Into Household' }) },
}
export const Negative: Story = {
  args: {
    queue: holding({ tone: 'negative', title: 'giro.sta cannot be read', description: 'Line 14: expected :60F:.' }),
  },
}
export const WithAction: Story = {
  args: {
    queue: holding({
      tone: 'time',
      title: '3 new entries arrived',
      action: { label: 'Return to live', onAction: () => undefined },
    }),
  },
}
export const Several: Story = {
  args: { queue: holding({ title: 'Link copied' }, { tone: 'positive', title: '374 entries booked' }) },
}

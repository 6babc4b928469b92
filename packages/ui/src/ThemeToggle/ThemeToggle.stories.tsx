import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'
import { ThemeToggle } from './ThemeToggle.tsx'

const meta = { component: ThemeToggle } satisfies Meta<typeof ThemeToggle>
export default meta
type Story = StoryObj<typeof meta>

export const Closed: Story = {}
export const Open: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Theme' }))
    await within(canvasElement.ownerDocument.body).findByRole('menu')
  },
}

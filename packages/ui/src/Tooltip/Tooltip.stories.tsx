import type { Meta, StoryObj } from '@storybook/react-vite'
import { userEvent, within } from 'storybook/test'
import { Button } from '../Button/Button.tsx'
import { Tooltip } from './Tooltip.tsx'

const meta = {
  component: Tooltip,
  args: { content: 'Everything up to 3 March 2024', children: <Button>As of</Button> },
  decorators: [(Story) => <div style={{ padding: '3rem' }}>{Story()}</div>],
} satisfies Meta<typeof Tooltip>
export default meta
type Story = StoryObj<typeof meta>

export const Closed: Story = {}
export const OpenOnFocus: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.tab()
    await within(canvasElement.ownerDocument.body).findByRole('tooltip')
  },
}

import type { Meta, StoryObj } from '@storybook/react-vite'
import { PanelMessage } from './PanelMessage.tsx'

const meta = {
  title: 'devtools/PanelMessage',
  component: PanelMessage,
  args: { connection: { kind: 'connecting' } },
} satisfies Meta<typeof PanelMessage>
export default meta
type Story = StoryObj<typeof meta>

export const Connecting: Story = {}
export const Lost: Story = { args: { connection: { kind: 'lost', app: undefined } } }
export const OtherVersion: Story = {
  args: { connection: { kind: 'mismatch', app: 'Playhead bank', agent: 2, panel: 1 } },
}

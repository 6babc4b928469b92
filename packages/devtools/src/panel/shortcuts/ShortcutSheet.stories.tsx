import type { Meta, StoryObj } from '@storybook/react-vite'
import { ShortcutSheet } from './ShortcutSheet.tsx'

const meta = {
  title: 'devtools/ShortcutSheet',
  component: ShortcutSheet,
  args: { isOpen: true, onOpenChange: () => {}, toggleKeys: 'Ctrl+Shift+.' },
} satisfies Meta<typeof ShortcutSheet>
export default meta
type Story = StoryObj<typeof meta>

export const Open: Story = {}
export const WithoutAHost: Story = { args: { toggleKeys: undefined } }

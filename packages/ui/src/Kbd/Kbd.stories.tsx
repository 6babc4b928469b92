import type { Meta, StoryObj } from '@storybook/react-vite'
import { Kbd } from './Kbd.tsx'

const meta = { component: Kbd, args: { children: 'K' } } satisfies Meta<typeof Kbd>
export default meta
type Story = StoryObj<typeof meta>

export const Letter: Story = {}
export const Chord: Story = { args: { children: '⌘ ⇧ P' } }

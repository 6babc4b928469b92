import type { Meta, StoryObj } from '@storybook/react-vite'
import { Repeat } from 'lucide-react'
import { ToggleButton } from './ToggleButton.tsx'

const meta = { component: ToggleButton, args: { children: 'Loop', icon: <Repeat /> } } satisfies Meta<
  typeof ToggleButton
>
export default meta
type Story = StoryObj<typeof meta>

export const Off: Story = {}
export const On: Story = { args: { defaultSelected: true } }
export const Disabled: Story = { args: { isDisabled: true } }

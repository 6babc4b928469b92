import type { Meta, StoryObj } from '@storybook/react-vite'
import { ArrowRight, Plus, Trash2 } from 'lucide-react'
import { Button } from './Button.tsx'

const meta = { component: Button, args: { children: 'Import statement' } } satisfies Meta<typeof Button>
export default meta
type Story = StoryObj<typeof meta>

export const Primary: Story = { args: { variant: 'primary' } }
export const Secondary: Story = {}
export const Ghost: Story = { args: { variant: 'ghost' } }
export const Danger: Story = { args: { variant: 'danger', children: 'Delete account', icon: <Trash2 /> } }
export const Time: Story = { args: { variant: 'time', children: 'Return to live' } }
export const WithIcon: Story = { args: { variant: 'primary', icon: <Plus /> } }
export const WithIconAtEnd: Story = { args: { children: 'Continue', iconEnd: <ArrowRight /> } }
export const Small: Story = { args: { size: 'sm' } }
export const Large: Story = { args: { size: 'lg', variant: 'primary' } }
export const Pending: Story = { args: { variant: 'primary', isPending: true } }
export const Disabled: Story = { args: { variant: 'primary', isDisabled: true } }
export const FullWidth: Story = { args: { variant: 'primary', isFullWidth: true } }

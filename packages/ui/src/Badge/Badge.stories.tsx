import type { Meta, StoryObj } from '@storybook/react-vite'
import { History } from 'lucide-react'
import { Badge } from './Badge.tsx'

const meta = { component: Badge, args: { children: '12' } } satisfies Meta<typeof Badge>
export default meta
type Story = StoryObj<typeof meta>

export const Neutral: Story = {}
export const Accent: Story = { args: { tone: 'accent', children: 'New' } }
export const Positive: Story = { args: { tone: 'positive', children: 'Reconciled' } }
export const Negative: Story = { args: { tone: 'negative', children: 'Failed' } }
export const Warning: Story = { args: { tone: 'warning', children: 'Differs by 0.20' } }
export const Info: Story = { args: { tone: 'info', children: 'Duplicate' } }
export const Time: Story = { args: { tone: 'time', children: 'As of 3 March 2024', icon: <History /> } }
export const WithDot: Story = { args: { tone: 'positive', children: 'Live', hasDot: true } }

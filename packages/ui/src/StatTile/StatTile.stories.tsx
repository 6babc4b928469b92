import type { Meta, StoryObj } from '@storybook/react-vite'
import { Money } from '../Money/Money.tsx'
import { Skeleton } from '../Skeleton/Skeleton.tsx'
import { StatTile } from './StatTile.tsx'

const meta = {
  component: StatTile,
  args: { label: 'Net worth', value: <Money minor={4_821_037} currency="EUR" locale="en-GB" /> },
} satisfies Meta<typeof StatTile>
export default meta
type Story = StoryObj<typeof meta>

export const Plain: Story = {}
export const Rising: Story = { args: { trend: 'up', change: '+3.2 % on February' } }
export const Falling: Story = { args: { trend: 'down', change: '−1.4 % on February' } }
export const Loading: Story = { args: { value: <Skeleton inlineSize="9ch" />, isLoading: true } }

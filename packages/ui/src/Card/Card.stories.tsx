import type { Meta, StoryObj } from '@storybook/react-vite'
import { Ellipsis } from 'lucide-react'
import { Button } from '../Button/Button.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import { Card } from './Card.tsx'

const meta = {
  component: Card,
  args: { title: 'Accounts', children: 'Three accounts in two currencies.' },
} satisfies Meta<typeof Card>
export default meta
type Story = StoryObj<typeof meta>

export const Titled: Story = {}
export const WithActions: Story = {
  args: {
    description: 'Booked up to 3 March 2024',
    actions: (
      <>
        <Button size="sm">Export</Button>
        <IconButton size="sm" label="More" icon={<Ellipsis />} />
      </>
    ),
    footer: 'Updated with the last import',
  },
}
export const Past: Story = { args: { tone: 'past', description: 'As of 3 March 2024' } }
export const Plain: Story = { args: { title: undefined, children: 'A box without a name.' } }

import type { Meta, StoryObj } from '@storybook/react-vite'
import { Link } from './Link.tsx'

const meta = { component: Link, args: { href: '#household', children: 'Household' } } satisfies Meta<typeof Link>
export default meta
type Story = StoryObj<typeof meta>

export const Accent: Story = {}
export const Quiet: Story = { args: { tone: 'quiet' } }
export const External: Story = {
  args: { href: 'https://www.iso20022.org', children: 'The CAMT.053 definition', isExternal: true },
}

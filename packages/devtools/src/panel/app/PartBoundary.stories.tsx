import type { Meta, StoryObj } from '@storybook/react-vite'
import { PartBoundary } from './PartBoundary.tsx'

function Broken(): never {
  throw new Error('Cannot read properties of undefined (reading "tracks")')
}

const meta = {
  title: 'devtools/PartBoundary',
  component: PartBoundary,
  args: { name: 'Timeline', children: <p>The part itself.</p> },
} satisfies Meta<typeof PartBoundary>
export default meta
type Story = StoryObj<typeof meta>

export const Whole: Story = {}
export const Failed: Story = { args: { children: <Broken /> } }

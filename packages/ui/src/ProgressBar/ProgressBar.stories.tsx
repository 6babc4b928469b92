import type { Meta, StoryObj } from '@storybook/react-vite'
import { ProgressBar } from './ProgressBar.tsx'

const meta = { component: ProgressBar, args: { label: 'Reading giro-2024.sta' } } satisfies Meta<typeof ProgressBar>
export default meta
type Story = StoryObj<typeof meta>

export const HalfWay: Story = { args: { value: 46 } }
export const InWords: Story = { args: { value: 1204, max: 5000, valueText: '1,204 of 5,000 entries' } }
export const Cancellable: Story = { args: { value: 46, onCancel: () => undefined } }
export const Indeterminate: Story = { args: { onCancel: () => undefined } }
export const Done: Story = { args: { value: 100 } }
export const LongLabel: Story = {
  args: { value: 12, label: 'Reading Kontoauszug_2024-03_DE89370400440532013000_Girokonto_gemeinsam_final(2).sta' },
}

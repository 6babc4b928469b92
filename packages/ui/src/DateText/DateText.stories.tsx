import type { Meta, StoryObj } from '@storybook/react-vite'
import { DateText } from './DateText.tsx'

const meta = { component: DateText, args: { value: '2023-09-14', locale: 'en-GB' } } satisfies Meta<typeof DateText>
export default meta
type Story = StoryObj<typeof meta>

export const Short: Story = { args: { style: 'short' } }
export const Medium: Story = {}
export const Long: Story = { args: { style: 'long' } }
export const Weekday: Story = { args: { style: 'weekday' } }
export const Month: Story = { args: { style: 'month' } }
export const Instant: Story = {
  args: { value: Date.UTC(2023, 8, 14, 6, 0), time: 'minutes', timeZone: 'Europe/Berlin' },
}
export const Japanese: Story = { args: { style: 'long', locale: 'ja-JP' } }

import type { Meta, StoryObj } from '@storybook/react-vite'
import { Money } from './Money.tsx'

const meta = { component: Money, args: { minor: 123_456, currency: 'EUR', locale: 'en-GB' } } satisfies Meta<
  typeof Money
>
export default meta
type Story = StoryObj<typeof meta>

export const Plain: Story = {}
export const Debit: Story = { args: { minor: -4_590 } }
export const Credit: Story = { args: { coloring: 'credit', sign: 'always' } }
export const Overdrawn: Story = { args: { minor: -4_590, coloring: 'debt' } }
export const Zero: Story = { args: { minor: 0 } }
export const Display: Story = {
  args: { isDisplay: true },
  decorators: [(Story) => <div style={{ fontSize: 'var(--ph-font-size-4xl)' }}>{Story()}</div>],
}
export const WithoutMinorUnits: Story = { args: { minor: 123_456, currency: 'JPY' } }
export const ThreeDigits: Story = { args: { minor: 123_456, currency: 'BHD' } }
export const German: Story = { args: { locale: 'de-DE' } }
export const Arabic: Story = { args: { locale: 'ar-EG', minor: -123_456 } }
export const LargerThanAFloat: Story = { args: { minor: 90_071_992_547_409_931n } }

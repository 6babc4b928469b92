import type { Meta, StoryObj } from '@storybook/react-vite'
import { fn } from 'storybook/test'
import { dayNumber } from '../ledger/day.ts'
import { BalanceChart } from './BalanceChart.tsx'
import { seriesUntil } from './BalanceSeries.ts'
import { overdrawn, salaried, single } from './balances.fixtures.ts'

const meta = {
  title: 'Bank/Balance chart',
  component: BalanceChart,
  args: { label: 'Giro', currency: 'EUR', onPick: fn() },
} satisfies Meta<typeof BalanceChart>

export default meta
type Story = StoryObj<typeof meta>

export const Now: Story = { args: { series: salaried } }
export const BookedInThePast: Story = { args: { series: salaried, viewed: dayNumber('2025-03-14') } }
export const AsRecordedInThePast: Story = {
  args: { series: seriesUntil(salaried, dayNumber('2025-03-14')), reach: salaried },
}
export const BelowZero: Story = { args: { series: overdrawn } }
export const OneDay: Story = { args: { series: single } }
export const WithoutDecimals: Story = { args: { series: salaried, currency: 'JPY' } }
export const NothingBooked: Story = { args: { series: { days: new Int32Array(), minor: new Float64Array() } } }

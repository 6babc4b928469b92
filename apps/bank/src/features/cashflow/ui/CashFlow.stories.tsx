import type { Meta, StoryObj } from '@storybook/react-vite'
import type { MonthFlow } from '../cashFlow.ts'
import { FlowChart } from './FlowChart.tsx'
import { FlowTable } from './FlowTable.tsx'

function Flow({ months, isTable = false }: { months: readonly MonthFlow[]; isTable?: boolean }) {
  return isTable ? <FlowTable months={months} currency="EUR" /> : <FlowChart months={months} currency="EUR" />
}

export default { title: 'Bank/Cash flow', component: Flow } satisfies Meta<typeof Flow>

type Story = StoryObj<typeof Flow>

const monthOf = (at: number) => `2025-${String(at + 1).padStart(2, '0')}-01`
const year: readonly MonthFlow[] = Array.from({ length: 12 }, (_, at) => ({
  month: monthOf(at),
  inMinor: at === 5 ? 0 : 420_000 + (at % 3) * 30_000,
  outMinor: at === 8 ? -5_000 : 310_000 + (at % 5) * 40_000,
}))

export const AYear: Story = { args: { months: year } }
export const AsATable: Story = { args: { months: year, isTable: true } }
export const Nothing: Story = { args: { months: year.map(({ month }) => ({ month, inMinor: 0, outMinor: 0 })) } }

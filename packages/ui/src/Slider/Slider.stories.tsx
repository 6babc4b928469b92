import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import type { SliderProps } from './Slider.tsx'
import { Slider } from './Slider.tsx'

const first = Date.UTC(2021, 11, 1) / 86_400_000
const last = Date.UTC(2024, 11, 31) / 86_400_000
const years = [2022, 2023, 2024]
const ticks = years.flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => ({
    value: Date.UTC(year, month, 1) / 86_400_000,
    label: month === 0 ? String(year) : undefined,
  })),
)
const dayInWords = (day: number) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day * 86_400_000)

const meta = {
  component: Slider,
  args: {
    label: 'Booked up to',
    value: Date.UTC(2023, 8, 14) / 86_400_000,
    min: first,
    max: last,
    pageStep: 30,
    valueText: dayInWords,
    ticks,
    onChange: () => undefined,
  },
  render: (args) => <Moving {...args} />,
} satisfies Meta<typeof Slider>
export default meta
type Story = StoryObj<typeof meta>

export const Live: Story = { args: { value: last } }
export const Parked: Story = { args: { tone: 'time' } }
export const LabelHidden: Story = { args: { isLabelHidden: true } }
export const WithoutTicks: Story = { args: { ticks: [] } }
export const WithoutFill: Story = { args: { hasFill: false } }
export const WithBackdrop: Story = {
  args: {
    tone: 'time',
    backdrop: <Activity />,
  },
}
export const Disabled: Story = { args: { isDisabled: true } }
export const EmptyRange: Story = { args: { min: first, max: first, value: first, ticks: [] } }

function Moving(props: SliderProps) {
  const [value, setValue] = useState(props.value)
  return <Slider {...props} value={value} onChange={setValue} />
}

/** Sixty bars, as one path. */
function Activity() {
  const bars = Array.from(
    { length: 60 },
    (_, at) => `M${at + 0.5} 10 V${8 - 7 * Math.abs(Math.sin(at * 1.7) * Math.cos(at / 5))}`,
  )
  return (
    <svg aria-hidden="true" viewBox="0 0 60 10" preserveAspectRatio="none" width="100%" height="100%">
      <path d={bars.join(' ')} stroke="var(--ph-border-strong)" strokeWidth="0.7" />
    </svg>
  )
}

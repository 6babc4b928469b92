import type { Meta, StoryObj } from '@storybook/react-vite'
import { BookOpen, Monitor, Moon, Radio, Sun } from 'lucide-react'
import { useState } from 'react'
import type { SegmentedControlProps } from './SegmentedControl.tsx'
import { SegmentedControl } from './SegmentedControl.tsx'

const meta = {
  component: SegmentedControl<string>,
  args: {
    label: 'Time axis',
    value: 'booked',
    segments: [
      { value: 'booked', label: 'Booked' },
      { value: 'recorded', label: 'Recorded' },
    ],
    onChange: () => undefined,
  },
  render: (args) => <Choosing {...args} />,
} satisfies Meta<typeof SegmentedControl<string>>
export default meta
type Story = StoryObj<typeof meta>

export const TwoAxes: Story = {}
export const WithIcons: Story = {
  args: {
    segments: [
      { value: 'booked', label: 'Booked', icon: <BookOpen /> },
      { value: 'recorded', label: 'Recorded', icon: <Radio /> },
    ],
  },
}
export const IconOnly: Story = {
  args: {
    label: 'Theme',
    isIconOnly: true,
    value: 'system',
    segments: [
      { value: 'system', label: 'As the system', icon: <Monitor /> },
      { value: 'light', label: 'Light', icon: <Sun /> },
      { value: 'dark', label: 'Dark', icon: <Moon /> },
    ],
  },
}
export const Small: Story = { args: { size: 'sm' } }
export const OneDisabled: Story = {
  args: {
    segments: [
      { value: 'booked', label: 'Booked' },
      { value: 'recorded', label: 'Recorded', isDisabled: true },
    ],
  },
}
export const Disabled: Story = { args: { isDisabled: true } }

function Choosing(props: SegmentedControlProps<string>) {
  const [value, setValue] = useState(props.value)
  return <SegmentedControl {...props} value={value} onChange={setValue} />
}

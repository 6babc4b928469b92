import type { Meta, StoryObj } from '@storybook/react-vite'
import { fn } from 'storybook/test'
import { bookedAxis } from './bookedAxis.ts'
import { recordedAxis } from './recordedAxis.ts'
import { TimeBarView } from './TimeBarView.tsx'
import { busyYears } from './timeBar.fixtures.ts'

const meta = {
  title: 'Bank/Time bar',
  component: TimeBarView,
  args: { onAxisChange: fn() },
} satisfies Meta<typeof TimeBarView>

export default meta
type Story = StoryObj<typeof meta>

const years = { first: '2023-03-01', last: '2026-03-01', endsToday: true, activity: busyYears, viewDay: fn() }
const playback = { isPlaying: false, speed: 4, toggle: fn(), changeSpeed: fn() } as const
const log = { head: 5_020, activity: [], viewRecord: fn(), playback }

export const BookedNow: Story = { args: { model: bookedAxis({ ...years, day: undefined }) } }
export const BookedInThePast: Story = { args: { model: bookedAxis({ ...years, day: '2025-03-14' }) } }
export const BookedUntilTheLastEntry: Story = {
  args: { model: bookedAxis({ ...years, first: '2012-01-02', last: '2013-12-29', endsToday: false, day: undefined }) },
}
export const RecordedLive: Story = {
  args: { model: recordedAxis({ ...log, offset: undefined, time: Date.UTC(2026, 2, 12, 6) }) },
}
export const RecordedInThePast: Story = {
  args: { model: recordedAxis({ ...log, offset: 3_412, time: Date.UTC(2025, 2, 12, 6) }) },
}
export const RecordedPlaying: Story = {
  args: {
    model: recordedAxis({
      ...log,
      offset: 3_412,
      time: Date.UTC(2025, 2, 12, 6),
      playback: { ...playback, isPlaying: true, speed: 16 },
    }),
  },
}
export const BeforeTheFirstRecord: Story = { args: { model: recordedAxis({ ...log, offset: -1, time: undefined }) } }
export const NothingToMoveThrough: Story = {
  args: { model: bookedAxis({ ...years, first: '2026-03-01', activity: [], day: undefined }) },
}

import type { Diary } from '../Diary.ts'
import type { SampleDay } from '../SampleDay.ts'

/** Something a household does on some days. */
export type Habit = (day: SampleDay, diary: Diary) => void

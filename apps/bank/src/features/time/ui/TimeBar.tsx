import { useMemo, useState } from 'react'
import type { CalendarDay } from '../../../calendar/index.ts'
import { localDay } from '../../../calendar/index.ts'
import { useTimeline } from '../../../hooks.ts'
import { bookedSpan } from '../../accounts/index.ts'
import { bookedActivity } from '../activity.ts'
import { axisSpan } from '../axisSpan.ts'
import type { PlaySpeed } from '../playSpeeds.ts'
import type { TimeView } from '../TimeView.ts'
import { useTimePlace, useTimeView } from '../TimeViewContext.tsx'
import { useLive } from '../useLive.ts'
import type { AxisModel } from './AxisModel.ts'
import { bookedAxis } from './bookedAxis.ts'
import { recordedAxis } from './recordedAxis.ts'
import { TimeBarView } from './TimeBarView.tsx'

/** The time bar of the page: moves everything that is shown. */
export function TimeBar() {
  const view = useTimeView()
  const place = useTimePlace()
  const booked = useBookedAxis(view, place.axis === 'booked' ? place.day : undefined)
  const recorded = useRecordedAxis(view)
  return (
    <TimeBarView model={place.axis === 'booked' ? booked : recorded} onAxisChange={(axis) => view.chooseAxis(axis)} />
  )
}

function useBookedAxis(view: TimeView, day: CalendarDay | undefined): AxisModel {
  const booked = useLive(bookedSpan)
  const span = useMemo(() => axisSpan(booked, localDay(Date.now())), [booked])
  const activity = useLive(bookedActivity(span.first, span.last))
  return useMemo(
    () => bookedAxis({ day, ...span, activity, viewDay: (to) => view.viewDay(to) }),
    [day, span, activity, view],
  )
}

function useRecordedAxis(view: TimeView): AxisModel {
  const { offset, head, status, time } = useTimeline()
  const [speed, setSpeed] = useState<PlaySpeed>(4)
  const isPlaying = status === 'playing'
  return useMemo(
    () =>
      recordedAxis({
        playback: {
          isPlaying,
          speed,
          toggle: () => (isPlaying ? view.pause() : view.play(speed)),
          changeSpeed(to) {
            setSpeed(to)
            if (isPlaying) view.play(to)
          },
        },
        offset: status === 'live' ? undefined : offset,
        head,
        time,
        activity: [],
        // Within the axis, so there is nothing to refuse.
        viewRecord: (to) => void view.viewRecord(to),
      }),
    [offset, head, status, time, view, isPlaying, speed],
  )
}

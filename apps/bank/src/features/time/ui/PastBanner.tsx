import { Banner, Button, VisuallyHidden } from '@playhead/ui'
import { useEffect, useMemo, useState } from 'react'
import { formatDay, formatMoment } from '../../../calendar/index.ts'
import { useTimeline } from '../../../hooks.ts'
import { isPast } from '../TimePlace.ts'
import { useTimePlace, useTimeView } from '../TimeViewContext.tsx'
import styles from './PastBanner.module.css'

/** Says on every page that this is a past, which one, and how to leave it. Not there now. */
export function PastBanner() {
  const view = useTimeView()
  const place = useTimePlace()
  const { time } = useTimeline()
  const isShown = isPast(place)
  const where =
    place.axis === 'booked'
      ? `Booked up to ${place.day === undefined ? 'now' : formatDay(place.day, 'long')}`
      : `As recorded ${time === undefined ? 'before the first record' : formatMoment(time)}`
  const said = useSettled(isShown ? `You are in the past. ${where}` : 'This is now')
  const backToNow = useMemo(
    () => (
      <Button className={styles.more} variant="time" size="sm" onPress={() => view.now()}>
        Back to now
      </Button>
    ),
    [view],
  )
  return (
    <>
      {/* A date that changes sixty times a second is said once it stands still. */}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {isShown && (
        <Banner kind="past" isFlush announce="off" title={where} actions={backToNow}>
          <span className={styles.more}>
            {place.axis === 'booked'
              ? 'What was booked later is not counted. '
              : 'What was recorded later is not known here. '}
          </span>
          The past is read-only.
        </Banner>
      )}
    </>
  )
}

const settleMs = 500

/** The text once it has not changed for half a second; nothing before it first changed. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState({ first: text, text: '' })
  useEffect(() => {
    const timer = setTimeout(
      () => setSettled((now) => (text === now.first && now.text === '' ? now : { first: '', text })),
      settleMs,
    )
    return () => clearTimeout(timer)
  }, [text])
  return settled.text
}

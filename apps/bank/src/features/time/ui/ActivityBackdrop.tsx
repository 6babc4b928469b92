import { memo } from 'react'
import styles from './TimeBarView.module.css'

/** How much happened along the axis, as a row of bars behind the slider. */
export const ActivityBackdrop = memo(function ActivityBackdrop({ activity }: { activity: readonly number[] }) {
  if (activity.length === 0) return null
  const width = 100 / activity.length
  const path = activity
    .map((share, at) => {
      const height = Math.max(share > 0 ? 6 : 0, share * 100)
      return height === 0
        ? ''
        : `M${(at * width).toFixed(3)} 100v${(-height).toFixed(1)}h${(width * 0.72).toFixed(3)}v${height.toFixed(1)}z`
    })
    .join('')
  return (
    <svg aria-hidden="true" className={styles.activity} viewBox="0 0 100 100" preserveAspectRatio="none">
      <path d={path} />
    </svg>
  )
})

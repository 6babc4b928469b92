import { EmptyState, Skeleton } from '@playhead/ui'
import styles from './LoadingTimeline.module.css'

/** Holds the place of the tracks until the app has told what there is. */
export function LoadingTimeline({ isWaiting }: { isWaiting: boolean }) {
  if (!isWaiting) return <EmptyState title="No store" level={3} />
  return (
    <div className={styles.loading} role="status" aria-label="Loading the timeline" aria-busy="true">
      {[38, 62, 47, 71].map((share) => (
        <div key={share} className={styles.line}>
          <Skeleton inlineSize="9ch" />
          <Skeleton inlineSize={`${share}%`} />
        </div>
      ))}
    </div>
  )
}

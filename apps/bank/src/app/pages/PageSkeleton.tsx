import { Card, Skeleton } from '@playhead/ui'
import styles from './PageSkeleton.module.css'

/** Holds the place of a page that is on its way. */
export function PageSkeleton() {
  return (
    <div className={styles.page} aria-busy="true">
      {/* Plain: this is the first thing that a page loads. */}
      <span className={styles.hidden}>Loading</span>
      <Card>
        <Skeleton inlineSize="8rem" />
        <Skeleton inlineSize="14rem" blockSize="2rem" />
        <Skeleton blockSize="15rem" shape="block" />
      </Card>
      <Card>
        {rows.map((row) => (
          <Skeleton key={row} />
        ))}
      </Card>
    </div>
  )
}

const rows = [0, 1, 2, 3, 4, 5]

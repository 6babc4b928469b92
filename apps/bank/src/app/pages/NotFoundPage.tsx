import { EmptyState } from '@playhead/ui'
import { Link } from '@tanstack/react-router'
import { MapPinOff } from 'lucide-react'
import styles from './FullPage.module.css'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <div className={styles.within}>
      <EmptyState
        level={2}
        icon={<MapPinOff />}
        title="There is no such page"
        actions={<Link to="/">Go to the overview</Link>}
      >
        The link may be mistyped, or from another version of this app.
      </EmptyState>
    </div>
  )
}

import { EmptyState } from '@playhead/ui'
import { Unplug } from 'lucide-react'
import styles from './PanelMessage.module.css'

/** The app has no store that was attached. */
export function NoStore() {
  return (
    <main className={styles.message}>
      <EmptyState icon={<Unplug />} title="No store is attached" level={2}>
        <p>
          Call <code>attachDevtools(store)</code> in the app, after the store was created. It shows up here by itself.
        </p>
      </EmptyState>
    </main>
  )
}

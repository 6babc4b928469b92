import { Button, EmptyState } from '@playhead/ui'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Bug } from 'lucide-react'
import styles from './FullPage.module.css'

/** In place of a page that failed to draw. The rest of the app goes on, and the ledger is not touched. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  return (
    <div className={styles.within}>
      <EmptyState
        level={2}
        icon={<Bug />}
        title="This page failed"
        actions={
          <>
            <Button onPress={() => location.reload()}>Reload</Button>
            <Button variant="primary" onPress={reset}>
              Try again
            </Button>
          </>
        }
      >
        <p>Your ledger is not affected. What was reported: {error instanceof Error ? error.message : String(error)}</p>
      </EmptyState>
    </div>
  )
}

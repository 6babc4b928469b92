import { Button, EmptyState } from '@playhead/ui'
import { DatabaseZap, PanelsTopLeft } from 'lucide-react'
import { useState } from 'react'
import { startOver } from '../openBank.ts'
import styles from './FullPage.module.css'

/** In place of the page when its log cannot be opened. Nothing is touched before the reader says so. */
export function OpenFailedPage({ error }: { error: unknown }) {
  const isElsewhere = codeOf(error) === 'indexeddb/open-elsewhere'
  return (
    <main className={styles.page}>
      {isElsewhere ? (
        <EmptyState
          level={2}
          icon={<PanelsTopLeft />}
          title="The bank is open in another tab"
          actions={
            <Button variant="primary" onPress={() => location.reload()}>
              Try again here
            </Button>
          }
        >
          One tab at a time writes the ledger, so that none of it is lost. Go to the other tab, or close it and try
          again.
        </EmptyState>
      ) : (
        <Damaged error={error} />
      )}
    </main>
  )
}

function Damaged({ error }: { error: unknown }) {
  const [failure, setFailure] = useState<string>()
  return (
    <EmptyState
      level={2}
      icon={<DatabaseZap />}
      title="The ledger cannot be opened"
      actions={
        <>
          <Button
            onPress={() =>
              void startOver('sample').catch((thrown: unknown) =>
                setFailure(thrown instanceof Error ? thrown.message : String(thrown)),
              )
            }
          >
            Delete it and start over
          </Button>
          <Button variant="primary" onPress={() => location.reload()}>
            Try again
          </Button>
        </>
      }
    >
      <p>{error instanceof Error ? error.message : String(error)}</p>
      {failure !== undefined && <p role="alert">{failure}</p>}
    </EmptyState>
  )
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

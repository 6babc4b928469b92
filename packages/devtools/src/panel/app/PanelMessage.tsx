import { EmptyState, Spinner } from '@playhead/ui'
import { Unplug } from 'lucide-react'
import type { Connection } from '../connection/useConnection.ts'
import styles from './PanelMessage.module.css'

/** Why there is nothing of the app to show. */
export function PanelMessage({ connection }: { connection: Exclude<Connection, { kind: 'open' }> }) {
  return (
    <main className={styles.message} aria-live="polite">
      {connection.kind === 'connecting' && <Spinner label="Connecting to the app" />}
      {connection.kind === 'lost' && (
        <EmptyState icon={<Unplug />} title="The app does not answer" level={2}>
          <p>It was closed or reloaded, or is busy for long. The panel goes on by itself when it answers.</p>
        </EmptyState>
      )}
      {connection.kind === 'mismatch' && (
        <EmptyState icon={<Unplug />} title="The app and this panel are of different versions" level={2}>
          <p>
            {connection.app} speaks version {connection.agent} of the protocol, this panel version {connection.panel}.
            Install the same version of <code>@playhead/devtools</code> on both sides, and reload both.
          </p>
        </EmptyState>
      )}
    </main>
  )
}

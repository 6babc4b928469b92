import { Banner } from '@playhead/ui'
import type { AgentError } from '../../protocol/connectPanel.ts'
import styles from './Refused.module.css'

/** What the app did not answer, in its own words. */
export function Refused({ what, error }: { readonly what: string; readonly error: AgentError }) {
  return (
    <div className={styles.place}>
      <Banner kind="error" title={what}>
        {error.message}
      </Banner>
    </div>
  )
}

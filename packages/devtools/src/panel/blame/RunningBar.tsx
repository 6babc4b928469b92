import { ProgressBar } from '@playhead/ui'
import { pathText } from '../values/paths.ts'
import styles from './RunningBar.module.css'
import type { RunUntil } from './useRunUntilChanged.ts'

/** Says what the playhead is looking for, while it runs. */
export function RunningBar({ run }: { readonly run: RunUntil }) {
  if (!run.running) return null
  const { of, direction } = run.running
  return (
    <div className={styles.bar}>
      <ProgressBar
        label={`Running ${direction === 'forward' ? 'on' : 'back'} until ${pathText(of.path)} changes`}
        valueText=""
        onCancel={run.stop}
      />
    </div>
  )
}

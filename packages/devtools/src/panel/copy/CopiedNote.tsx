import { Check, TriangleAlert } from 'lucide-react'
import styles from './CopiedNote.module.css'
import type { Copied } from './useCopy.ts'

/** Says for a moment what came of a copy. Stands over the lower end of what is positioned around it. */
export function CopiedNote({ copied }: { readonly copied: Copied | undefined }) {
  return (
    <div role="status" className={styles.place}>
      {copied && (
        <span className={styles.note} data-failed={!copied.isDone || undefined}>
          {copied.isDone ? <Check aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
          {copied.message}
        </span>
      )}
    </div>
  )
}

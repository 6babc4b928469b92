import { Button, Skeleton } from '@playhead/ui'
import { ChevronRight, RefreshCw } from 'lucide-react'
import { useId, useState } from 'react'
import type { ChangesView } from '../../protocol/calls.ts'
import { ChangeTree } from '../inspector/diff/ChangeTree.tsx'
import { countOf } from '../records/format.ts'
import styles from './Difference.module.css'

export interface DifferenceProps {
  changes: ChangesView | undefined
  refused: string | undefined
  isWaiting: boolean
  /** One of the two has gone on since they were compared. */
  isOld: boolean
  onAgain: () => void
  /** A value is looked at in the state of the branch. */
  onOpen: () => void
}

/** How the end of a branch differs from the end of what it branches from. */
export function Difference({ changes, refused, isWaiting, isOld, onAgain, onOpen }: DifferenceProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  if (refused !== undefined) return <p className={styles.refused}>{refused}</p>
  if (!changes) {
    return (
      <div className={styles.waiting} role="status" aria-label="Comparing with the original">
        <Skeleton inlineSize="9rem" />
      </div>
    )
  }
  const count = changes.changes.length + changes.more
  return (
    <div className={styles.difference}>
      <div className={styles.line}>
        {count === 0 ? (
          <span className={styles.words}>At the end nothing differs from the original</span>
        ) : (
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronRight aria-hidden="true" data-open={isOpen || undefined} />
            {countOf(count, 'value differs', 'values differ')} at the end
          </button>
        )}
        {isOld && (
          <Button size="sm" variant="ghost" icon={<RefreshCw />} isPending={isWaiting} onPress={onAgain}>
            Compare again
          </Button>
        )}
      </div>
      {isOpen && count > 0 && (
        <div id={id} className={styles.tree}>
          <ChangeTree label="Differences at the end" changes={changes} onOpen={onOpen} isWaiting={isWaiting} />
        </div>
      )}
    </div>
  )
}

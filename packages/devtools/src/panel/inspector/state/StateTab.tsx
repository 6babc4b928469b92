import type { Path } from '@playhead/core'
import { EmptyState } from '@playhead/ui'
import { Box } from 'lucide-react'
import { RunningBar } from '../../blame/RunningBar.tsx'
import { useRunUntilChanged } from '../../blame/useRunUntilChanged.ts'
import { CopiedNote } from '../../copy/CopiedNote.tsx'
import { useCopy } from '../../copy/useCopy.ts'
import { formatCount } from '../../records/format.ts'
import { ValueTree } from '../../values/ValueTree.tsx'
import { PinnedValues } from './PinnedValues.tsx'
import styles from './StateTab.module.css'
import { useChangedPaths } from './useChangedPaths.ts'
import { useValueActions } from './useValueActions.tsx'

export interface StateTabProps {
  readonly store: string
  readonly place: number
  /** Opens the tree at a path; a new object opens it anew. */
  readonly reveal: { readonly path: Path } | undefined
}

/** State just after a record: pinned values first, then all of it. */
export function StateTab({ store, place, reveal }: StateTabProps) {
  const run = useRunUntilChanged()
  const { copied, copy } = useCopy()
  const changed = useChangedPaths(store, place)
  const actionsOf = useValueActions({ store, place, run, copy })
  return (
    <div className={styles.tab}>
      <RunningBar run={run} />
      <PinnedValues store={store} place={place} actionsOf={actionsOf} />
      <ValueTree
        className={styles.tree ?? ''}
        label={place < 0 ? 'Initial state' : `State after record ${formatCount(place)}`}
        store={store}
        value={{ of: 'state', at: place }}
        name="state"
        marksChanges
        changed={changed}
        isSearchable
        actionsOf={actionsOf}
        reveal={reveal}
        empty={
          <EmptyState icon={<Box />} title="No state">
            The store has no slices yet.
          </EmptyState>
        }
      />
      <CopiedNote copied={copied} />
    </div>
  )
}

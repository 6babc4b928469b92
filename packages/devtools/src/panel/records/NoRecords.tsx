import { Button, EmptyState, Skeleton } from '@playhead/ui'
import { Inbox, SearchX } from 'lucide-react'
import styles from './Records.module.css'

export interface NoRecordsProps {
  isComing: boolean
  isFiltered: boolean
  onClear: () => void
}

/** What stands where records would: they are on their way, none matches, or there are none. */
export function NoRecords({ isComing, isFiltered, onClear }: NoRecordsProps) {
  if (isComing) {
    return (
      <div className={styles.coming} role="status" aria-label="Loading records">
        {[9, 14, 11, 16, 8, 12].map((width) => (
          <Skeleton key={width} inlineSize={`${width}rem`} />
        ))}
      </div>
    )
  }
  return isFiltered ? (
    <EmptyState
      icon={<SearchX />}
      title="No record matches"
      actions={
        <Button size="sm" onPress={onClear}>
          Clear the filter
        </Button>
      }
    >
      The whole log was searched. Hidden types are not.
    </EmptyState>
  ) : (
    <EmptyState icon={<Inbox />} title="No records yet">
      Whatever the app dispatches is recorded here.
    </EmptyState>
  )
}

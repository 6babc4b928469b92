import { Button, VisuallyHidden } from '@playhead/ui'
import { formatCount } from './format.ts'
import styles from './ListStatus.module.css'

export interface ListStatusProps {
  /** Records of the log. */
  total: number
  rows: number
  searched: number
  isFiltered: boolean
  isFolded: boolean
  isSearching: boolean
  isStopped: boolean
  onStop: () => void
  onGoOn: () => void
}

/** What the list shows of the log, and how far a search is. */
export function ListStatus({
  total,
  rows,
  searched,
  isFiltered,
  isFolded,
  isSearching,
  isStopped,
  onStop,
  onGoOn,
}: ListStatusProps) {
  const share = total === 0 ? 1 : searched / total
  const records = total === 0 ? 'No records' : `${formatCount(total)} ${total === 1 ? 'record' : 'records'}`
  const some = rows === 0 ? `None of ${records}` : undefined
  const shown =
    some ??
    (isFolded
      ? `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'} of ${records}`
      : `${formatCount(rows)} of ${records}`)
  return (
    <div className={styles.status}>
      <span className={styles.words}>{searched > 0 && (isFiltered || isFolded) ? shown : records}</span>
      <VisuallyHidden role="status">{isFiltered && !isSearching ? `${formatCount(rows)} found` : ''}</VisuallyHidden>
      {isSearching && total > 0 && (
        <>
          <span
            role="progressbar"
            aria-label="Search"
            aria-valuenow={Math.floor(share * 100)}
            aria-valuemin={0}
            aria-valuemax={100}
            className={styles.track}
          >
            <span className={styles.fill} style={{ inlineSize: `${share * 100}%` }} />
          </span>
          <span className={styles.share}>{Math.floor(share * 100)} %</span>
          <Button size="sm" variant="ghost" className={styles.button} onPress={onStop}>
            Stop
          </Button>
        </>
      )}
      {isStopped && (
        <>
          <span className={styles.share}>searched {Math.floor(share * 100)} %</span>
          <Button size="sm" variant="ghost" className={styles.button} onPress={onGoOn}>
            Search the rest
          </Button>
        </>
      )}
    </div>
  )
}

import { IconButton } from '@playhead/ui'
import { PinOff } from 'lucide-react'
import type { CSSProperties } from 'react'
import { trackColour } from '../colour/trackColour.ts'
import { useCall } from '../connection/useCall.ts'
import type { Bookmark } from '../model/arrangement.ts'
import { SafeText } from '../values/SafeText.tsx'
import { formatCount } from './format.ts'
import styles from './PinnedRecords.module.css'

export interface PinnedRecordsProps {
  store: string
  bookmarks: readonly Bookmark[]
  selected: number | undefined
  onGo: (offset: number) => void
  onUnpin: (bookmark: Bookmark) => void
}

/** Records that somebody wants to have in view, above all others. */
export function PinnedRecords({ store, bookmarks, selected, onGo, onUnpin }: PinnedRecordsProps) {
  if (bookmarks.length === 0) return null
  return (
    <ul className={styles.pinned} aria-label="Pinned records">
      {bookmarks.map((bookmark) => (
        <PinnedRecord
          key={bookmark.offset}
          store={store}
          bookmark={bookmark}
          isSelected={bookmark.offset === selected}
          onGo={() => onGo(bookmark.offset)}
          onUnpin={() => onUnpin(bookmark)}
        />
      ))}
    </ul>
  )
}

interface PinnedRecordProps {
  store: string
  bookmark: Bookmark
  isSelected: boolean
  onGo: () => void
  onUnpin: () => void
}

function PinnedRecord({ store, bookmark, isSelected, onGo, onUnpin }: PinnedRecordProps) {
  const { offset, note } = bookmark
  const { got, refused } = useCall('record', { store, at: offset })
  const slice = got?.slices[0]
  const colour = slice === undefined ? 'var(--ph-border-strong)' : `var(${trackColour(slice)})`
  return (
    <li className={styles.row} data-selected={isSelected || undefined}>
      <button type="button" className={styles.go} aria-current={isSelected} onClick={onGo}>
        <span className={styles.offset}>{formatCount(offset)}</span>
        <span className={styles.slice} style={{ '--slice': colour } as CSSProperties} aria-hidden="true" />
        <span className={styles.type}>{got && <SafeText>{got.type}</SafeText>}</span>
        <span className={styles.note}>{refused ? 'Not in this log' : <SafeText>{note}</SafeText>}</span>
      </button>
      <IconButton
        size="sm"
        className={styles.unpin}
        label={`Unpin record ${formatCount(offset)}`}
        icon={<PinOff />}
        onPress={onUnpin}
      />
    </li>
  )
}

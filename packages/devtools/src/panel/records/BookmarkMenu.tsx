import { IconButton, Menu, MenuItem, MenuSection } from '@playhead/ui'
import { Bookmark as BookmarkIcon } from 'lucide-react'
import type { Bookmark } from '../model/arrangement.ts'
import { formatCount } from './format.ts'

export interface BookmarkMenuProps {
  bookmarks: readonly Bookmark[]
  onGo: (offset: number) => void
}

/** Bookmarked records of the store, to go to. */
export function BookmarkMenu({ bookmarks, onGo }: BookmarkMenuProps) {
  return (
    <Menu
      placement="bottom end"
      aria-label="Bookmarks"
      trigger={<IconButton size="sm" label={`Bookmarks (${bookmarks.length})`} icon={<BookmarkIcon />} />}
    >
      <MenuSection title={bookmarks.length === 0 ? 'No bookmarks: press B on a record' : 'Go to'}>
        {bookmarks.map(({ offset, note }) => (
          <MenuItem key={offset} id={String(offset)} description={note || undefined} onAction={() => onGo(offset)}>
            {`Record ${formatCount(offset)}`}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  )
}

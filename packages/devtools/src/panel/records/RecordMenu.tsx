import { IconButton, Menu, MenuItem, MenuSection } from '@playhead/ui'
import {
  ArrowDown,
  ArrowUp,
  Bookmark,
  BookmarkMinus,
  Braces,
  CornerDownRight,
  EyeOff,
  Filter,
  GitCompareArrows,
  History,
  ListPlus,
  Pencil,
  SkipForward,
  Users,
  Zap,
} from 'lucide-react'
import type { RecordRow } from '../../protocol/rows.ts'
import { countOf, formatCount } from './format.ts'
import styles from './RecordMenu.module.css'

/** What can be done with a record. */
export type RecordCommand =
  | 'travel'
  | 'comparePlayhead'
  | 'compareMarked'
  | 'mark'
  | 'bookmark'
  | 'copy'
  | 'hideType'
  | 'filterType'
  | 'filterEffect'
  | 'filterCaused'
  | 'filterOrigin'
  | 'skip'
  | 'edit'
  | 'insert'
  | 'moveUp'
  | 'moveDown'

export interface RecordMenuProps {
  row: RecordRow
  /** Where it opens, in px of the window. */
  at: { readonly x: number; readonly y: number }
  playhead: number
  marked: number | undefined
  isBookmarked: boolean
  onCommand: (command: RecordCommand) => void
  onClose: () => void
}

/** What can be done with a record, or with a run of them, where the pointer is. */
export function RecordMenu({ row, at, playhead, marked, isBookmarked, onCommand, onClose }: RecordMenuProps) {
  const isRun = row.count > 1
  const name = isRun ? countOf(row.count, 'record') : `record ${formatCount(row.offset)}`
  const item = (command: RecordCommand) => ({ id: command, onAction: () => onCommand(command) })
  return (
    <span className={styles.anchor} style={{ insetInlineStart: at.x, insetBlockStart: at.y }}>
      <Menu
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose()
        }}
        aria-label={`Actions for ${name}`}
        trigger={<IconButton label={`Actions for ${name}`} icon={null} excludeFromTabOrder />}
      >
        <MenuSection title={`${row.type} · ${isRun ? name : formatCount(row.offset)}`}>
          <MenuItem {...item('travel')} icon={<History />} shortcut="Enter">
            Travel here
          </MenuItem>
          <MenuItem {...item('comparePlayhead')} icon={<GitCompareArrows />} isDisabled={playhead === lastOf(row)}>
            {`Compare with the playhead (${formatCount(playhead)})`}
          </MenuItem>
          {marked !== undefined && marked !== row.offset ? (
            <MenuItem {...item('compareMarked')} icon={<GitCompareArrows />}>
              {`Compare with record ${formatCount(marked)}`}
            </MenuItem>
          ) : (
            <MenuItem
              {...item('mark')}
              icon={<GitCompareArrows />}
              shortcut="C"
              description={marked === undefined ? 'Then choose the other record' : undefined}
            >
              {marked === undefined ? 'Compare with…' : 'Compare with nothing'}
            </MenuItem>
          )}
        </MenuSection>
        <MenuSection title="What if">
          <MenuItem {...item('skip')} icon={<SkipForward />} shortcut="Del">
            {isRun ? `Skip these ${name}…` : 'Skip this record…'}
          </MenuItem>
          <MenuItem {...item('edit')} icon={<Pencil />} shortcut="E" isDisabled={isRun}>
            Edit the payload…
          </MenuItem>
          <MenuItem {...item('insert')} icon={<ListPlus />} shortcut="A">
            Insert an action after it…
          </MenuItem>
          <MenuItem {...item('moveUp')} icon={<ArrowUp />} shortcut="Alt ↑" isDisabled={isRun}>
            Move up
          </MenuItem>
          <MenuItem {...item('moveDown')} icon={<ArrowDown />} shortcut="Alt ↓" isDisabled={isRun}>
            Move down
          </MenuItem>
        </MenuSection>
        <MenuSection title="Keep">
          <MenuItem {...item('bookmark')} icon={isBookmarked ? <BookmarkMinus /> : <Bookmark />} shortcut="B">
            {isBookmarked ? 'Edit the bookmark…' : 'Bookmark…'}
          </MenuItem>
          <MenuItem {...item('copy')} icon={<Braces />} shortcut="Ctrl C">
            Copy as JSON
          </MenuItem>
        </MenuSection>
        <MenuSection title="Show">
          <MenuItem {...item('filterType')} icon={<Filter />}>
            Only this type
          </MenuItem>
          {row.effect === undefined ? null : (
            <MenuItem {...item('filterEffect')} icon={<Zap />}>
              {`Only what ${row.effect} sent`}
            </MenuItem>
          )}
          <MenuItem {...item('filterCaused')} icon={<CornerDownRight />} isDisabled={isRun}>
            Only what it caused
          </MenuItem>
          <MenuItem {...item('filterOrigin')} icon={<Users />}>
            Only from the same origin
          </MenuItem>
          <MenuItem {...item('hideType')} icon={<EyeOff />} shortcut="X">
            Hide this type
          </MenuItem>
        </MenuSection>
      </Menu>
    </span>
  )
}

/** The last record that a row stands for: travelling to a run leads behind all of it. */
export const lastOf = (row: RecordRow): number => row.last?.offset ?? row.offset

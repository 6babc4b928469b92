import { IconButton, SearchField } from '@playhead/ui'
import { ChevronDown, ChevronUp } from 'lucide-react'
import type { Ref } from 'react'
import type { ValueSearch } from './useValueSearch.ts'
import { FOUND_MAX } from './useValueSearch.ts'
import styles from './ValueSearchBar.module.css'

export interface ValueSearchBarProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly search: ValueSearch | undefined
  /** Index of the hit that is shown; −1 before the first. */
  readonly at: number
  readonly onGo: (by: 1 | -1) => void
  readonly inputRef?: Ref<HTMLInputElement>
}

/** Searches a tree: Enter for the next hit, Shift+Enter for the one before. */
export function ValueSearchBar({ text, onText, search, at, onGo, inputRef }: ValueSearchBarProps) {
  return (
    <div className={styles.bar}>
      <SearchField
        label="Search keys and values"
        className={styles.field}
        value={text}
        onChange={onText}
        {...(inputRef && { inputRef })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          onGo(event.shiftKey ? -1 : 1)
        }}
      />
      {search && (
        <>
          <span role="status" className={styles.count} data-refused={search.refused ? true : undefined}>
            {wordsOf(search, at)}
          </span>
          <IconButton
            size="sm"
            label="Hit before"
            shortcut="⇧Enter"
            icon={<ChevronUp />}
            isDisabled={search.found.length === 0}
            onPress={() => onGo(-1)}
          />
          <IconButton
            size="sm"
            label="Next hit"
            shortcut="Enter"
            icon={<ChevronDown />}
            isDisabled={search.found.length === 0}
            onPress={() => onGo(1)}
          />
        </>
      )}
    </div>
  )
}

function wordsOf({ found, searched, isDone, refused }: ValueSearch, at: number): string {
  if (refused) return refused.message
  const total = found.length >= FOUND_MAX ? `${FOUND_MAX}+` : found.length.toLocaleString('en')
  if (found.length > 0) return at >= 0 ? `${at + 1} of ${total}` : `${total} found`
  return isDone ? 'Nothing found' : `${searched.toLocaleString('en')} values searched`
}

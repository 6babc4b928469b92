import { ToggleButton } from '@playhead/ui'
import { FoldVertical } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { StoreOverview } from '../../protocol/overview.ts'
import { CopiedNote } from '../copy/CopiedNote.tsx'
import { arrangement } from '../model/arrangement.ts'
import { focus } from '../model/focus.ts'
import { panel } from '../model/panelActions.ts'
import { useActions, useSelector } from '../model/panelStore.ts'
import { BookmarkDialog } from './BookmarkDialog.tsx'
import { BookmarkMenu } from './BookmarkMenu.tsx'
import { FilterBar } from './filter/FilterBar.tsx'
import { printFilter } from './filter/filterText.ts'
import { useFilterValues } from './filter/useFilterValues.ts'
import { ListStatus } from './ListStatus.tsx'
import type { Line } from './list/RecordList.ts'
import type { ScrollTarget } from './list/RowScroller.ts'
import { useRecordList } from './list/useRecordList.ts'
import { NoRecords } from './NoRecords.tsx'
import { PinnedRecords } from './PinnedRecords.tsx'
import { RecordMenu } from './RecordMenu.tsx'
import styles from './Records.module.css'
import type { Follows, Lines, RecordTableHandle } from './RecordTable.tsx'
import { RecordTable } from './RecordTable.tsx'
import { commandOfKey } from './recordKeys.ts'
import { useRecordCommands } from './useRecordCommands.ts'

export interface StoreRecordsProps {
  store: StoreOverview
}

/** The records of one store. */
export function StoreRecords({ store }: StoreRecordsProps) {
  const { id, playhead } = store
  const { record: selected } = useSelector(focus)
  const { filter, folded, hidden, bookmarks: allBookmarks } = useSelector(arrangement)
  const { filterChanged, foldingChosen, typeShown, recordChosen, bookmarked: bookmark } = useActions(panel)
  const table = useRef<RecordTableHandle>(null)
  const field = useRef<HTMLInputElement>(null)
  const isLive = playhead.status === 'live'
  const [follows, setFollows] = useState<Follows>(isLive ? 'end' : 'playhead')
  const { values, onWrite } = useFilterValues({ id, effects: store.effects, head: playhead.head })

  const { list, state, isOld } = useRecordList({
    store: id,
    filter: useMemo(() => ({ ...filter, ...(hidden.length > 0 && { hidden }) }), [filter, hidden]),
    folded,
    near: isLive ? playhead.head : playhead.offset,
  })
  const { progress } = state
  const lines = useMemo<Lines>(
    () => ({
      count: state.lines,
      before: state.before,
      at: (index) => list?.lineAt(index),
      indexOf: (line) => list?.indexOf(line),
      want: (from, to) => list?.want(from, to),
    }),
    [list, state],
  )
  const bookmarks = useMemo(() => allBookmarks.filter((each) => each.store === id), [allBookmarks, id])
  const pinned = useMemo(() => bookmarks.filter(({ isPinned }) => isPinned), [bookmarks])
  const bookmarked = useMemo(() => bookmarks.map(({ offset }) => offset), [bookmarks])
  const commands = useRecordCommands({ store, list, bookmarks })

  const show = useCallback(
    async (offset: number, target: ScrollTarget) => {
      const index = await list?.lineOf(offset).catch(() => undefined)
      if (index === undefined) return undefined
      table.current?.scrollTo(index, target)
      return index
    },
    [list],
  )
  // A list that has just come begins at the playhead, or at its end.
  const begun = useRef(list)
  useEffect(() => {
    if (!list || begun.current === list) return
    begun.current = list
    if (isLive) setFollows('end')
    else {
      setFollows('playhead')
      table.current?.scrollTo(list.getState().progress?.nearRow ?? 0, 'middle')
    }
  })
  // Live again: the newest records. Parked: where the playhead went.
  const [wasLive, setWasLive] = useState(isLive)
  if (wasLive !== isLive) {
    setWasLive(isLive)
    if (isLive ? follows === 'playhead' : follows === 'end') setFollows(isLive ? 'end' : 'playhead')
  }
  // Somebody who has the playhead in view sees where it goes.
  const wasInView = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the playhead moves, and before the table has drawn where it went
  useLayoutEffect(() => {
    wasInView.current = table.current?.isPlayheadInView() ?? false
  }, [playhead.offset])
  useEffect(() => {
    if (follows === 'playhead' || (follows === 'nothing' && !isLive && wasInView.current)) {
      void show(playhead.offset, 'inside')
    }
  }, [follows, isLive, playhead.offset, show])
  // Somebody chose a record elsewhere in the panel.
  const chosenHere = useRef<number>(undefined)
  useEffect(() => {
    if (selected === undefined || chosenHere.current === selected) return
    chosenHere.current = selected
    void show(selected, 'inside').then((index) => {
      if (index !== undefined) table.current?.activate(index)
    })
  }, [selected, show])

  const select = (line: Line) => {
    if (!line.row) return
    chosenHere.current = line.row.offset
    recordChosen(line.row.offset)
  }
  const goTo = (offset: number) => {
    setFollows('nothing')
    recordChosen(offset)
    chosenHere.current = offset
    void show(offset, 'middle').then((index) => {
      if (index !== undefined) table.current?.activate(index)
      table.current?.focus()
    })
  }
  const onKey = (event: KeyboardEvent, line: Line, index: number): boolean => {
    if (event.key === '/' || (event.key === 'f' && (event.ctrlKey || event.metaKey))) {
      field.current?.focus()
      field.current?.select()
      return true
    }
    const command = commandOfKey(event)
    if (!command) return false
    commands.run(command, line, index)
    return true
  }

  const isFiltered = printFilter(filter) !== '' || hidden.length > 0
  return (
    <div className={styles.records}>
      <div className={styles.bar}>
        <FilterBar
          filter={filter}
          onChange={filterChanged}
          values={values}
          onWrite={onWrite}
          hidden={hidden}
          onShow={typeShown}
          refused={state.refused?.message}
          onLeave={() => table.current?.focus()}
          inputRef={field}
        />
        <div className={styles.tools}>
          <ToggleButton size="sm" icon={<FoldVertical />} isSelected={folded} onChange={foldingChosen}>
            Fold
          </ToggleButton>
          <BookmarkMenu bookmarks={bookmarks} onGo={goTo} />
        </div>
      </div>
      <PinnedRecords
        store={id}
        bookmarks={pinned}
        selected={selected}
        onGo={goTo}
        onUnpin={({ store: of, offset, note }) => void bookmark({ store: of, offset, note })}
      />
      <div className={styles.list}>
        <RecordTable
          handle={table}
          label={`Records of ${store.name}`}
          lines={lines}
          playhead={playhead.offset}
          isLive={isLive}
          selected={selected}
          bookmarks={bookmarked}
          marked={commands.marked}
          text={filter.payload}
          follows={follows}
          isOld={isOld}
          empty={<NoRecords isComing={state.isSearching} isFiltered={isFiltered} onClear={() => filterChanged({})} />}
          onSelect={select}
          onTravel={(line) => commands.run('travel', line, -1)}
          onToggle={(index) => list?.toggle(index)}
          onMenu={commands.openMenu}
          onReorder={commands.reorder}
          onKey={onKey}
          onFollow={setFollows}
        />
        <CopiedNote copied={commands.copied} />
      </div>
      <ListStatus
        total={progress?.total ?? playhead.head + 1}
        rows={progress?.rows ?? 0}
        searched={progress?.searched ?? 0}
        isFiltered={isFiltered}
        isFolded={folded}
        isSearching={state.isSearching && progress !== undefined}
        isStopped={state.isHeld}
        onStop={() => void list?.hold(true)}
        onGoOn={() => void list?.hold(false)}
      />
      {commands.menu && (
        <RecordMenu
          row={commands.menu.row}
          at={commands.menu.at}
          playhead={playhead.offset}
          marked={commands.marked}
          isBookmarked={bookmarked.includes(commands.menu.row.offset)}
          onCommand={commands.runInMenu}
          onClose={commands.closeMenu}
        />
      )}
      {commands.noted !== undefined && (
        <BookmarkDialog
          key={commands.noted}
          offset={commands.noted}
          bookmark={commands.bookmark}
          onSave={commands.saveNote}
          onRemove={commands.removeNote}
          onClose={commands.closeNote}
        />
      )}
    </div>
  )
}

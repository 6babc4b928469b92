import { Button, EmptyState, Skeleton, ToggleButton } from '@playhead/ui'
import { ArrowDownToLine, FoldVertical, History, Inbox, SearchX } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
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
import { useRecordList } from './list/useRecordList.ts'
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
  const { filterChanged, foldingChosen, typeShown, recordChosen } = useActions(panel)
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
  const bookmarked = useMemo(() => bookmarks.map(({ offset }) => offset), [bookmarks])
  const commands = useRecordCommands({ store, list, bookmarks })

  const show = useCallback(
    async (offset: number, target: 'nearest' | 'middle') => {
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
  useEffect(() => {
    if (follows === 'playhead') void show(playhead.offset, 'nearest')
  }, [follows, playhead.offset, show])
  // Somebody chose a record elsewhere in the panel.
  const chosenHere = useRef<number>(undefined)
  useEffect(() => {
    if (selected === undefined || chosenHere.current === selected) return
    chosenHere.current = selected
    void show(selected, 'nearest').then((index) => {
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
          empty={<Nothing isComing={state.isSearching} isFiltered={isFiltered} onClear={() => filterChanged({})} />}
          onSelect={select}
          onTravel={(line) => commands.run('travel', line, -1)}
          onToggle={(index) => list?.toggle(index)}
          onMenu={commands.openMenu}
          onReorder={commands.reorder}
          onKey={onKey}
          onFollow={setFollows}
        />
        <div className={styles.back}>
          {follows === 'nothing' && lines.count > 0 && (
            <Button
              size="sm"
              icon={isLive ? <ArrowDownToLine /> : <History />}
              onPress={() => setFollows(isLive ? 'end' : 'playhead')}
            >
              {isLive ? 'Newest' : 'Playhead'}
            </Button>
          )}
        </div>
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
      {commands.noted && (
        <BookmarkDialog
          key={commands.noted.offset}
          offset={commands.noted.offset}
          note={commands.noted.note}
          onSave={commands.saveNote}
          onRemove={commands.removeNote}
          onClose={commands.closeNote}
        />
      )}
    </div>
  )
}

function Nothing({ isComing, isFiltered, onClear }: { isComing: boolean; isFiltered: boolean; onClear: () => void }) {
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

import { useState } from 'react'
import type { BranchEdit } from '../../protocol/calls.ts'
import type { StoreOverview } from '../../protocol/overview.ts'
import type { RecordRow } from '../../protocol/rows.ts'
import { useCommand, useNotices } from '../app/NoticesContext.ts'
import { useAgent } from '../connection/AgentContext.ts'
import { useCopy } from '../copy/useCopy.ts'
import type { Bookmark } from '../model/arrangement.ts'
import { panel } from '../model/panelActions.ts'
import { useActions } from '../model/panelStore.ts'
import type { Line, RecordList } from './list/RecordList.ts'
import { NAMED_MAX } from './list/RecordList.ts'
import { orderOf } from './orderOf.ts'
import type { RecordCommand } from './RecordMenu.tsx'
import { lastOf } from './RecordMenu.tsx'

interface OpenMenu {
  readonly row: RecordRow
  readonly line: Line
  readonly index: number
  readonly at: { readonly x: number; readonly y: number }
}

interface RecordCommandsOptions {
  readonly store: StoreOverview
  readonly list: RecordList | undefined
  readonly bookmarks: readonly Bookmark[]
}

/** What a menu, a key or a drag does with a record. */
export function useRecordCommands({ store, list, bookmarks }: RecordCommandsOptions) {
  const agent = useAgent()
  const actions = useActions(panel)
  const command = useCommand()
  const notices = useNotices()
  const { copied, copy } = useCopy()
  const [menu, setMenu] = useState<OpenMenu>()
  const [noted, setNoted] = useState<number>()
  const [marked, setMarked] = useState<number>()
  const { id, playhead } = store

  const draft = (edit: Omit<BranchEdit, 'at'>) =>
    actions.branchDrafted({ store: id, edit: { at: playhead.head, ...edit } })
  const compare = (a: number, b: number) => {
    actions.comparisonChosen({ before: Math.min(a, b), after: Math.max(a, b) })
    actions.inspectorTabChosen('diff')
    setMarked(undefined)
  }
  const filterBy = (filter: Parameters<typeof actions.filterChanged>[0]) => actions.filterChanged(filter)
  const skip = async (row: RecordRow) => {
    const without = row.count === 1 ? [row.offset] : await list?.offsetsOf(row)
    if (without) draft({ without })
    else tooMany(`A run of ${row.count.toLocaleString('en')} records cannot be skipped as one`)
  }
  const tooMany = (title: string) =>
    notices.show({
      tone: 'negative',
      title: `${title}: a branch names each of them, up to ${NAMED_MAX.toLocaleString('en')}.`,
    })
  const reorder = (row: RecordRow, behind: number) => {
    if (behind === row.offset || behind === row.offset - 1) return
    if (row.count > 1) {
      notices.show({ title: 'A run is not moved as one: unfold it, and move a record of it.' })
      return
    }
    const order = orderOf(row.offset, behind)
    if (order.length > NAMED_MAX) tooMany(`Record ${row.offset.toLocaleString('en')} cannot be moved so far`)
    else draft({ order })
  }
  /** Behind the line above the one above, or behind the one below: past one line that is shown. */
  const move = (row: RecordRow, index: number, by: -1 | 1) => {
    const other = list?.lineAt(index + by)?.row
    if (other) reorder(row, by === -1 ? other.offset - 1 : lastOf(other))
  }

  const run = (name: RecordCommand, line: Line, index: number) => {
    const { row } = line
    if (!row) return
    switch (name) {
      case 'travel':
        actions.recordChosen(row.offset)
        return void command('seek', { store: id, to: lastOf(row) })
      case 'comparePlayhead':
        return compare(lastOf(row), playhead.offset)
      case 'compareMarked':
        return marked === undefined ? undefined : compare(marked, row.offset)
      case 'mark':
        if (marked !== undefined && marked !== row.offset) return compare(marked, row.offset)
        return setMarked(marked === row.offset ? undefined : row.offset)
      case 'bookmark':
        return setNoted(row.offset)
      case 'copy':
        return copy(
          `record ${row.offset.toLocaleString('en')}`,
          agent
            .call('text', { store: id, value: { of: 'record', at: row.offset }, path: [], as: 'json' })
            .then(({ text, more }) => {
              if (more > 0) throw new Error(`it is ${(text.length + more).toLocaleString('en')} characters long`)
              return text
            }),
        )
      case 'hideType':
        return void actions.typeHidden(row.type)
      case 'filterType':
        return void filterBy({ type: row.type })
      case 'filterEffect':
        return row.effect === undefined ? undefined : void filterBy({ effect: row.effect })
      case 'filterCaused':
        return void filterBy({ causedBy: row.id })
      case 'filterOrigin':
        return void filterBy({ origin: row.id.slice(0, row.id.lastIndexOf('.')) })
      case 'skip':
        return void skip(row)
      case 'edit':
        return row.count > 1 ? undefined : void draft({ replace: { [row.offset]: { type: row.type, payload: '' } } })
      case 'insert':
        return void draft({ insert: { [lastOf(row)]: [{ type: '', payload: '' }] } })
      case 'moveUp':
        return move(row, index, -1)
      case 'moveDown':
        return move(row, index, 1)
    }
  }

  return {
    marked,
    copied,
    menu,
    run,
    openMenu: (line: Line, index: number, at: OpenMenu['at']) => {
      if (line.row) setMenu({ row: line.row, line, index, at })
    },
    closeMenu: () => setMenu(undefined),
    runInMenu: (name: RecordCommand) => {
      if (menu) run(name, menu.line, list?.indexOf(menu.line.id) ?? menu.index)
    },
    /** A line was dropped behind another one, −1 for before all. */
    reorder: (line: Line, _index: number, behind: number) => {
      const other = behind < 0 ? undefined : list?.lineAt(behind)?.row
      const first = list?.lineAt(0)?.row
      if (line.row && (other || behind < 0)) reorder(line.row, other ? lastOf(other) : (first?.offset ?? 0) - 1)
    },
    /** The record whose bookmark is written. */
    noted,
    bookmark: bookmarks.find(({ offset }) => offset === noted),
    saveNote: (note: string, isPinned: boolean) => {
      if (noted !== undefined) actions.bookmarked({ store: id, offset: noted, note, ...(isPinned && { isPinned }) })
    },
    removeNote: () => {
      if (noted !== undefined) actions.bookmarkRemoved({ store: id, offset: noted })
    },
    closeNote: () => setNoted(undefined),
  }
}

import type { ListProgress } from '../../../protocol/calls.ts'
import type { AgentConnection, AgentError } from '../../../protocol/connectPanel.ts'
import type { RecordFilter, RecordRow } from '../../../protocol/rows.ts'
import { RowCache } from './RowCache.ts'

/** What a list is opened with. Another filter is another list. */
export interface ListOf {
  readonly store: string
  readonly filter: RecordFilter
  /** Runs of one type as one row. */
  readonly folded: boolean
  /** Where to search first: hits around this place come before all others. */
  readonly near: number
}

/** A line of the list: a row, or one of the records that an unfolded row stands for. */
export interface Line {
  /** Stays with the line while others come before it. Another list has other ones. */
  readonly id: string
  /** `undefined` until it has come. */
  readonly row: RecordRow | undefined
  readonly kind: 'record' | 'run' | 'member'
  /** Of a run: its records are shown below it. */
  readonly isUnfolded: boolean
}

/** What is known of a list as a whole. Another object whenever something has changed, lines included. */
export interface ListState {
  readonly progress: ListProgress | undefined
  /** Rows, and what is unfolded of them. */
  readonly lines: number
  /** Rows that came before the first one since the list was opened. */
  readonly before: number
  readonly refused: AgentError | undefined
  readonly isSearching: boolean
  /** Somebody has stopped the search before its end. */
  readonly isHeld: boolean
}

/**
 * A list of records of the app, of any length: how many there are, and those in view. It holds a window of them and
 * never the log. Unfolding happens here: the app knows runs, and gives the records of one by windows too.
 */
export class RecordList {
  readonly of: ListOf
  readonly #agent: AgentConnection
  readonly #id: string
  readonly #rows: RowCache
  /** Unfolded runs by the key of their row, in the order of the list. */
  #unfolded: readonly UnfoldedRun[] = []
  readonly #listeners = new Set<() => void>()
  readonly #stop: () => void
  #state: ListState = {
    progress: undefined,
    lines: 0,
    before: 0,
    refused: undefined,
    isSearching: true,
    isHeld: false,
  }

  constructor(agent: AgentConnection, of: ListOf) {
    this.of = of
    this.#agent = agent
    this.#id = `records-${++listsOpened}`
    this.#rows = new RowCache((from, to) => this.#ask(from, to), this.#tell)
    this.#stop = agent.listen(
      'list',
      { ...of, list: this.#id },
      {
        part: (progress) => this.#progressed(progress),
        refused: (refused) => this.#set({ refused, isSearching: false }),
        ended: () => this.#set({ isSearching: false }),
      },
    )
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly getState = (): ListState => this.#state

  lineAt(index: number): Line | undefined {
    if (index < 0 || index >= this.#state.lines) return undefined
    const place = this.#placeOf(index)
    if (place.member !== undefined) {
      const { run, member } = place
      return { id: `${this.#id}/${run.key}.${member}`, row: run.members.at(member), kind: 'member', isUnfolded: false }
    }
    const row = this.#rows.at(place.key)
    const isUnfolded = this.#unfolded.some((run) => run.key === place.key)
    return { id: `${this.#id}/${place.key}`, row, kind: (row?.count ?? 1) > 1 ? 'run' : 'record', isUnfolded }
  }

  /** Lines `from` up to `to` are in view. */
  want(from: number, to: number): void {
    const last = Math.min(to, this.#state.lines) - 1
    if (last < from) return
    const begin = this.#placeOf(Math.max(0, from))
    const end = this.#placeOf(last)
    this.#rows.want(begin.key, end.key + 1)
    for (const run of this.#unfolded) {
      if (run.key < begin.key || run.key > end.key) continue
      const start = run.key === begin.key ? (begin.member ?? 0) : 0
      const stop = run.key === end.key ? (end.member ?? -1) + 1 : run.count
      if (stop > start) run.members.want(start, stop)
    }
  }

  /** Shows the records of a run below it, or hides them again. `index` is the run's line. */
  toggle(index: number): void {
    const { key, member } = this.#placeOf(index)
    const row = this.#rows.at(key)
    if (member !== undefined || !row || row.count < 2) return
    const open = this.#unfolded.find((run) => run.key === key)
    open?.members.close()
    this.#unfolded = open
      ? this.#unfolded.filter((run) => run !== open)
      : [...this.#unfolded, this.#unfold(key, row)].sort((a, b) => a.key - b.key)
    this.#count()
  }

  /** Where a line stands now; `undefined` when it is gone. */
  indexOf(id: string): number | undefined {
    const [list, place = ''] = id.split('/')
    if (list !== this.#id) return undefined
    const [key = 0, member] = place.split('.').map(Number)
    const run = this.#unfolded.find((each) => each.key === key)
    if (member !== undefined && (!run || member >= run.count)) return undefined
    const index = this.#lineOfKey(key) + (member === undefined ? 0 : member + 1)
    return index >= 0 && index < this.#state.lines ? index : undefined
  }

  /** The line of a record, or of the next one that the list has. */
  async lineOf(offset: number): Promise<number | undefined> {
    const { row, before } = await this.#agent.call('rowOf', { store: this.of.store, list: this.#id, offset })
    const rows = this.#state.progress?.rows ?? 0
    if (rows === 0) return undefined
    const key = Math.min(row, rows - 1) - before
    const run = this.#unfolded.find((each) => each.key === key)
    // Without a filter the records of a run stand one after the other.
    const member = run && Math.min(run.count, Math.max(0, offset - run.offset + 1))
    return this.#lineOfKey(key) + (member ?? 0)
  }

  /** Offsets of the records of a run; `undefined` where they are too many to be named one by one. */
  async offsetsOf({ offset, count }: RecordRow): Promise<readonly number[] | undefined> {
    if (count > NAMED_MAX) return undefined
    const offsets: number[] = []
    for (let from = 0; from < count; from += ROWS_ASKED) {
      const run = { store: this.of.store, list: this.#id, offset, from, to: Math.min(count, from + ROWS_ASKED) }
      offsets.push(...(await this.#agent.call('rowsOfRun', run)).map((row) => row.offset))
    }
    return offsets
  }

  /** Stops the search, or lets it go on. What was found stays. */
  async hold(isHeld: boolean): Promise<void> {
    this.#set({ isSearching: !isHeld && !this.#state.progress?.done, isHeld })
    await this.#agent.call('holdSearch', { store: this.of.store, list: this.#id, isHeld })
  }

  /** Ends whatever the app does for the list. The rows that are here can still be read. */
  stop(): void {
    this.#stop()
    this.#set({ isSearching: false })
  }

  close(): void {
    this.#stop()
    this.#rows.close()
    for (const run of this.#unfolded) run.members.close()
    this.#listeners.clear()
  }

  #ask(from: number, to: number): Promise<readonly RecordRow[]> {
    const { before = 0, rows = 0 } = this.#state.progress ?? {}
    const first = Math.max(0, from + before)
    const last = Math.min(rows, to + before)
    if (last <= first) return Promise.resolve([])
    const window = { store: this.of.store, list: this.#id, from: first, to: last, before }
    return this.#agent
      .call('rows', window)
      .then((got) => (first > from + before ? [...absent(first - from - before), ...got] : got) as RecordRow[])
  }

  #unfold(key: number, row: RecordRow): UnfoldedRun {
    const { store } = this.of
    const fetch = (from: number, to: number) =>
      this.#agent.call('rowsOfRun', { store, list: this.#id, offset: row.offset, from, to })
    return { key, offset: row.offset, count: row.count, members: new RowCache(fetch, this.#tell) }
  }

  #progressed(progress: ListProgress): void {
    const last = this.#state.progress
    this.#state = { ...this.#state, progress, isSearching: !progress.done && !this.#state.isHeld, refused: undefined }
    if (last) {
      // A run may have grown at either end; all between is what it was.
      const grown = progress.total !== last.total || progress.rows !== last.rows || progress.searched !== last.searched
      if (progress.before !== last.before || (this.of.folded && grown)) this.#rows.renew(-last.before)
      if (grown) this.#rows.renewFrom(last.rows - last.before - 1)
    }
    this.#count()
  }

  /** Counts lines anew, with runs that have grown or begin elsewhere. */
  #count(): void {
    this.#unfolded = this.#unfolded.map((run) => {
      const row = this.#rows.at(run.key)
      if (!row || (row.offset === run.offset && row.count === run.count)) return run
      if (row.offset === run.offset) {
        run.members.renewFrom(run.count - 1)
        return { ...run, count: row.count }
      }
      run.members.close()
      return this.#unfold(run.key, row)
    })
    const { rows = 0, before = 0 } = this.#state.progress ?? {}
    const lines = this.#unfolded.reduce((sum, run) => sum + run.count, rows)
    this.#set({ lines, before })
  }

  /** Which row, and which record of it where the row is unfolded, stands at a line. */
  #placeOf(index: number): PlaceInList {
    let key = index - (this.#state.progress?.before ?? 0)
    for (const run of this.#unfolded) {
      if (key <= run.key) return { key }
      if (key <= run.key + run.count) return { key: run.key, member: key - run.key - 1, run }
      key -= run.count
    }
    return { key }
  }

  #lineOfKey(key: number): number {
    const row = key + (this.#state.progress?.before ?? 0)
    return this.#unfolded.reduce((line, run) => (run.key < key ? line + run.count : line), row)
  }

  readonly #tell = () => this.#count()

  #set(change: Partial<ListState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of [...this.#listeners]) listener()
  }
}

interface UnfoldedRun {
  readonly key: number
  readonly offset: number
  readonly count: number
  readonly members: RowCache
}

type PlaceInList =
  | { readonly key: number; readonly member?: undefined }
  | { readonly key: number; readonly member: number; readonly run: UnfoldedRun }

const absent = (length: number): undefined[] => Array.from({ length }, () => undefined)

/** An app gives so many rows at once. */
const ROWS_ASKED = 1_000

/** Records that one edit of a branch may name. */
export const NAMED_MAX = 10_000

let listsOpened = 0

import { PlayheadError } from '@playhead/core'
import type { Calls, Feeds } from '../../protocol/calls.ts'
import type { RecordRow, RowsRange } from '../../protocol/rows.ts'
import type { FeedOut } from '../../protocol/serveAgent.ts'
import { rowOf } from '../records/rowOf.ts'
import type { AgentStores } from '../store/AgentStores.ts'
import type { AgentTime } from '../work/AgentTime.ts'
import { inSlices } from '../work/inSlices.ts'
import { OpenList } from './OpenList.ts'

/** The lists that one panel has open. */
export class OpenLists {
  readonly #stores: AgentStores
  readonly #time: AgentTime
  readonly #lists = new Map<string, OpenList>()
  readonly #holds = new Map<OpenList, (isHeld: boolean) => void>()

  constructor(stores: AgentStores, time: AgentTime) {
    this.#stores = stores
    this.#time = time
  }

  /** Searches in slices, nearest records first, and then follows the log. */
  open(give: Feeds['list']['give'], out: FeedOut<Feeds['list']['part']>): () => void {
    const store = this.#stores.get(give.store)
    const list = new OpenList(store, give)
    const key = keyOf(give.store, give.list)
    const time = this.#time
    const stopped = new AbortController()
    this.#lists.set(key, list)

    let told = Number.NEGATIVE_INFINITY
    const tell = () => {
      told = time.now()
      out.part(list.progress)
    }
    const sliced = () => {
      if (time.now() - told >= TOLD_EVERY_MS) tell()
    }
    let searching = false
    let isHeld = false
    let held = new AbortController()
    const search = () => {
      if (searching || isHeld) return
      searching = true
      inSlices(list.searching(), { time, signal: AbortSignal.any([stopped.signal, held.signal]), sliced }).then(
        () => {
          searching = false
          if (stopped.signal.aborted) return
          tell()
          if (!list.isDone) search()
        },
        (thrown) => out.refuse(thrown),
      )
    }
    const stopFollowing = this.#stores.onChange(() => {
      if (!list.isDone) search()
    })
    this.#holds.set(list, (next) => {
      isHeld = next
      if (isHeld) held.abort()
      else if (held.signal.aborted) {
        held = new AbortController()
        search()
      }
    })
    search()
    return () => {
      stopped.abort()
      this.#holds.delete(list)
      stopFollowing()
      if (this.#lists.get(key) === list) this.#lists.delete(key)
    }
  }

  /**
   * Rows of a list, `to` not included.
   *
   * @throws PlayheadError `devtools/no-list`
   */
  async rows({ store, list: name, from, to, before }: RowsRange): Promise<readonly RecordRow[]> {
    const list = this.#get(store, name)
    // Rows that were found before them since they were counted have moved them on.
    const moved = list.rows.before - (before ?? list.rows.before)
    const begin = Math.max(0, from + moved)
    const end = Math.min(to + moved, begin + ROWS_MAX, list.rows.length)
    // All places at once: while rows are read, the search may move them.
    const found = Array.from({ length: Math.max(0, end - begin) }, (_, at) => list.rows.at(begin + at))
    const rows: RecordRow[] = []
    for (const at of found) if (at) rows.push(await rowOf(list.store, at))
    return rows
  }

  /**
   * The records of a folded row, each in a row of its own.
   *
   * @throws PlayheadError `devtools/no-list`
   */
  async rowsOfRun({ store, list: name, offset, from, to }: Calls['rowsOfRun']['give']): Promise<readonly RecordRow[]> {
    const list = this.#get(store, name)
    const rows: RecordRow[] = []
    for (const each of list.offsetsOfRun(offset, from, Math.min(to, from + ROWS_MAX)))
      rows.push(await rowOf(list.store, { offset: each, end: each, count: 1 }))
    return rows
  }

  /** @throws PlayheadError `devtools/no-list` */
  rowOf(store: string, name: string, offset: number): { readonly row: number; readonly before: number } {
    const { rows } = this.#get(store, name)
    return { row: rows.rowFrom(offset), before: rows.before }
  }

  /**
   * Stops the search of a list, or lets it go on.
   *
   * @throws PlayheadError `devtools/no-list`
   */
  hold({ store, list, isHeld }: Calls['holdSearch']['give']): void {
    this.#holds.get(this.#get(store, list))?.(isHeld)
  }

  #get(store: string, name: string): OpenList {
    const list = this.#lists.get(keyOf(store, name))
    if (list) return list
    throw noList(name)
  }
}

const keyOf = (store: string, list: string) => `${store}\n${list}`

/** Rows that are given at once. */
const ROWS_MAX = 1_000
/** About a frame. */
const TOLD_EVERY_MS = 16

const noList = (name: string) =>
  new PlayheadError({
    code: 'devtools/no-list',
    message: `The list "${name}" is not open. Listen to it before its rows are asked for.`,
  })

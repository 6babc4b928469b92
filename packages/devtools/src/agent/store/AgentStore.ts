import type { Run, Store } from '@playhead/core'
import { PlayheadError } from '@playhead/core'
import type { StoreInspection } from '@playhead/core/inspect'
import { failureSearch, guardDispatch, inspectStore, watchErrors } from '@playhead/core/inspect'
import type { BranchEdit } from '../../protocol/calls.ts'
import type { StoreOverview } from '../../protocol/overview.ts'
import { BLOCK_RECORDS, RecordIndex } from '../index/RecordIndex.ts'
import type { AgentTime } from '../work/AgentTime.ts'
import type { Steps } from '../work/inSlices.ts'
import { inSlices } from '../work/inSlices.ts'
import { CallSites } from './CallSites.ts'
import { SeekTimes } from './SeekTimes.ts'
import { Troubles } from './Troubles.ts'

/** What an app says of a store when it attaches it. */
export interface AttachOptions {
  /** Shown where there are several. Default: `store`. */
  readonly name?: string
  /** What a saved test imports the store from, as `./store`. */
  readonly testImport?: string | undefined
}

/** Where a branch came from. */
export interface Parent {
  readonly store: AgentStore
  readonly at: number
}

/**
 * A store, as the agent knows it. Attached, it is a reference; what costs anything begins when a
 * panel opens.
 */
export class AgentStore {
  readonly id: string
  name: string
  readonly store: Store
  readonly parent: Parent | undefined
  readonly testImport: string | undefined
  /** What it does differently, where it was made in a panel. */
  readonly edit: BranchEdit | undefined
  readonly inspection: StoreInspection
  readonly seekTimes: SeekTimes
  readonly troubles: Troubles
  /** The store whose slices fold it, where it was opened from a session file. */
  readonly like: AgentStore | undefined
  readonly #time: AgentTime
  readonly #unwatch: () => void
  /** Counts what happened while a panel is open. */
  #changes = 0
  #index: RecordIndex | undefined
  #looking = new AbortController()
  /** The past was looked through. */
  #looked = false
  #stopListening: (() => void) | undefined
  #unlock: (() => void) | undefined
  #callSites: CallSites | undefined
  #background: StoreOverview['progress']
  #runs: { readonly of: number; readonly at: number; readonly runs: readonly Run[] } | undefined

  constructor({ id, name, store, parent, testImport, edit, like, time }: AgentStoreOptions) {
    this.id = id
    this.name = name
    this.store = store
    this.parent = parent
    this.testImport = testImport
    this.edit = edit
    this.like = like
    this.inspection = inspectStore(store)
    this.seekTimes = new SeekTimes(time)
    this.#time = time
    // Free until something goes wrong. What went wrong before a panel opened is to be seen in it.
    this.troubles = new Troubles((id) => this.#index?.offsetOf(id) ?? -1)
    this.troubles.failed = (id) => this.#index?.fail(id)
    this.#unwatch = watchErrors(store, (error) => this.troubles.take(error))
  }

  /** The store that this is a branch of, at any depth; itself where it is none. */
  get root(): AgentStore {
    return this.parent?.store.root ?? this
  }

  get isSession(): boolean {
    return this.like !== undefined
  }

  /** The app's own store, in whose place this one may be shown. */
  get stage(): AgentStore {
    const { root } = this
    return root.like?.stage ?? root
  }

  /** The newest runs of effects. Many of them as they stood within the last tenth of a second: to list them takes milliseconds. */
  get runs(): readonly Run[] {
    const now = this.#time.now()
    const known = this.#runs
    const isSame = known?.of === this.#changes || (known && known.runs.length >= MANY_RUNS)
    if (known && isSame && now - known.at < RUNS_KEPT_MS) return known.runs
    const { runs } = this.store
    this.#runs = { of: this.#changes, at: now, runs }
    return runs
  }

  get isLocked(): boolean {
    return this.#unlock !== undefined
  }

  /** Refuses dispatches, or lets them pass again. */
  lock(locked: boolean): void {
    this.#unlock?.()
    this.#unlock = undefined
    if (!locked) return
    const error = lockedError(this.name)
    this.#unlock = guardDispatch(this.store, () => {
      this.troubles.refused(error)
      return error
    })
  }

  get capturesCallSites(): boolean {
    return this.#callSites !== undefined
  }

  captureCallSites(on: boolean): void {
    if (on) this.#callSites ??= new CallSites(this.store)
    else {
      this.#callSites?.stop()
      this.#callSites = undefined
    }
  }

  /** Lines of the stack where a record was dispatched. */
  callSiteOf(id: string): readonly string[] | undefined {
    return this.#callSites?.of(id)
  }

  /** What went wrong with a record. Those that a branch shares went wrong in its parent. */
  errorsOf(id: string): readonly string[] {
    const own = this.troubles.of(id)
    return own.length > 0 || !this.parent ? own : this.parent.store.errorsOf(id)
  }

  /** Long work under way: the store's own, else that of the index. */
  get progress(): StoreOverview['progress'] {
    if (this.#background) return this.#background
    const index = this.#index
    if (!index || index.known > this.head || this.head < LONG_RECORDS) return undefined
    return { done: index.known, total: this.head + 1 }
  }

  isFailed(id: string): boolean {
    return this.errorsOf(id).length > 0
  }

  /** What is known of each record. There while a panel is. */
  get index(): RecordIndex {
    this.#index ??= this.#beginIndex()
    return this.#index
  }

  get head(): number {
    return this.inspection.records.head
  }

  /** A panel has opened. */
  open({ changed, branched }: Watching): void {
    if (this.#stopListening) return
    const tell = () => {
      this.#changes++
      changed()
    }
    this.troubles.noted = tell
    const stopMoves = this.store.subscribe(tell)
    const progress = this.store.progress$.subscribe((progress) => {
      this.#background = progress && { done: progress.done, total: progress.total }
      tell()
    })
    const branches = this.store.timeline.branch$.subscribe(branched)
    this.#stopListening = () => {
      stopMoves()
      branches.unsubscribe()
      progress.unsubscribe()
      this.troubles.noted = undefined
    }
    this.#looking = new AbortController()
    void this.#lookThrough(tell)
  }

  /** The last panel has gone. What it had set up in the app goes with it. */
  close(): void {
    this.#stopListening?.()
    this.#stopListening = undefined
    this.#looking.abort()
    this.#index = undefined
    this.lock(false)
    this.captureCallSites(false)
  }

  /** It is taken out of the agent. */
  detach(): void {
    this.close()
    this.#unwatch()
  }

  /** What must be known of some records, block by block. */
  *knowing(from: number, to: number): Steps<void> {
    for (let block = Math.floor(from / BLOCK_RECORDS); block * BLOCK_RECORDS <= to; block++) yield* this.filling(block)
  }

  /** One block of the index. */
  *filling(block: number): Steps<void> {
    const { index } = this
    while (!index.has(block)) {
      const missing = index.fill(block)
      yield missing === undefined ? undefined : this.store.load({ from: missing, to: missing })
    }
  }

  #beginIndex(): RecordIndex {
    const index = new RecordIndex(this.inspection.records)
    for (const id of this.#failedIds()) index.fail(id)
    return index
  }

  *#failedIds(): Generator<string, void, void> {
    yield* this.troubles.ids
    if (this.parent) yield* this.parent.store.#failedIds()
  }

  /** Reads the log into the index, and then looks for records of the past that are quarantined. */
  async #lookThrough(changed: () => void): Promise<void> {
    const { signal } = this.#looking
    const time = this.#time
    try {
      // Beside what somebody waits for.
      await inSlices(this.#newestFirst(), { time, signal, sliced: changed, sliceMs: BACKGROUND_SLICE_MS })
      changed()
      if (this.parent) return
      const rested = { ...time, turn: () => new Promise<void>((resolve) => void time.after(REST_MS, resolve)) }
      await inSlices(this.#quarantining(), { time: rested, signal, sliceMs: BACKGROUND_SLICE_MS })
      changed()
    } catch {
      // Records that cannot be read are told by whoever asks for them.
    }
  }

  *#newestFirst(): Steps<void> {
    for (let block = Math.floor(this.head / BLOCK_RECORDS); block >= 0; block--) yield* this.filling(block)
  }

  /** The store told of its own records when they were dispatched; those from before it are folded once more. */
  *#quarantining(): Steps<void> {
    if (this.#looked) return
    for (const { found } of failureSearch(this.store)) {
      for (const each of found) this.troubles.quarantine(each, this.inspection.records.timeAt(each.offset))
      yield
    }
    this.#looked = true
  }
}

/** What is told while a panel is open. */
interface Watching {
  /** After a dispatch, a move, an error. */
  changed(): void
  /** A dispatch in the past has begun a branch. */
  branched(branch: Store): void
}

export interface AgentStoreOptions {
  readonly id: string
  readonly name: string
  readonly store: Store
  readonly parent: Parent | undefined
  readonly testImport: string | undefined
  readonly edit?: BranchEdit | undefined
  readonly like?: AgentStore | undefined
  readonly time: AgentTime
}

const lockedError = (name: string) =>
  new PlayheadError({
    code: 'devtools/locked',
    message: `"${name}" is locked in the devtools: nothing is dispatched. Unlock it there to go on.`,
  })

const BACKGROUND_SLICE_MS = 4
/** Between two slices of what nobody waits for. */
const REST_MS = 50
const RUNS_KEPT_MS = 100
const MANY_RUNS = 1_000
/** From so many records on, that they are read into the index is worth telling. */
const LONG_RECORDS = 200_000

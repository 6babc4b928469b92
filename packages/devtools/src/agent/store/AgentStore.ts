import type { Run, Store } from '@playhead/core'
import { PlayheadError } from '@playhead/core'
import type { StoreInspection } from '@playhead/core/inspect'
import { guardDispatch, inspectStore, watchErrors } from '@playhead/core/inspect'
import type { BranchEdit } from '../../protocol/calls.ts'
import type { ErrorView, StoreOverview } from '../../protocol/overview.ts'
import { BLOCK_RECORDS, RecordIndex } from '../index/RecordIndex.ts'
import { visibleText } from '../preview/visibleText.ts'
import type { AgentTime } from '../work/AgentTime.ts'
import type { Steps } from '../work/inSlices.ts'
import { inSlices } from '../work/inSlices.ts'
import { CallSites } from './CallSites.ts'
import { SeekTimes } from './SeekTimes.ts'

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
  /** It was opened from a session file. */
  readonly isSession: boolean
  readonly #time: AgentTime
  readonly #unwatch: () => void
  #tell: (() => void) | undefined
  /** Counts what happened while a panel is open. */
  #changes = 0
  readonly #errors: ErrorView[] = []
  readonly #quarantined = new Set<string>()
  readonly #failed = new Map<string, string[]>()
  #index: RecordIndex | undefined
  #indexing: AbortController | undefined
  #stopListening: (() => void) | undefined
  #unlock: (() => void) | undefined
  #callSites: CallSites | undefined
  #background: StoreOverview['progress']
  #runs: { readonly of: number; readonly at: number; readonly runs: readonly Run[] } | undefined

  constructor({ id, name, store, parent, testImport, edit, isSession = false, time }: AgentStoreOptions) {
    this.id = id
    this.name = name
    this.store = store
    this.parent = parent
    this.testImport = testImport
    this.edit = edit
    this.isSession = isSession
    this.inspection = inspectStore(store)
    this.seekTimes = new SeekTimes(time)
    this.#time = time
    // Free until something goes wrong. What went wrong before a panel opened is to be seen in it.
    this.#unwatch = watchErrors(store, (error) => this.#took(error))
  }

  /** The store that this is a branch of, at any depth; itself where it is none. */
  get root(): AgentStore {
    return this.parent?.store.root ?? this
  }

  get errors(): readonly ErrorView[] {
    return this.#errors
  }

  /** Records that a reducer threw on. */
  get quarantined(): number {
    return this.#quarantined.size
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
      this.#noteRefused(error)
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

  /** What went wrong with a record. */
  errorsOf(id: string): readonly string[] {
    return this.#failed.get(id) ?? []
  }

  /** Long work under way: the store's own, else that of the index. */
  get progress(): StoreOverview['progress'] {
    if (this.#background) return this.#background
    const index = this.#index
    if (!index || index.known > this.head || this.head < LONG_RECORDS) return undefined
    return { done: index.known, total: this.head + 1 }
  }

  /** Whether something went wrong with a record. */
  isFailed(id: string): boolean {
    return this.#failed.has(id)
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
    this.#tell = tell
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
      this.#tell = undefined
    }
    this.#indexInBackground(tell)
  }

  /** The last panel has gone. What it had set up in the app goes with it. */
  close(): void {
    this.#stopListening?.()
    this.#stopListening = undefined
    this.#indexing?.abort()
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
    for (const id of this.#failed.keys()) index.fail(id)
    return index
  }

  #indexInBackground(progressed: () => void): void {
    const indexing = new AbortController()
    this.#indexing = indexing
    const { index } = this
    const self = this
    function* newestFirst(): Steps<void> {
      for (let block = Math.floor(index.head / BLOCK_RECORDS); block >= 0; block--) yield* self.filling(block)
    }
    inSlices(newestFirst(), {
      time: this.#time,
      signal: indexing.signal,
      sliced: progressed,
      // Beside what somebody waits for.
      sliceMs: BACKGROUND_SLICE_MS,
    }).then(progressed, () => {
      // Records that cannot be read are told by whoever asks for them.
    })
  }

  #took(error: PlayheadError): void {
    const { record } = error
    if (error.code === 'fold/reducer-threw' && record) this.#quarantined.add(record.id)
    if (record && error.severity === 'error' && error.code !== UNKNOWN_TYPE) {
      const known = this.#failed.get(record.id)
      if (known) known.push(error.message)
      else if (this.#failed.size < FAILED_KEPT_MAX) this.#failed.set(record.id, [error.message])
      this.#index?.fail(record.id)
    }
    this.#note({ code: error.code, message: visibleText(error.message), offset: record?.offset, time: Date.now() })
  }

  #note(error: ErrorView): void {
    this.#errors.push(error)
    if (this.#errors.length > ERRORS_KEPT_MAX) this.#errors.shift()
    this.#tell?.()
  }

  /** One notice however often it happens: a timer that is refused comes again and again. */
  #noteRefused(error: PlayheadError): void {
    if (this.#errors.at(-1)?.code !== error.code)
      this.#note({ code: error.code, message: error.message, offset: undefined, time: Date.now() })
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
  readonly isSession?: boolean
  readonly time: AgentTime
}

const lockedError = (name: string) =>
  new PlayheadError({
    code: 'devtools/locked',
    message: `"${name}" is locked in the devtools: nothing is dispatched. Unlock it there to go on.`,
  })

/** Told of the first record of a type alone, and no fault of its own. */
const UNKNOWN_TYPE = 'action/unknown-type'
const BACKGROUND_SLICE_MS = 4
const RUNS_KEPT_MS = 100
const MANY_RUNS = 1_000
const ERRORS_KEPT_MAX = 200
/** From so many records on, that they are read into the index is worth telling. */
const LONG_RECORDS = 200_000
const FAILED_KEPT_MAX = 100_000

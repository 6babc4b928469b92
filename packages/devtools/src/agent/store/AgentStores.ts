import type { Store } from '@playhead/core'
import { PlayheadError } from '@playhead/core'
import { showInstead } from '@playhead/core/inspect'
import type { BranchEdit } from '../../protocol/calls.ts'
import type { AgentTime } from '../work/AgentTime.ts'
import type { Frames } from '../work/onceAFrame.ts'
import { onceAFrame } from '../work/onceAFrame.ts'
import type { AttachOptions } from './AgentStore.ts'
import { AgentStore } from './AgentStore.ts'

/** All stores of an app: those it attached, their branches, and sessions that were loaded. */
export class AgentStores {
  readonly #time: AgentTime
  readonly #byId = new Map<string, AgentStore>()
  /** What is shown in the place of the app's own stores. */
  readonly #shown = new Map<AgentStore, AgentStore>()
  readonly #listeners = new Set<() => void>()
  /** A dispatch costs a look whether a frame is due already; what comes of it is done once a frame. */
  readonly #frame: Frames
  #panels = 0
  #cancelClose: (() => void) | undefined

  constructor(time: AgentTime) {
    this.#time = time
    this.#frame = onceAFrame(time, () => {
      for (const listener of this.#listeners) listener()
    })
  }

  get all(): readonly AgentStore[] {
    return [...this.#byId.values()]
  }

  /** @throws PlayheadError `devtools/no-store` */
  get(id: string): AgentStore {
    const found = this.#byId.get(id)
    if (found) return found
    throw new PlayheadError({
      code: 'devtools/no-store',
      message: `The app has no store "${id}" any more: it was detached, or the branch was deleted. Choose another one.`,
    })
  }

  /** A store that is attached twice is there once, by the name it was given first. */
  attach(store: Store, { name = 'store', testImport }: AttachOptions): AgentStore {
    const attached = this.all.find((each) => each.store === store)
    if (attached) return attached
    return this.#add({ id: this.#freeId(name), name, store, parent: undefined, testImport })
  }

  addBranch(parent: AgentStore, store: Store, { name, edit }: BranchOptions = {}): AgentStore {
    const at = store.timeline.origin?.at ?? parent.head
    const siblings = this.all.filter((each) => each.root === parent.root && each.parent)
    return this.#add({
      id: this.#freeId(`${parent.root.id}/branch`),
      name: name ?? `Branch ${siblings.length + 1}`,
      store,
      parent: { store: parent, at },
      testImport: parent.testImport,
      edit,
    })
  }

  addSession(store: Store, { name, like }: { readonly name: string; readonly like: AgentStore }): AgentStore {
    return this.#add({
      id: this.#freeId('session'),
      name,
      store,
      parent: undefined,
      testImport: like.testImport,
      like,
    })
  }

  /** Takes a store out, with its branches. They are closed; what the app attached is the app's. */
  remove(store: AgentStore): void {
    if (this.#byId.get(store.id) !== store) return
    for (const each of this.all) if (each.parent?.store === store) this.remove(each)
    if (this.shownOn(store.stage) === store) this.show(store.stage)
    this.#byId.delete(store.id)
    this.#shown.delete(store)
    store.detach()
    if (store.parent || store.isSession) store.store.close().catch(() => {})
    this.#frame.ask()
  }

  rename(store: AgentStore, name: string): void {
    store.name = name
    this.#frame.ask()
  }

  /** What the app shows in the place of a store of its own. */
  shownOn(stage: AgentStore): AgentStore {
    return this.#shown.get(stage) ?? stage
  }

  /** Shows a branch, or a session, in the app in the place of the app's own store; or that store itself. */
  show(store: AgentStore): void {
    const { stage } = store
    if (this.shownOn(stage) === store) return
    this.#shown.set(stage, store)
    showInstead(stage.store, store === stage ? undefined : store.store)
    this.#frame.ask()
  }

  /** Locks a store with its branches and sessions: the app may act on any of them. */
  lock(store: AgentStore, locked: boolean): void {
    for (const each of this.all) if (each.stage === store.stage) each.lock(locked)
    this.#frame.ask()
  }

  captureCallSites(store: AgentStore, on: boolean): void {
    for (const each of this.all) if (each.stage === store.stage) each.captureCallSites(on)
    this.#frame.ask()
  }

  /** A panel has opened. Gives what is to be called when it has gone. */
  open(): () => void {
    this.#cancelClose?.()
    this.#cancelClose = undefined
    if (this.#panels++ === 0) for (const store of this.all) this.#openOne(store)
    let gone = false
    return () => {
      if (gone) return
      gone = true
      // A panel that moves to a window of its own goes and comes again: what it has set up stays.
      if (--this.#panels === 0) this.#cancelClose = this.#time.after(GONE_AFTER_MS, () => this.#closeAll())
    }
  }

  /** Calls back after whatever happened in any store, or to the list of them, at most once a frame. Gives the way to stop it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #add(options: Omit<ConstructorParameters<typeof AgentStore>[0], 'time'>): AgentStore {
    const added = new AgentStore({ ...options, time: this.#time })
    this.#byId.set(added.id, added)
    if (this.#panels > 0) this.#openOne(added)
    this.#frame.ask()
    return added
  }

  #openOne(store: AgentStore): void {
    store.open({ changed: this.#frame.ask, branched: (branch) => void this.addBranch(store, branch) })
  }

  #closeAll(): void {
    this.#cancelClose = undefined
    for (const store of this.all) store.close()
  }

  #freeId(wanted: string): string {
    if (!this.#byId.has(wanted)) return wanted
    let number = 2
    while (this.#byId.has(`${wanted} ${number}`)) number++
    return `${wanted} ${number}`
  }
}

const GONE_AFTER_MS = 1_000

interface BranchOptions {
  readonly name?: string
  readonly edit?: BranchEdit
}

import type { PlayheadError } from '@playhead/core'
import { action, createActions, createSlice, createStore } from '@playhead/core'
import { indexedDbLog } from './indexedDbLog.ts'

/*
 * A page with a store, run in a frame: a document of its own, with its own modules, that can be
 * reloaded and removed like a tab.
 */

const clicks = createActions('clicks', { clicked: action<{ at: Date }>() })
const counter = createSlice('counter', { count: 0 }, (on) => [
  on(clicks.clicked, (state) => {
    state.count++
  }),
])

/** What the test may do in the frame. Errors come as their codes: the classes there are others. */
export interface Tab {
  open(log: string): Promise<void>
  readonly count: number
  readonly head: number
  click(times: number): void
  /** Clicks once, and resolves when that is stored. */
  clickAndStore(): Promise<void>
  clickAndReload(times: number): void
  clickAndLeave(times: number): void
  /** Reloads in the task of the clicks, and no transaction that ran by then completes. */
  clickAbortAndReload(times: number): void
  /** Clicks once more when the write of what was clicked before has begun, and reloads in the same task. */
  clickWriteClickAndReload(before: number, after: number): void
  close(): Promise<void>
}

declare global {
  interface Window {
    tab: Tab
  }
}

let store: ReturnType<typeof open>

const open = (log: string) => createStore({ slices: [counter], log: indexedDbLog(log) })

const click = (times: number) => {
  for (let i = 0; i < times; i++) store.dispatch(clicks.clicked({ at: new Date() }))
}

window.tab = {
  async open(log) {
    store = open(log)
    store.error$.subscribe(() => {})
    await store.ready.catch((error: PlayheadError) => {
      throw (error.cause as PlayheadError).code
    })
  },
  get count() {
    return store.getState().counter.count
  },
  get head() {
    return store.timeline.playhead.head
  },
  click,
  clickAndStore: () => store.durable(store.dispatch(clicks.clicked({ at: new Date() }))),
  clickAndReload(times) {
    click(times)
    location.reload()
  },
  clickAndLeave(times) {
    click(times)
    location.href = 'about:blank'
  },
  clickAbortAndReload(times) {
    IDBTransaction.prototype.commit = function () {
      this.abort()
    }
    click(times)
    location.reload()
  },
  async clickWriteClickAndReload(before, after) {
    click(before)
    // The write begins in a microtask; this goes on in a later one of the same task.
    for (let i = 0; i < 5; i++) await Promise.resolve()
    click(after)
    location.reload()
  },
  close: () => store.close(),
}

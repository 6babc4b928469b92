import type { Store } from '@playhead/core'
import { PlayheadError } from '@playhead/core'
import { isFromPanel } from '../protocol/messages.ts'
import { serveAgent } from '../protocol/serveAgent.ts'
import type { Wire } from '../protocol/Wire.ts'
import type { Answering } from './calls/Answering.ts'
import { createCalls } from './calls/createCalls.ts'
import { createFeeds } from './feeds/createFeeds.ts'
import { OpenLists } from './list/OpenLists.ts'
import type { AttachOptions } from './store/AgentStore.ts'
import { AgentStores } from './store/AgentStores.ts'
import type { AgentTime } from './work/AgentTime.ts'
import type { Steps } from './work/inSlices.ts'
import { inSlices } from './work/inSlices.ts'
import { pageTime } from './work/pageTime.ts'

export interface AgentOptions {
  /** What the app is called. */
  readonly app: string
  /** Port: default is the page's own time. */
  readonly time?: AgentTime
}

/** The app's end of the devtools: answers panels out of the stores that were attached. */
export interface Agent {
  /**
   * Makes a store known, once however often it is attached. It costs nothing until a panel opens:
   * nothing is subscribed to. Gives the way to take it out again, with its branches.
   */
  attach(store: Store, options?: AttachOptions): () => void
  /** Answers the panel at the other end of a wire. Gives the way to stop it. */
  serve(wire: Wire): () => void
}

/** Makes an agent. One serves all stores of a page, and any number of panels. */
export function createAgent({ app, time = pageTime }: AgentOptions): Agent {
  const stores = new AgentStores(time)
  return {
    attach(store, options = {}) {
      const attached = stores.attach(store, options)
      return () => stores.remove(attached)
    },
    serve(wire) {
      let opened: (() => void) | undefined
      // The first message of a panel opens it: a wire that nobody speaks over costs nothing.
      const unhear = wire.onMessage((message) => {
        if (isFromPanel(message)) opened ??= stores.open()
      })
      const gone = new AbortController()
      const answering: Answering = {
        app,
        stores,
        lists: new OpenLists(stores, time),
        time,
        async run<T>(work: Steps<T>) {
          const done = await inSlices(work, { time, signal: gone.signal })
          if (gone.signal.aborted) throw panelGone()
          return done as T
        },
      }
      const stop = serveAgent(wire, createCalls(answering), createFeeds(answering))
      return () => {
        unhear()
        stop()
        gone.abort()
        opened?.()
      }
    },
  }
}

/** Nobody hears of it: the wire is closed. */
const panelGone = () =>
  new PlayheadError({ code: 'devtools/closed', message: 'The panel was closed before the answer was there.' })

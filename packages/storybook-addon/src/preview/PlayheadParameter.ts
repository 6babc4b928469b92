import type { Clock, Dispatchable, EventLog, LogRecord, Random, Store } from '@playhead/core'
import type { ReactNode } from 'react'

/** What a story's store is made with. The same story has the same store each time: ids, times and all. */
export interface StoryPorts {
  /** The log that holds the story's records. */
  readonly log: EventLog
  readonly clock: Clock
  readonly random: Random
}

/** `parameters.playhead`: the store of a story, what happened in it before, and where it is parked. */
export interface PlayheadParameter {
  /** Makes the store, a new one for each story: `(ports) => createStore({ slices, ...ports })`. */
  readonly store?: (ports: StoryPorts) => Store
  /** What happened before: actions, or records as they were logged. */
  readonly records?: readonly (Dispatchable | LogRecord)[]
  /** Where it is parked: an offset, -1 for the time before the first record, `'middle'`, or `'live'`, the default. */
  readonly at?: StoryPlace
  /** The story's time: milliseconds since 1970, at which it stands, or a clock. Default: noon of 2026-01-01, UTC. */
  readonly clock?: number | Clock
  /** What brings the store to the components: the `StoreProvider` of the app's `createHooks`. */
  readonly provider?: (props: { readonly store: Store; readonly children?: ReactNode }) => ReactNode
}

export type StoryPlace = number | 'middle' | 'live'

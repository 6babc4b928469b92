/** A store, as the panel's frame shows it. */
export interface StoreOverview {
  readonly id: string
  readonly name: string
  /** The store it branched from, and where. */
  readonly parent: { readonly id: string; readonly at: number } | undefined
  readonly playhead: {
    readonly offset: number
    readonly head: number
    readonly status: 'live' | 'parked' | 'playing' | 'seeking'
    readonly time: number | undefined
  }
  /** Recorded times at both ends; `undefined` in an empty log. */
  readonly span: { readonly from: number; readonly to: number } | undefined
  readonly slices: readonly string[]
  readonly effects: readonly string[]
  readonly locked: boolean
  /** Whether dispatches note where in the code they were made. */
  readonly capturesCallSites?: boolean
  /** Whether the app shows this one. */
  readonly shown: boolean
  readonly errors: readonly ErrorView[]
  /** Long work under way. */
  readonly progress: { readonly done: number; readonly total: number } | undefined
}

export interface ErrorView {
  readonly code: string
  readonly message: string
  readonly offset: number | undefined
  readonly time: number
}

/** One run of an effect. */
export interface RunView {
  readonly effect: string
  readonly run: number
  readonly startedBy: number | undefined
  readonly startedAt: number
  readonly endedAt: number | undefined
  /** Head of the log when it started, and when it ended: its bar on a timeline of offsets. */
  readonly startedIn?: number
  readonly endedIn?: number | undefined
  readonly outcome: 'running' | 'done' | 'cancelled' | 'superseded' | 'failed'
  /** Offsets of what it emitted. */
  readonly emitted: readonly number[]
  /** Record that cancelled or superseded it. */
  readonly endedBy: number | undefined
}

export interface StoreHealth {
  readonly records: number
  /** Records a minute over the last minutes. */
  readonly recordsPerMinute: number
  readonly bytes: number | undefined
  readonly bytesPerRecord: number | undefined
  readonly checkpoints: number | undefined
  readonly seekMs: { readonly median: number; readonly worst: number } | undefined
  readonly quarantined: number
  readonly durable: boolean
  readonly warnings: readonly ErrorView[]
}

import type { RunView, StoreHealth, StoreOverview } from './overview.ts'
import type { Preview, PreviewEntry } from './Preview.ts'
import type { RecordFilter, RecordRow } from './rows.ts'
import type { ValueRef } from './values.ts'

/** One protocol, one number: an agent and a panel of different numbers say so and stop. */
export const PROTOCOL = 1

type Place = number

/** What a panel may ask, with what it gives and gets. Answered once. */
export interface Calls {
  readonly hello: {
    readonly give: { readonly protocol: number }
    readonly get: { readonly protocol: number; readonly app: string }
  }

  // Records, by windows: a panel holds what it shows, never the log.
  readonly rows: {
    readonly give: { readonly store: string; readonly list: string; readonly from: number; readonly to: number }
    readonly get: readonly RecordRow[]
  }
  /** How many records fall into each of `buckets` equal parts of a range, by track. */
  readonly density: {
    readonly give: {
      readonly store: string
      readonly from: Place
      readonly to: Place
      readonly buckets: number
      readonly tracks: TrackBy
    }
    readonly get: readonly TrackDensity[]
  }
  readonly marks: {
    readonly give: { readonly store: string; readonly from: Place; readonly to: Place; readonly tracks: TrackBy }
    readonly get: readonly RecordMark[]
  }
  readonly runs: {
    readonly give: { readonly store: string; readonly from: Place; readonly to: Place }
    readonly get: readonly RunView[]
  }

  // Values, by windows too.
  readonly value: { readonly give: ValueRef; readonly get: Preview }
  readonly children: {
    readonly give: ValueRef & { readonly from: number; readonly to: number }
    readonly get: readonly PreviewEntry[]
  }
  readonly diff: {
    readonly give: { readonly store: string; readonly before: Place; readonly after: Place }
    readonly get: ChangesView
  }
  readonly causes: { readonly give: { readonly store: string; readonly at: Place }; readonly get: CauseGraph }
  readonly timing: { readonly give: { readonly store: string; readonly at: Place }; readonly get: TimingView }
  readonly health: { readonly give: { readonly store: string }; readonly get: StoreHealth }

  // The playhead.
  readonly seek: { readonly give: { readonly store: string; readonly to: Place }; readonly get: undefined }
  readonly step: { readonly give: { readonly store: string; readonly by: number }; readonly get: undefined }
  readonly live: { readonly give: { readonly store: string }; readonly get: undefined }
  readonly play: {
    readonly give: {
      readonly store: string
      readonly speed: number
      readonly maxIdleMs: number
      readonly loop?: { readonly from: Place; readonly to: Place }
    }
    readonly get: undefined
  }
  readonly pause: { readonly give: { readonly store: string }; readonly get: undefined }

  // What changes something.
  readonly dispatch: {
    readonly give: { readonly store: string; readonly type: string; readonly payload: string }
    readonly get: undefined
  }
  readonly lock: { readonly give: { readonly store: string; readonly locked: boolean }; readonly get: undefined }
  readonly captureCallSites: {
    readonly give: { readonly store: string; readonly on: boolean }
    readonly get: undefined
  }
  readonly branch: {
    readonly give: { readonly store: string; readonly edit: BranchEdit; readonly name?: string }
    readonly get: { readonly branch: string }
  }
  readonly renameBranch: { readonly give: { readonly store: string; readonly name: string }; readonly get: undefined }
  readonly deleteBranch: { readonly give: { readonly store: string }; readonly get: undefined }
  /** Which branch the app shows; the original by its own id. */
  readonly show: { readonly give: { readonly store: string }; readonly get: undefined }

  // Sessions.
  readonly saveSession: {
    readonly give: { readonly store: string; readonly from: Place; readonly to: Place }
    readonly get: { readonly text: string; readonly redacted: readonly string[] }
  }
  readonly loadSession: { readonly give: { readonly text: string; readonly name: string }; readonly get: SessionReport }
  readonly saveTest: {
    readonly give: { readonly store: string; readonly from: Place; readonly to: Place }
    readonly get: { readonly text: string }
  }
}

/** What a panel may listen to, with what it gives and each part that it gets, until it stops. */
export interface Feeds {
  /** Every store in the app, at most once a frame. */
  readonly overview: { readonly give: Record<never, never>; readonly part: readonly StoreOverview[] }
  /** Opens a list of records: `rows` asks for windows of it while this is open. */
  readonly list: {
    readonly give: {
      readonly store: string
      readonly list: string
      readonly filter: RecordFilter
      readonly folded: boolean
      readonly near: Place
    }
    readonly part: ListProgress
  }
  /** Who changed this: newest first, from `near` backwards. */
  readonly blame: {
    readonly give: ValueRef & { readonly near: Place }
    readonly part: BlameHit | { readonly kind: 'searched'; readonly down: Place }
  }
  /** Runs until the value changes; one part with the place, or `undefined` at the head. */
  readonly runUntilChanged: {
    readonly give: ValueRef & { readonly from: Place }
    readonly part: { readonly at: Place | undefined }
  }
}

export interface ListProgress {
  /** Rows so far. They are in the order of the log; more may come before and behind. */
  readonly rows: number
  /** Rows that came before the first one since the list was opened: keeps a scrolled list where it is. */
  readonly before: number
  /** Row of the record at `near`, or of the next one that fits. */
  readonly nearRow: number
  readonly searched: number
  readonly total: number
  readonly done: boolean
}

export interface BlameHit {
  readonly kind: 'hit'
  readonly row: RecordRow
  readonly before: Preview
  readonly after: Preview
}

export type TrackBy = 'slice' | 'effect' | 'origin'

export interface TrackDensity {
  readonly track: string
  readonly counts: readonly number[]
  readonly failed: readonly number[]
}

export interface RecordMark {
  readonly offset: number
  readonly track: string
  readonly type: string
  readonly time: number
  readonly failed: boolean
}

export interface ChangeView {
  readonly kind: 'added' | 'changed' | 'removed'
  readonly path: readonly (string | number)[]
  readonly before?: Preview
  readonly after?: Preview
}

export interface ChangesView {
  readonly changes: readonly ChangeView[]
  /** More than are shown. */
  readonly more: number
}

export interface CauseNode {
  readonly id: string
  /** Absent while the record is pending. */
  readonly offset: number | undefined
  readonly type: string
  readonly time: number
  readonly effect: { readonly name: string; readonly run: number } | undefined
}

/** The way from the outside event to a record, and on to what it caused. */
export interface CauseGraph {
  /** Outside event first, the record's own cause last. */
  readonly ancestors: readonly CauseNode[]
  readonly self: CauseNode
  readonly effects: readonly { readonly run: RunView; readonly caused: readonly CauseNode[] }[]
  readonly direct: readonly CauseNode[]
  /** What it caused beyond those that are listed. */
  readonly more: number
}

export interface TimingView {
  readonly reducers: readonly { readonly slice: string; readonly ms: number }[]
  readonly selectorsRun: number | undefined
  readonly subscribersTold: number | undefined
  readonly slow: boolean
}

/** What a branch does differently; offsets are those of the store it branches from. */
export interface BranchEdit {
  readonly at: Place
  readonly without?: readonly number[]
  /** Payloads as the text of the codec. */
  readonly replace?: { readonly [offset: number]: { readonly type: string; readonly payload: string } }
  readonly insert?: { readonly [after: number]: readonly { readonly type: string; readonly payload: string }[] }
  readonly order?: readonly number[]
}

export interface SessionReport {
  readonly store: string
  readonly records: number
  readonly problems: readonly { readonly line: number | undefined; readonly code: string; readonly message: string }[]
  readonly unknownTypes: readonly string[]
  readonly upcast: readonly string[]
  readonly hash: 'same' | 'different' | 'not given'
}

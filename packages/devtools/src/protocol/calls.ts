import type { RunView, StoreHealth, StoreOverview } from './overview.ts'
import type { PayloadShape } from './PayloadShape.ts'
import type { Preview, PreviewEntry } from './Preview.ts'
import type { RecordView } from './RecordView.ts'
import type { RecordFilter, RecordRow, RowsRange, TypeSeen } from './rows.ts'
import type { Redaction, SessionCheck, SessionPlan } from './sessions.ts'
import type { TextForm, ValueFound, ValueRef } from './values.ts'

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
  /** Rows `from` up to, not including, `to`. Fewer, or none, where the list has not so many. */
  readonly rows: { readonly give: RowsRange; readonly get: readonly RecordRow[] }
  /**
   * The records that a folded row stands for, each in a row of its own: `from` up to `to` among those of the run that
   * begins with the record at `offset`. Only those that the list's filter leaves.
   */
  readonly rowsOfRun: {
    readonly give: {
      readonly store: string
      readonly list: string
      readonly offset: number
      readonly from: number
      readonly to: number
    }
    readonly get: readonly RecordRow[]
  }
  /**
   * The row of the record at `offset`, or of the next one that the list has found; the number of rows where there is
   * none. Counted as `ListProgress.rows` is, `before` being the list's when it answered.
   */
  readonly rowOf: {
    readonly give: { readonly store: string; readonly list: string; readonly offset: Place }
    readonly get: { readonly row: number; readonly before: number }
  }
  /** Stops the search of a list that is open, or lets it go on. What it has found stays, and can be asked for. */
  readonly holdSearch: {
    readonly give: { readonly store: string; readonly list: string; readonly isHeld: boolean }
    readonly get: undefined
  }
  /** Types in the log, and those that the app has defined and not used yet; most frequent first, at most 500. */
  readonly types: { readonly give: { readonly store: string }; readonly get: readonly TypeSeen[] }
  /** What payloads of a type look like: its schema where it has one, and the newest that were seen. */
  readonly payloadShape: {
    readonly give: { readonly store: string; readonly type: string }
    readonly get: PayloadShape
  }
  /**
   * How many records fall into each of `buckets` equal parts of a range, by track. `from` is included, `to` is not.
   * Ranges of the timeline may reach beyond both ends of the log, where there is nothing.
   */
  readonly density: {
    readonly give: {
      readonly store: string
      readonly from: Place
      readonly to: Place
      readonly buckets: number
      readonly tracks: TrackBy
      /** With `time`, `from` and `to` are recorded times, and so are the parts. Offsets without it. */
      readonly axis?: TimelineAxis
    }
    readonly get: readonly TrackDensity[]
  }
  /** The records of a range, one by one; the first `most` where there are more. */
  readonly marks: {
    readonly give: {
      readonly store: string
      readonly from: Place
      readonly to: Place
      readonly tracks: TrackBy
      readonly axis?: TimelineAxis
      readonly most?: number
    }
    readonly get: readonly RecordMark[]
  }
  /** Runs that were on at some moment of a range; the longest `most` where there are more. */
  readonly runs: {
    readonly give: {
      readonly store: string
      readonly from: Place
      readonly to: Place
      readonly axis?: TimelineAxis
      readonly most?: number
    }
    readonly get: readonly RunView[]
  }
  /** Recorded times of places, in the order asked; `undefined` for a place without a record. */
  readonly timesAt: {
    readonly give: { readonly store: string; readonly places: readonly Place[] }
    readonly get: readonly (number | undefined)[]
  }

  /** A record, but for its payload: that is a value. */
  readonly record: { readonly give: { readonly store: string; readonly at: Place }; readonly get: RecordView }
  /** The newest record that is not later than a time; −1 before the first. */
  readonly placeAt: { readonly give: { readonly store: string; readonly time: number }; readonly get: Place }

  // Values, by windows too.
  readonly value: { readonly give: ValueRef; readonly get: Preview }
  readonly children: {
    readonly give: ValueRef & { readonly from: number; readonly to: number }
    readonly get: readonly PreviewEntry[]
  }
  /** Where the keys of a path stand among their neighbours, so that a window can be shown around them; as far as there is a value. */
  readonly locate: { readonly give: ValueRef; readonly get: readonly number[] }
  /** A value as text, to copy or to edit. Refused where the form cannot carry it. */
  readonly text: {
    readonly give: ValueRef & { readonly as: TextForm }
    readonly get: {
      readonly text: string /** Characters left out at the end: it was too long. */
      readonly more: number
    }
  }
  readonly diff: {
    readonly give: {
      readonly store: string
      readonly before: Place
      readonly after: Place
      /** At most so many changes, 200 without it. */
      readonly changesMax?: number
    }
    readonly get: ChangesView
  }
  /** The difference between two stores of one app, such as a branch and its original; slices by name. */
  readonly compare: {
    readonly give: {
      readonly before: { readonly store: string; readonly at: Place | 'live' }
      readonly after: { readonly store: string; readonly at: Place | 'live' }
      /** At most so many changes, 200 without it. */
      readonly changesMax?: number
    }
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
  /** What a branch does differently, with the types of the records that its edit names. */
  readonly branchEdit: {
    readonly give: { readonly store: string }
    readonly get: { readonly edit: BranchEdit; readonly types: { readonly [offset: number]: string } }
  }
  readonly renameBranch: { readonly give: { readonly store: string; readonly name: string }; readonly get: undefined }
  readonly deleteBranch: { readonly give: { readonly store: string }; readonly get: undefined }
  /** Which branch the app shows; the original by its own id. */
  readonly show: { readonly give: { readonly store: string }; readonly get: undefined }

  // Sessions.
  /** What a file of this range would hold, and what would be taken out of it. */
  readonly planSession: {
    readonly give: { readonly store: string; readonly from: Place; readonly to: Place; readonly redact?: Redaction }
    readonly get: SessionPlan
  }
  readonly saveSession: {
    readonly give: { readonly store: string; readonly from: Place; readonly to: Place; readonly redact?: Redaction }
    readonly get: { readonly text: string; readonly redacted: readonly string[] }
  }
  /** Reads a file and says what is in it. Opens nothing. */
  readonly checkSession: { readonly give: { readonly text: string }; readonly get: SessionCheck }
  /** Opens what can be read of a file, as a store of its own. */
  readonly loadSession: { readonly give: { readonly text: string; readonly name: string }; readonly get: SessionReport }
  readonly saveTest: {
    readonly give: { readonly store: string; readonly from: Place; readonly to: Place; readonly redact?: Redaction }
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
  /** Keys and values within a value that contain a text, without case, in the order in which they are met. */
  readonly findInValue: {
    readonly give: ValueRef & { readonly text: string; readonly foundMax: number }
    readonly part: ValueFound | { readonly kind: 'searched'; readonly values: number }
  }
  /** Runs until the value changes; one part with the place, or `undefined` at the head, or where it began. */
  readonly runUntilChanged: {
    readonly give: ValueRef & {
      readonly from: Place /** Without it, forward. */
      readonly direction?: 'forward' | 'backward'
    }
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

/** What lies along the timeline: places in the log, or the times at which they were recorded. */
export type TimelineAxis = 'offset' | 'time'

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
  /** From how many milliseconds on a reducer, or all of them together, count as slow. */
  readonly slowMs?: number
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

/** A record in a list: what a line shows, and no more. */
export interface RecordRow {
  readonly offset: number
  readonly id: string
  readonly type: string
  readonly time: number
  /** Milliseconds since the record before it in the log. */
  readonly sincePrevious: number
  /** The first slice that listens to the type, for its colour. */
  readonly slice: string | undefined
  readonly effect: string | undefined
  readonly causedBy: string | undefined
  readonly actor: string | undefined
  /** The payload in a line. */
  readonly summary: string
  readonly failed: boolean
  /** Records that this row stands for: a run of one type, folded. 1 for a row of its own. */
  readonly count: number
  /** The last of them, where they are more than one; all else is said of the first. */
  readonly last?: { readonly offset: number; readonly time: number }
}

/** A window of a list. */
export interface RowsRange {
  readonly store: string
  readonly list: string
  readonly from: number
  readonly to: number
  /**
   * `ListProgress.before` as the asker knew it: `from` and `to` are counted by it. A list that has found more rows
   * before those since then answers with the rows that were meant, so that a window is never one of other rows.
   * Without it, the list's own.
   */
  readonly before?: number
}

/** An action type, as a list of types shows it. */
export interface TypeSeen {
  readonly type: string
  /** The first slice that listens to it. */
  readonly slice: string | undefined
  /** Records of the type in the log. */
  readonly records: number
  readonly hasSchema: boolean
}

/** Which records a list shows. All conditions hold together; an absent one leaves everything. */
export interface RecordFilter {
  /** Words in the type. */
  readonly type?: string
  /** A topic pattern, by RabbitMQ's rules. */
  readonly topic?: string
  /** Text in the payload, without case. */
  readonly payload?: string
  readonly effect?: string
  /** The client part of record ids. */
  readonly origin?: string
  /** Records that changed the value at this path. */
  readonly path?: readonly (string | number)[]
  /** Records that the record with this id caused, by an effect or directly. */
  readonly causedBy?: string
  readonly failedOnly?: boolean
  /** Types that are noise. */
  readonly hidden?: readonly string[]
}

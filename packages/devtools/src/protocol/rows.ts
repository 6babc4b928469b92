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
  readonly failedOnly?: boolean
  /** Types that are noise. */
  readonly hidden?: readonly string[]
}

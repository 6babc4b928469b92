import type { Path } from '@playhead/core'

/** Which value is meant: an agent holds the values, a panel names them. */
export type ValueOf =
  /** State after the record at this place; −1 is the initial state. `live` is the state at the head. */
  | { readonly of: 'state'; readonly at: number | 'live' }
  | { readonly of: 'payload'; readonly at: number }
  | { readonly of: 'record'; readonly at: number }

export interface ValueRef {
  readonly store: string
  readonly value: ValueOf
  readonly path: Path
}

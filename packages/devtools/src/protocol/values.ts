import type { Path } from '@playhead/core'
import type { Preview } from './Preview.ts'

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

/**
 * - `json`: plain JSON, as other programs read it; dates as text, tables and maps as lists of pairs
 * - `code`: a JavaScript expression that makes the value: `{ at: new Date('2024-03-01') }`
 * - `stored`: the text of Playhead's codec, which `branch` and `dispatch` take
 */
export type TextForm = 'json' | 'code' | 'stored'

/** A place within a value where a text was found. */
export interface ValueFound {
  readonly kind: 'found'
  /** From the root of the value that was searched. */
  readonly path: Path
  readonly in: 'key' | 'value'
  readonly value: Preview
}

/**
 * Any value as a panel may show it: safe to send and to render, whatever the app put there.
 * Nothing in it is the app's own object, so nothing is frozen, executed or kept alive.
 */
export type Preview =
  | { readonly kind: 'string'; readonly text: string /** Characters left out at the end. */; readonly more: number }
  | {
      /** What fits in a line as it is. */
      readonly kind: 'number' | 'bigint' | 'boolean' | 'null' | 'undefined' | 'date' | 'symbol' | 'function'
      readonly text: string
    }
  | {
      readonly kind: 'object' | 'array' | 'map' | 'set' | 'table' | 'bytes' | 'error' | 'instance'
      /** `Array(3)`, `Table(10,000)`, the name of a class. */
      readonly label: string
      /** Number of children, of which `entries` are the first. */
      readonly size: number
      readonly entries: readonly PreviewEntry[]
    }
  /** Could not be read: a getter that throws, a value that holds itself. */
  | { readonly kind: 'unreadable'; readonly text: string }

export interface PreviewEntry {
  /** As shown. */
  readonly label: string
  /** As used in a path. */
  readonly key: string | number
  readonly value: Preview
}

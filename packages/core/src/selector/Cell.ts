import type { Selector, SelectorNode } from './Selector.ts'
import type { SliceReads } from './SliceReads.ts'

/** What one view remembers of one selector. */
export interface Cell {
  readonly selector: Selector<unknown>
  readonly node: Extract<SelectorNode<unknown>, { kind: 'derived' }>
  /** The version of the view's state for which it was last found to be right; −1 before its first run. */
  version: number
  /** What each input was, and what was read of it. */
  inputs: readonly CellInput[]
  value: unknown
  /** What its run threw; it is thrown again until something that it read changes. */
  thrown: { readonly error: unknown } | undefined
  /** Called when the value has changed. */
  readonly listeners: Set<() => void>
  /** Cells that are watched and read this one. */
  readonly dependents: Set<Cell>
}

export type CellInput =
  | { readonly kind: 'slice'; readonly name: string; version: number; readonly reads: SliceReads }
  | { readonly kind: 'cell'; readonly cell: Cell; readonly seen: unknown }

/** Whether anybody is to be told when it changes. */
export const isWatched = ({ listeners, dependents }: Cell): boolean => listeners.size > 0 || dependents.size > 0

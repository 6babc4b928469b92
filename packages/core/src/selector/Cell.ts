import type { Few } from './few.ts'
import type { Read } from './Read.ts'
import type { Readers } from './Readers.ts'
import type { Advanced, SelectorNode } from './Selector.ts'
import type { SliceInView } from './SliceInView.ts'

/**
 * What one view remembers of one selector. A page may watch ten thousand of them, and what a
 * dispatch touches of them is cold: so a cell is few objects.
 */
export class Cell {
  readonly node: Exclude<SelectorNode<unknown>, { kind: 'slice' }>
  /** The version of the view's state for which it was last found to be right; −1 before its first run. */
  version = -1
  /** The version of the view's state in which its value became what it is. */
  changedAt = -1
  /** The version of the view's state in which it was last asked, as one who may be affected. */
  askedAt = -1
  value: unknown = undefined
  /** What its run threw; it is thrown again until something that it read changes. */
  thrown: { readonly error: unknown } | undefined = undefined
  /** What was read first of its inputs, and so on. */
  reads: Read | undefined = undefined
  /** Slices and other cells, in the order of the selector's inputs; `undefined` before the first run. */
  inputs: readonly (Cell | SliceInView)[] | undefined = undefined
  /** Called when the value has changed. */
  listeners: Few<() => void> = undefined
  /** Watched cells that read this one. */
  readers: Readers | undefined = undefined
  /** Whether what it reads leads to it: it is watched, itself or through others. */
  linked = false
  /** What an incremental selector goes on from. */
  advanced: Advanced<unknown> | undefined = undefined

  constructor(node: Cell['node']) {
    this.node = node
  }

  /** Whether anybody is to be told when it changes. */
  get isWatched(): boolean {
    return this.listeners !== undefined || (this.readers !== undefined && !this.readers.isEmpty)
  }
}

import type { LibraryName } from './libraries.ts'
import { libraries } from './libraries.ts'

/** What is measured, and of whom. */
export interface Work {
  readonly work: string
  readonly kind: 'ping' | 'other'
  /** Effects that there are. */
  readonly effects: number
  readonly libraries: readonly LibraryName[]
}

const all = Object.keys(libraries) as readonly LibraryName[]

export const works: readonly Work[] = [
  ...[1, 10, 100, 1_000].map(
    (effects): Work => ({ work: `effect: 1 of ${effects}`, kind: 'ping', effects, libraries: all }),
  ),
  { work: 'no effect listens, 0 there', kind: 'other', effects: 0, libraries: ['playhead'] },
  { work: 'no effect listens, 1000 there', kind: 'other', effects: 1_000, libraries: all },
]

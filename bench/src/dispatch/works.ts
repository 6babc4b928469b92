import type { LibraryName } from './libraries.ts'

/** What is measured, and of whom. */
export interface Work {
  readonly work: string
  readonly kind: 'counter' | 'one' | 'all' | 'append'
  /** Subscribers for rows, records in the log for appends. */
  readonly size: number
  readonly libraries: readonly LibraryName[]
}

const withCounter: readonly LibraryName[] = [
  'playhead',
  'playhead (draft)',
  'redux',
  'redux toolkit',
  'zustand',
  'jotai',
  'mobx',
  'preact signals',
  'alien-signals',
  'xstate store',
  'rxjs scan',
  'limit: bare reducer',
]

const withRows: readonly LibraryName[] = [
  'playhead',
  'playhead (draft)',
  'redux, rows in an object',
  'redux, rows in an array',
  'redux toolkit',
  'zustand, rows in an object',
  'zustand, rows in an array',
  'jotai',
  'mobx',
  'preact signals',
  'alien-signals',
  'xstate store',
  'rxjs scan',
  'limit: cells',
  'limit: array scan',
]

const withLedger: readonly LibraryName[] = [
  'playhead',
  'playhead (draft)',
  'limit: the same reducers in a loop',
  'limit: the same draft reducers in a loop',
  'redux',
  'rxjs scan',
]

/** The larger logs take too long to fill for a quick run. */
export function worksOf({ quick }: { readonly quick: boolean }): readonly Work[] {
  const logs = quick ? [1_000, 100_000] : [1_000, 100_000, 1_000_000]
  return [
    { work: 'counter', kind: 'counter', size: 0, libraries: withCounter },
    { work: 'update 1 of 10000 rows, 100 selectors', kind: 'one', size: 100, libraries: withRows },
    { work: 'update 1 of 10000 rows, 10000 selectors', kind: 'one', size: 10_000, libraries: withRows },
    { work: 'update all of 10000 rows', kind: 'all', size: 10_000, libraries: withRows },
    ...logs.map(
      (size): Work => ({
        work: `append ledger, ${size} in the log`,
        kind: 'append',
        size,
        // Without a log the past is only state: one size says it.
        libraries: size === logs[0] ? withLedger : withLedger.slice(0, 3),
      }),
    ),
  ]
}

import type { OpenSearcher, StoreHistory } from './Searcher.ts'

/** Loaded one at a time, each in a process of its own. */
export const searchers = {
  playhead: async () => (await import('./libraries/playheadSearch.ts')).playhead,
  'playhead, reducer ten times slower': async () => (await import('./libraries/playheadSearch.ts')).tenTimesSlower,
  'redux devtools (playhead tables)': async () => (await import('./libraries/reduxDevtoolsSearch.ts')).withTables,
  'limit: folding the suffix': async () => (await import('./libraries/foldSuffix.ts')).foldSuffix,
  'limit: folding the suffix, reducer ten times slower': async () =>
    (await import('./libraries/foldSuffix.ts')).foldSlowSuffix,
} satisfies Readonly<Record<string, () => Promise<OpenSearcher>>>

export type SearcherName = keyof typeof searchers

export const reopeners = {
  playhead: async () => (await import('./libraries/playheadOpen.ts')).fromCheckpoint,
  'playhead (folding from 0)': async () => (await import('./libraries/playheadOpen.ts')).folding,
  'limit: the same reducers in a loop': async () => (await import('./libraries/playheadOpen.ts')).bareLoop,
} satisfies Readonly<Record<string, () => Promise<StoreHistory>>>

export type ReopenerName = keyof typeof reopeners

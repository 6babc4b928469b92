import type { ReopenerName, SearcherName } from './searchers.ts'

/** What a process is to measure: searches and skips, or how a stored history is opened. */
export type SearchQuestion =
  | { readonly kind: 'search'; readonly library: SearcherName; readonly size: number }
  | { readonly kind: 'open'; readonly library: ReopenerName; readonly size: number }

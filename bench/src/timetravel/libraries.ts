import type { OpenHistory } from './Historian.ts'

/** Loaded one at a time, each in a process of its own. */
export const libraries = {
  playhead: async () => (await import('./libraries/playhead.ts')).playhead,
  'playhead, reducer ten times slower': async () => (await import('./libraries/playhead.ts')).tenTimesSlower,
  'redux devtools (playhead tables)': async () => (await import('./libraries/reduxDevtools.ts')).withTables,
  'redux devtools': async () => (await import('./libraries/reduxDevtools.ts')).withPages,
  zundo: async () => (await import('./libraries/zundo.ts')).zundo,
  travels: async () => (await import('./libraries/travels.ts')).travels,
  'limit: array of actions': async () => (await import('./libraries/arrayOfActions.ts')).arrayOfActions,
} satisfies Readonly<Record<string, () => Promise<OpenHistory>>>

export type LibraryName = keyof typeof libraries

import type { Contestant } from './Contestant.ts'

/** Loaded one at a time, each in a process of its own. */
export const libraries = {
  playhead: async () => (await import('./libraries/playhead.ts')).rowReturned,
  'playhead (draft)': async () => (await import('./libraries/playhead.ts')).draft,
  redux: async () => (await import('./libraries/redux.ts')).redux,
  'redux, rows in an object': async () => (await import('./libraries/redux.ts')).rowsInObject,
  'redux, rows in an array': async () => (await import('./libraries/redux.ts')).rowsInArray,
  'redux toolkit': async () => (await import('./libraries/reduxToolkit.ts')).reduxToolkit,
  zustand: async () => (await import('./libraries/zustand.ts')).zustand,
  'zustand, rows in an object': async () => (await import('./libraries/zustand.ts')).rowsInObject,
  'zustand, rows in an array': async () => (await import('./libraries/zustand.ts')).rowsInArray,
  jotai: async () => (await import('./libraries/jotai.ts')).jotai,
  mobx: async () => (await import('./libraries/mobx.ts')).mobx,
  'preact signals': async () => (await import('./libraries/preactSignals.ts')).preactSignals,
  'alien-signals': async () => (await import('./libraries/alienSignals.ts')).alienSignals,
  'xstate store': async () => (await import('./libraries/xstateStore.ts')).xstateStore,
  'rxjs scan': async () => (await import('./libraries/rxjsScan.ts')).rxjsScan,
  'limit: bare reducer': async () => (await import('./libraries/limits.ts')).bareReducer,
  'limit: cells': async () => (await import('./libraries/limits.ts')).cells,
  'limit: array scan': async () => (await import('./libraries/limits.ts')).arrayScan,
  'limit: the same reducers in a loop': async () => (await import('./libraries/limits.ts')).sameReducers,
  'limit: the same draft reducers in a loop': async () => (await import('./libraries/limits.ts')).sameDraftReducers,
} satisfies Readonly<Record<string, () => Promise<Contestant>>>

export type LibraryName = keyof typeof libraries

import type { CreateContestant } from './ReactContestant.ts'

/** Loaded one at a time, each in a page of its own. */
export const libraries = {
  playhead: async () => (await import('./libraries/playhead.tsx')).create,
  'limit: useState': async () => (await import('./libraries/useStateRows.tsx')).create,
  'preact signals': async () => (await import('./libraries/preactSignals.tsx')).create,
  mobx: async () => (await import('./libraries/mobx.tsx')).create,
  jotai: async () => (await import('./libraries/jotai.tsx')).create,
  'zustand, rows in an array': async () => (await import('./libraries/zustand.tsx')).rowsInArray,
  'zustand, rows in an object': async () => (await import('./libraries/zustand.tsx')).rowsInObject,
  'react-redux, rows in an array': async () => (await import('./libraries/reactRedux.tsx')).rowsInArray,
  'react-redux, rows in an object': async () => (await import('./libraries/reactRedux.tsx')).rowsInObject,
  'redux toolkit': async () => (await import('./libraries/reduxToolkit.tsx')).create,
  'xstate store': async () => (await import('./libraries/xstateStore.tsx')).create,
  'rxjs scan': async () => (await import('./libraries/rxjsScan.tsx')).create,
} satisfies Readonly<Record<string, () => Promise<CreateContestant>>>

export type LibraryName = keyof typeof libraries

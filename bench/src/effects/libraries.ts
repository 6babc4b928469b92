import type { EffectsContestant } from './EffectsContestant.ts'

/** Loaded one at a time, each in a process of its own. */
export const libraries = {
  playhead: async () => (await import('./libraries/playhead.ts')).playhead,
  'playhead, subjects by hand': async () => (await import('./libraries/playhead.ts')).playheadAndSubjects,
  'redux-observable': async () => (await import('./libraries/reduxObservable.ts')).reduxObservable,
  'redux toolkit listener': async () => (await import('./libraries/reduxToolkit.ts')).reduxToolkitListener,
  'limit: map of subjects': async () => (await import('./libraries/limits.ts')).mapOfSubjects,
} satisfies Readonly<Record<string, () => Promise<EffectsContestant>>>

export type LibraryName = keyof typeof libraries

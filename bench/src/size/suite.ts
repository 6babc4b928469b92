import type { Suite, Task } from '../harness/Task.ts'
import { downloaded } from './downloaded.ts'

/** What a page downloads to start: built by Vite for production, minified and gzipped. React is never counted. */
export const size: Suite = {
  // The same every time.
  rounds: 1,
  quickRounds: 1,
  prepare: async () => ({ tasks: bundles.map(taskOf) }),
}

interface Bundle {
  readonly work: string
  readonly library: string
  readonly code: string
  readonly without?: readonly string[]
}

const works = {
  minimal: 'size: store, slices, selectors and hooks, without rxjs and immer',
  everything: 'size: everything in core, without rxjs and immer',
  inAll: 'size: store and hooks, with all they need but react',
  history: 'size: store and hooks with a history, with all they need but react',
} as const

const ourHooks = "export { createHooks } from '@playhead/react'"
const ourStore =
  "export { action, createActions, createSlice, createStore, createSelector, createSelectorFamily, table } from '@playhead/core'"
const reduxHooks = "export { Provider, useSelector, useDispatch } from 'react-redux'"
const toolkit = "export { configureStore, createSlice, createEntityAdapter, createSelector } from '@reduxjs/toolkit'"

const bundles: readonly Bundle[] = [
  { work: works.minimal, library: 'playhead', code: `${ourStore}\n${ourHooks}`, without: ['rxjs', 'immer'] },
  {
    work: works.everything,
    library: 'playhead',
    code: "export * from '@playhead/core'",
    without: ['rxjs', 'immer'],
  },
  { work: works.inAll, library: 'playhead', code: `${ourStore}\n${ourHooks}` },
  {
    work: works.inAll,
    library: 'redux, react-redux',
    code: `export { legacy_createStore, combineReducers } from 'redux'\n${reduxHooks}`,
  },
  { work: works.inAll, library: 'redux toolkit, react-redux', code: `${toolkit}\n${reduxHooks}` },
  { work: works.inAll, library: 'zustand', code: "export { create } from 'zustand'" },
  { work: works.inAll, library: 'jotai', code: "export { atom, createStore, Provider, useAtom } from 'jotai'" },
  {
    work: works.inAll,
    library: 'mobx, mobx-react-lite',
    code: "export { makeAutoObservable, observable, runInAction } from 'mobx'\nexport { observer } from 'mobx-react-lite'",
  },
  {
    work: works.inAll,
    library: 'preact signals',
    code: "export { batch, computed, signal } from '@preact/signals-react'\nexport { useSignals } from '@preact/signals-react/runtime'",
  },
  {
    work: works.inAll,
    library: 'alien-signals, no hooks',
    code: "export { computed, effect, endBatch, signal, startBatch } from 'alien-signals'",
  },
  { work: works.inAll, library: 'xstate store, no hooks', code: "export { createStore } from '@xstate/store'" },
  {
    work: works.inAll,
    library: 'rxjs scan, no hooks',
    code: "export { BehaviorSubject, Subject, distinctUntilChanged, map, scan } from 'rxjs'",
  },
  { work: works.history, library: 'playhead', code: `${ourStore}\n${ourHooks}` },
  {
    work: works.history,
    library: 'redux devtools, redux toolkit, react-redux',
    code: `export { instrument } from '@redux-devtools/instrument'\n${toolkit}\n${reduxHooks}`,
  },
  {
    work: works.history,
    library: 'zundo, zustand',
    code: "export { temporal } from 'zundo'\nexport { create } from 'zustand'",
  },
  {
    work: works.history,
    library: 'travels, zustand',
    code: "export { createTravels } from 'travels'\nexport { create } from 'zustand'",
  },
]

function taskOf({ work, library, code, without = [] }: Bundle): Task {
  return {
    library,
    label: `${work}: ${library}`,
    async run() {
      const { start, later } = await downloaded(code, ['react', 'react-dom', 'use-sync-external-store', ...without])
      const atStart = { work, unit: 'kB', value: start } as const
      return later === 0
        ? [atStart]
        : [atStart, { work: `${work}: with what is loaded later`, unit: 'kB', value: start + later }]
    },
  }
}

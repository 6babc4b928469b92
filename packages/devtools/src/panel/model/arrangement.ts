import { createSlice } from '@playhead/core'
import type { TimelineAxis, TrackBy } from '../../protocol/calls.ts'
import type { RecordFilter } from '../../protocol/rows.ts'
import { panel } from './panelActions.ts'

export interface Bookmark {
  readonly store: string
  readonly offset: number
  readonly note: string
  /** Kept in view above the records. */
  readonly isPinned?: boolean
}

/** What somebody has arranged, and finds again when the panel is opened again. */
export interface Arrangement {
  readonly filter: RecordFilter
  readonly folded: boolean
  readonly hidden: readonly string[]
  readonly tracks: TrackBy
  readonly axis: TimelineAxis
  readonly loop: { readonly from: number; readonly to: number } | undefined
  readonly speed: number
  readonly bookmarks: readonly Bookmark[]
  readonly pins: readonly (readonly (string | number)[])[]
  readonly theme: 'system' | 'light' | 'dark'
}

const untouched: Arrangement = {
  filter: {},
  folded: true,
  hidden: [],
  tracks: 'slice',
  axis: 'offset',
  loop: undefined,
  speed: 1,
  bookmarks: [],
  pins: [],
  theme: 'system',
}

const samePath = (a: readonly (string | number)[], b: readonly (string | number)[]) =>
  a.length === b.length && a.every((key, index) => key === b[index])

/** How the panel is arranged, beginning with what was stored. */
export const createArrangement = (stored: Partial<Arrangement> = {}) =>
  createSlice('arrangement', { ...untouched, ...stored } as Arrangement, (on) => [
    on(panel.filterChanged, (state, { payload }) => ({ ...state, filter: payload })),
    on(panel.foldingChosen, (state, { payload }) => ({ ...state, folded: payload })),
    on(panel.typeHidden, (state, { payload }) => ({ ...state, hidden: [...new Set([...state.hidden, payload])] })),
    on(panel.typeShown, (state, { payload }) => ({
      ...state,
      hidden: state.hidden.filter((type) => type !== payload),
    })),
    on(panel.tracksChosen, (state, { payload }) => ({ ...state, tracks: payload })),
    on(panel.axisChosen, (state, { payload }) => ({ ...state, axis: payload })),
    on(panel.loopChosen, (state, { payload }) => ({ ...state, loop: payload })),
    on(panel.speedChosen, (state, { payload }) => ({ ...state, speed: payload })),
    on(panel.bookmarked, (state, { payload }) => ({
      ...state,
      bookmarks: [...without(state.bookmarks, payload), payload].sort((a, b) => a.offset - b.offset),
    })),
    on(panel.bookmarkRemoved, (state, { payload }) => ({ ...state, bookmarks: without(state.bookmarks, payload) })),
    on(panel.pathPinned, (state, { payload }) => ({
      ...state,
      pins: [...state.pins.filter((pin) => !samePath(pin, payload)), payload],
    })),
    on(panel.pathUnpinned, (state, { payload }) => ({
      ...state,
      pins: state.pins.filter((pin) => !samePath(pin, payload)),
    })),
    on(panel.themeChosen, (state, { payload }) => ({ ...state, theme: payload })),
  ])

/** To select it: slices are found by name. */
export const arrangement = createArrangement()

const without = (bookmarks: readonly Bookmark[], gone: { readonly store: string; readonly offset: number }) =>
  bookmarks.filter((each) => each.store !== gone.store || each.offset !== gone.offset)

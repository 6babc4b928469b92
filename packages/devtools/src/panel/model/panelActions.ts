import { action, createActions } from '@playhead/core'
import type { BranchEdit, TimelineAxis, TrackBy } from '../../protocol/calls.ts'
import type { RecordFilter } from '../../protocol/rows.ts'
import type { ValueRef } from '../../protocol/values.ts'

/** What somebody does in the panel that its parts share. What moves with the pointer stays in the part. */
export const panel = createActions('panel', {
  storeChosen: action<string>(),
  /** The record that the inspector shows; `undefined` follows the playhead. */
  recordChosen: action<number | undefined>(),
  inspectorTabChosen: action<InspectorTab>(),
  /** Two places whose states are compared; `undefined` compares a record's step. */
  comparisonChosen: action<{ readonly before: number; readonly after: number } | undefined>(),
  filterChanged: action<RecordFilter>(),
  typeHidden: action<string>(),
  typeShown: action<string>(),
  foldingChosen: action<boolean>(),
  tracksChosen: action<TrackBy>(),
  /** What lies along the timeline: offsets, or the times at which records were recorded. */
  axisChosen: action<TimelineAxis>(),
  loopChosen: action<{ readonly from: number; readonly to: number } | undefined>(),
  speedChosen: action<number>(),
  bookmarked: action<{
    readonly store: string
    readonly offset: number
    readonly note: string
    readonly isPinned?: boolean
  }>(),
  bookmarkRemoved: action<{ readonly store: string; readonly offset: number }>(),
  pathPinned: action<readonly (string | number)[]>(),
  pathUnpinned: action<readonly (string | number)[]>(),
  /** "Who changed this": opens the blame of a value. */
  blameAsked: action<ValueRef>(),
  blameClosed: action(),
  /** Opens the form of a branch: an edited, inserted, skipped or moved record. */
  branchDrafted: action<{ readonly store: string; readonly edit: BranchEdit }>(),
  branchDraftClosed: action(),
  themeChosen: action<'system' | 'light' | 'dark'>(),
})

export type InspectorTab = 'action' | 'diff' | 'state' | 'cause' | 'timing'

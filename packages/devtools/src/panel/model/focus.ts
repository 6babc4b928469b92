import { createSlice } from '@playhead/core'
import type { BranchEdit } from '../../protocol/calls.ts'
import type { ValueRef } from '../../protocol/values.ts'
import type { InspectorTab } from './panelActions.ts'
import { panel } from './panelActions.ts'

/** What is looked at: a store, a record of it, a tab. */
export interface Focus {
  readonly store: string | undefined
  readonly record: number | undefined
  readonly tab: InspectorTab
  readonly comparison: { readonly before: number; readonly after: number } | undefined
  readonly blame: ValueRef | undefined
  readonly draft: { readonly store: string; readonly edit: BranchEdit } | undefined
}

const nowhere: Focus = {
  store: undefined,
  record: undefined,
  tab: 'action',
  comparison: undefined,
  blame: undefined,
  draft: undefined,
}

/** Where the panel looks. Another store is looked at from its own playhead. */
export const focus = createSlice('focus', nowhere, (on) => [
  on(panel.storeChosen, (state, { payload }) => ({ ...nowhere, tab: state.tab, store: payload })),
  on(panel.recordChosen, (state, { payload }) => ({ ...state, record: payload, comparison: undefined })),
  on(panel.inspectorTabChosen, (state, { payload }) => ({ ...state, tab: payload })),
  on(panel.comparisonChosen, (state, { payload }) => ({ ...state, comparison: payload })),
  on(panel.blameAsked, (state, { payload }) => ({ ...state, blame: payload })),
  on(panel.blameClosed, (state) => ({ ...state, blame: undefined })),
  on(panel.branchDrafted, (state, { payload }) => ({ ...state, draft: payload })),
  on(panel.branchDraftClosed, (state) => ({ ...state, draft: undefined })),
])

import { PlayheadError } from '@playhead/core'
import type { BranchEdit } from '../../protocol/calls.ts'
import type { AgentStore, Parent } from '../store/AgentStore.ts'

/**
 * What a store is as a branch.
 *
 * @throws PlayheadError `devtools/not-a-branch`
 */
export function branchOnly(store: AgentStore): { readonly parent: Parent; readonly edit: BranchEdit } {
  const { parent } = store
  if (parent) return { parent, edit: store.edit ?? { at: parent.at } }
  throw new PlayheadError({
    code: 'devtools/not-a-branch',
    message: `"${store.name}" is no branch: the app attached it itself. Choose a branch.`,
  })
}

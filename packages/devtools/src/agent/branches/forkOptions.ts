import type { Dispatchable, ForkOptions } from '@playhead/core'
import type { BranchEdit } from '../../protocol/calls.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import { actionOfText } from '../store/actionOfText.ts'

/**
 * An edit as core's fork takes it.
 *
 * @throws PlayheadError `devtools/bad-json`, `codec/malformed`
 */
export function forkOptions(store: AgentStore, edit: BranchEdit): ForkOptions {
  const { at, without, order } = edit
  const replace: { [offset: number]: Dispatchable } = {}
  for (const [offset, typed] of Object.entries(edit.replace ?? {})) replace[Number(offset)] = actionOfText(store, typed)
  const insert: { [after: number]: readonly Dispatchable[] } = {}
  for (const [after, typed] of Object.entries(edit.insert ?? {}))
    insert[Number(after)] = typed.map((each) => actionOfText(store, each))
  return { at, replace, insert, ...(without && { without }), ...(order && { order }) }
}

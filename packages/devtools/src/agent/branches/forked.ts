import type { Dispatchable, ForkOptions, Store } from '@playhead/core'
import type { BranchEdit } from '../../protocol/calls.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import { actionOfText } from '../store/actionOfText.ts'
import { isNotLoaded } from '../values/rootOf.ts'

/**
 * Branches off with an edit. Records that are on the disk alone are brought from there.
 *
 * @throws PlayheadError `timeline/bad-fork`, `timeline/past-head`, `devtools/bad-json`, `codec/malformed`
 */
export async function forked(store: AgentStore, edit: BranchEdit): Promise<Store> {
  const options = forkOptions(store, edit)
  try {
    return store.store.timeline.fork(options)
  } catch (thrown) {
    if (!isNotLoaded(thrown)) throw thrown
    await store.store.load({ from: 0, to: edit.at })
    return store.store.timeline.fork(options)
  }
}

/** An edit as core's fork takes it. */
function forkOptions(store: AgentStore, edit: BranchEdit): ForkOptions {
  const { at, without, order } = edit
  const replace: { [offset: number]: Dispatchable } = {}
  for (const [offset, typed] of Object.entries(edit.replace ?? {})) replace[Number(offset)] = actionOfText(store, typed)
  const insert: { [after: number]: readonly Dispatchable[] } = {}
  for (const [after, typed] of Object.entries(edit.insert ?? {}))
    insert[Number(after)] = typed.map((each) => actionOfText(store, each))
  return { at, replace, insert, ...(without && { without }), ...(order && { order }) }
}

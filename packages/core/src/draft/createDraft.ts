// Placeholder until drafts are written.
import { Immer, isDraftable } from 'immer'
const immer = new Immer({ autoFreeze: false })
export function createDraft(state: unknown): { draft: unknown; finish(returned: unknown): unknown } {
  if (!isDraftable(state)) return { draft: state, finish: (r) => (r === undefined ? state : r) }
  const draft = immer.createDraft(state as object)
  return { draft, finish: (r) => { const done = immer.finishDraft(draft); return r === undefined ? done : r } }
}

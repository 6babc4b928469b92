import { enableMapSet, Immer } from 'immer'

/**
 * All that Playhead uses of Immer: drafts of arrays, maps, sets and objects without tables.
 * The only file that imports it.
 */
export { current, isDraft, isModified, original } from 'immer'

enableMapSet()
const immer = new Immer({ autoFreeze: true })

/**
 * Begins a draft that Immer finalises in full and does not freeze.
 *
 * With `autoFreeze: false` Immer 11.2 stops looking for drafts too early: five new objects
 * that hold the same draft come out with revoked proxies in them (`ObjectDraft.test.ts` has the
 * case). With `autoFreeze: true` it looks everywhere, and it never freezes a draft that was
 * begun inside a recipe. So it is begun inside an empty one. Costs 0.5 us.
 */
export function beginImmer<T extends object>(base: T): T {
  let draft: T | undefined
  immer.produce(NOTHING_TO_DO, () => {
    draft = immer.createDraft(base) as T
  })
  return draft as T
}

export const finishImmer = <T extends object>(draft: T): T => immer.finishDraft(draft) as T

const NOTHING_TO_DO = {}

import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { Store } from '../store/Store.ts'
import { partsOf } from '../store/storeParts.ts'

/**
 * Refuses every dispatch, those of effects and streams included, with the error that `refusal` gives;
 * `undefined` lets it pass. Gives the way to end it. There is one guard of a store: a newer one takes its place.
 */
export function guardDispatch(store: Store, refusal: () => PlayheadError | undefined): () => void {
  const { onlooker } = partsOf(store)
  // One of its own: the same function may be given twice.
  const guard = () => refusal()
  onlooker.refusal = guard
  return () => {
    if (onlooker.refusal === guard) onlooker.refusal = undefined
  }
}

/**
 * Calls back with records that are about to be appended, from inside their dispatch, where the stack
 * still tells who made it. One listener of a store: a newer one takes its place.
 */
export function watchAccepted(store: Store, accepted: (records: readonly LogRecord[]) => void): () => void {
  const { onlooker } = partsOf(store)
  onlooker.accepted = accepted
  return () => {
    if (onlooker.accepted === accepted) onlooker.accepted = undefined
  }
}

/**
 * Calls back with what goes to `error$`, without being a subscriber: what nobody listens to is printed as ever.
 * Begins with the newest 100 of before. One onlooker of a store: a newer one takes its place.
 */
export function watchErrors(store: Store, heard: (error: PlayheadError) => void): () => void {
  const { errors } = partsOf(store)
  for (const error of errors.recent) heard(error)
  errors.onlooker = heard
  return () => {
    if (errors.onlooker === heard) errors.onlooker = undefined
  }
}

/**
 * Shows another store, mostly a branch, in the place of this one: whoever reads this store's state reads
 * that of the branch at its playhead, and what is dispatched here goes there. `undefined` shows the store itself
 * again. Its log, its timeline and its effects stay its own.
 */
export function showInstead(store: Store, branch: Store | undefined): void {
  const { branches, notify } = partsOf(store)
  stopFollowing.get(store)?.()
  stopFollowing.delete(store)
  branches.shown = branch === store ? undefined : branch
  if (branches.shown) stopFollowing.set(store, branches.shown.subscribe(notify))
  notify()
}

const stopFollowing = new WeakMap<Store, () => void>()

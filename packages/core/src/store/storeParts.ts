import { PlayheadError } from '../error/PlayheadError.ts'
import type { Fold } from '../fold/Fold.ts'
import type { FoldedLog } from '../fold/FoldedLog.ts'
import type { RecordId } from '../log/RecordId.ts'
import type { Store } from './Store.ts'

/** What other parts of Playhead may ask of a store, and apps may not. */
export interface StoreParts {
  readonly fold: () => Fold
  /** Records and their states. */
  readonly log: () => FoldedLog
  /** Records whose payload is not of today's shape, because no upcaster could read it. */
  readonly unreadable: () => ReadonlySet<RecordId> | undefined
}

const partsByStore = new WeakMap<object, StoreParts>()

export function withParts(parts: StoreParts, store: Store): Store {
  partsByStore.set(store, parts)
  return store
}

/** The parts of a store that `createStore` or a fork made. */
export function partsOf(store: object): StoreParts {
  const parts = partsByStore.get(store)
  if (parts) return parts
  throw new PlayheadError({
    code: 'store/not-a-store',
    message: 'This is no store of createStore: it was wrapped or copied. Pass the store itself.',
  })
}

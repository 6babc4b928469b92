import { DEV } from '../dev.ts'
import type { AnyEffect } from '../effect/Effect.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { Fold } from '../fold/Fold.ts'
import type { FoldedLog } from '../fold/FoldedLog.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { RecordId } from '../log/RecordId.ts'
import type { Selector } from '../selector/Selector.ts'
import type { AnySlice } from '../slice/Slice.ts'
import type { Branches } from './Branches.ts'
import type { ErrorChannel } from './ErrorChannel.ts'
import type { Store } from './Store.ts'

/** What other parts of Playhead may ask of a store, and apps may not. */
export interface StoreParts {
  /** The client part of the ids of its own records. */
  readonly client: string
  readonly fold: () => Fold
  /** Records and their states. */
  readonly log: () => FoldedLog
  /** The slices whose state is shown. */
  readonly slices: () => readonly AnySlice[]
  /** Records whose payload is not of today's shape, because no upcaster could read it. */
  readonly unreadable: () => ReadonlySet<RecordId> | undefined
  readonly effects: () => readonly AnyEffect[]
  readonly branches: Branches
  /** The selectors that are watched, each as often as it is. */
  readonly watched: () => Iterable<Selector<unknown>>
  readonly errors: ErrorChannel
  /** Whether records survive the page, as far as the log has said. */
  readonly isDurable: boolean
  /** For `@playhead/core/inspect`, which sets them. */
  readonly onlooker: Onlooker
  /** Tells everybody who reads that what they read may be another now. */
  notify(): void
}

/** Who looks on while a store works: nobody, mostly. */
export interface Onlooker {
  /** Why nothing may be dispatched. */
  refusal: (() => PlayheadError | undefined) | undefined
  /** Called with records that are about to be appended, from inside their dispatch. */
  accepted: ((records: readonly LogRecord[]) => void) | undefined
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
    message: DEV ? 'This is no store of createStore: it was wrapped or copied. Pass the store itself.' : [],
  })
}

import type { PlayheadError } from '@playhead/core'
import { createContext, useContext } from 'react'
import type { Observable } from 'rxjs'
import type { ImportDesk } from '../features/import/index.ts'
import type { TimeView } from '../features/time/index.ts'
import type { BankStore } from './createBankStore.ts'
import type { PlaceUrl } from './PlaceUrl.ts'

/**
 * - `durable`: the log survives a reload
 * - `memory`: the browser gives no storage, so everything is gone with the page
 */
export type Storage = 'durable' | 'memory'

/** What the page works with, beside the store that the hooks read. */
export interface Bank {
  readonly store: BankStore
  readonly view: TimeView
  readonly desk: ImportDesk
  readonly placeUrl: PlaceUrl
  readonly storage: Storage
  /** What went wrong and concerns the reader: the newest that was not dismissed. */
  readonly fault$: Observable<PlayheadError | undefined>
  dismissFault(): void
  /** Deletes the log and everything in it, then begins again. */
  startOver(begin: Beginning): Promise<void>
  /** Deletes all that this browser keeps of the bank: the log, kept files and settings. It then begins empty. */
  forget(): Promise<void>
}

/** What a new log begins with. */
export type Beginning = 'sample' | 'empty'

export const BankContext = createContext<Bank | undefined>(undefined)

export function useBank(): Bank {
  const bank = useContext(BankContext)
  if (!bank) throw new Error('No BankContext above: put one around the page, or around the story.')
  return bank
}

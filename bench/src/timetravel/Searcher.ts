import type { Path } from '@playhead/core'
import type { LedgerAction } from '../ledger/LedgerAction.ts'

/** How one library finds something in a long history, or changes something far back in it. */
export interface Searcher {
  /** Told what will be skipped, before anything is timed. */
  prepare?(places: readonly number[]): void
  /** Leaves one action out. Resolves when the state at the end is there, with the checksum of its balances. */
  skip(place: number): Promise<number>
  /** Counts the actions that changed a value, from the end back; `countMax` ends it. */
  blame?(path: Path, countMax: number): Promise<number>
  /** Goes forward from a place until an action has been looked at so many times. Gives where it ended. */
  runFor?(place: number, actions: number): Promise<number>
}

export type OpenSearcher = (past: readonly LedgerAction[]) => Promise<Searcher>

/** How one library opens a history that was stored as bytes. */
export interface Reopener {
  /** At the newest state, with the checksum of its balances. */
  open(): number
}

export type StoreHistory = (past: readonly LedgerAction[]) => Promise<Reopener>

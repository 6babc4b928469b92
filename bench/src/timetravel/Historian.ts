import type { LedgerAction } from '../ledger/LedgerAction.ts'

/** How one library keeps a history, and goes back in it. */
export interface Historian {
  /** Adds to the history at its end, which is where one is. */
  dispatch(action: LedgerAction): void
  /** To just after action number `place`, from 0; −1 is before the first. */
  seek(place: number): void
  stepBack(): void
  /** A number that tells the balances apart that one sees now. */
  total(): number
}

/** Takes a past, each action of which is read once. */
export type OpenHistory = (past: Iterable<LedgerAction>, count: number) => Historian | Promise<Historian>

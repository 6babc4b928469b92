import type { LedgerAction } from '../ledger/LedgerAction.ts'

/** How one library does the works of this suite, as its own documentation would have it. */
export interface Contestant {
  readonly counter?: () => Counter
  readonly accounts?: (setup: AccountsSetup) => Accounts
  readonly ledger?: (past: readonly LedgerAction[]) => Ledger
}

/** A number that is counted up, without subscribers. */
export interface Counter {
  increment(): void
  read(): number
}

export interface Account {
  readonly id: string
  readonly owner: string
  readonly minor: number
}

export interface AccountsSetup {
  /** 10,000 rows. */
  readonly rows: readonly Account[]
  /** Each of these is read by a subscriber of its own: the first so many rows. */
  readonly watched: readonly Account[]
  /** To be called with the new balance of a watched row, once for each change of it, and not for others. */
  readonly changed: (minor: number) => void
}

export interface Accounts {
  /** Sets the balance of row number `at`. */
  set(at: number, minor: number): void
  /** Adds to the balance of every row, in one step, with one notification. */
  addToAll(minor: number): void
}

/** A ledger with a past. */
export interface Ledger {
  append(action: LedgerAction): void
  /** Sum of all balances, by which libraries are compared: they must agree. */
  total(): number
}

export type LedgerErrorCode =
  | 'ledger/account-exists'
  | 'ledger/entry-exists'
  | 'ledger/no-account'
  | 'ledger/other-currency'
  | 'ledger/unbalanced'
  | 'ledger/too-large'

/** A record that the ledger cannot hold. The log keeps it; the fold leaves it out of the ledger as a whole. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode

  constructor(code: LedgerErrorCode, message: string) {
    super(`${message} (${code})`)
    this.name = 'LedgerError'
    this.code = code
  }
}

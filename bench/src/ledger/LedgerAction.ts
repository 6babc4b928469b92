/** What happens in the ledger that logs are made of: half of it transfers, a fifth of it the page's own business. */
export type LedgerAction =
  | {
      readonly type: 'ledger/posted'
      readonly payload: { readonly id: number; readonly from: string; readonly to: string; readonly minor: number }
    }
  | { readonly type: 'ledger/settled'; readonly payload: { readonly id: number } }
  | { readonly type: 'ledger/filtered'; readonly payload: { readonly text: string } }
  | { readonly type: 'ledger/renamed'; readonly payload: { readonly id: string; readonly owner: string } }

export interface LedgerAccount {
  readonly id: string
  readonly owner: string
  readonly minor: number
}

export interface Transfer {
  readonly id: number
  readonly from: string
  readonly to: string
  readonly minor: number
  readonly status: 'pending' | 'settled'
}

/** So many accounts there are from the beginning. */
export const ACCOUNTS = 200

/** So many transfers are kept; a new one pushes the oldest out. */
export const TRANSFERS_MAX = 10_000

export const accountId = (at: number): string => `account-${at}`

export const firstAccounts = (): LedgerAccount[] =>
  Array.from({ length: ACCOUNTS }, (_, at) => ({ id: accountId(at), owner: `owner ${at}`, minor: 1_000_000 }))

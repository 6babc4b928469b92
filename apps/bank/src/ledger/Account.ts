import type { Currency } from '../money/index.ts'

export type AccountId = string

/**
 * What an account is for the household. The household owns its assets and owes its liabilities; with
 * income, expenses and equity it meets the world, so that every entry has two sides.
 */
export type AccountKind = 'asset' | 'liability' | 'income' | 'expense' | 'equity'

export const accountKinds: readonly AccountKind[] = ['asset', 'liability', 'income', 'expense', 'equity']

/** An account, as it was opened. It holds one currency. */
export interface Account {
  readonly id: AccountId
  readonly name: string
  readonly owner: string
  readonly currency: Currency
  readonly kind: AccountKind
  /** An IBAN without spaces. */
  readonly iban?: string
  /** BIC, bank code or name. */
  readonly bank?: string
  /** How far below zero the bank lets it go, in minor units: the agreed overdraft, or a card's limit. */
  readonly limitMinor?: number
}

/**
 * What all entries so far left on an account, in minor units of its currency.
 *
 * `minor` is signed by where money went, for every kind alike: it grows when money comes into the account. So a
 * debt on a credit card is negative, what was spent on groceries positive and what a salary brought negative,
 * and all accounts of a currency sum to zero.
 */
export interface Balance {
  readonly minor: number
  /**
   * The sum of the sizes of all amounts. It is kept below 2^53, so that sums over any choice and any order of
   * the account's entries are exact.
   */
  readonly turnoverMinor: number
}

/** True for accounts that belong to the household; the others are the world outside. */
export const isOwn = ({ kind }: { readonly kind: AccountKind }): boolean => kind === 'asset' || kind === 'liability'

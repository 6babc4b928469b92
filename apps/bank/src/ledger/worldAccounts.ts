import type { Currency } from '../money/index.ts'
import type { Account } from './Account.ts'

/**
 * Accounts of the world outside, which stand on the other side of what comes in and goes out:
 * `income:salary:EUR`, `expenses:groceries:EUR`, `equity:opening:EUR`, `fx:EUR`. Their ids follow from what they
 * are, so two imports agree on them. An account must be open before an entry uses it.
 */
export const incomeAccount = (name: string, currency: Currency): Account => worldAccount('income', name, currency)
export const expenseAccount = (name: string, currency: Currency): Account => worldAccount('expenses', name, currency)
/** Where balances come from that an account had before its first entry. */
export const openingAccount = (currency: Currency): Account => worldAccount('equity', 'opening', currency)
/** The other side of currency exchange. */
export const fxAccount = (currency: Currency): Account => worldAccount('fx', '', currency)

const kindByRoot = { income: 'income', expenses: 'expense', equity: 'equity', fx: 'equity' } as const

function worldAccount(root: keyof typeof kindByRoot, name: string, currency: Currency): Account {
  const path = [root, name, currency].filter((part) => part !== '')
  return { id: path.join(':'), name: name === '' ? root : name, owner: '', currency, kind: kindByRoot[root] }
}

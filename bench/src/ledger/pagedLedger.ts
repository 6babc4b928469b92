import type { LedgerAccount, LedgerAction, Transfer } from './LedgerAction.ts'
import { firstAccounts, TRANSFERS_MAX } from './LedgerAction.ts'

const PAGE = 100

/** The ledger in plain objects: accounts by id, transfers in pages of 100, so that a change copies one page and not all. */
export interface PagedLedger {
  readonly accounts: Readonly<Record<string, LedgerAccount>>
  /** A ring: transfer `id` stands at `id % 10,000`. */
  readonly pages: readonly (readonly (Transfer | null)[])[]
  readonly filter: string
}

export const pagedLedger = {
  initial: {
    accounts: Object.fromEntries(firstAccounts().map((account) => [account.id, account])),
    pages: Array.from({ length: TRANSFERS_MAX / PAGE }, () => Array<Transfer | null>(PAGE).fill(null)),
    filter: '',
  } satisfies PagedLedger as PagedLedger,

  /** A reducer as written by hand for speed. */
  reduce(state: PagedLedger, action: LedgerAction): PagedLedger {
    switch (action.type) {
      case 'ledger/posted': {
        const { id, from, to, minor } = action.payload
        const accounts = { ...state.accounts }
        change(accounts, from, -minor)
        change(accounts, to, minor)
        return { ...state, accounts, pages: withTransfer(state.pages, { id, from, to, minor, status: 'pending' }) }
      }
      case 'ledger/settled': {
        const { id } = action.payload
        const transfer = transferAt(state.pages, id)
        if (transfer?.id !== id || transfer.status === 'settled') return state
        return { ...state, pages: withTransfer(state.pages, { ...transfer, status: 'settled' }) }
      }
      case 'ledger/filtered':
        return { ...state, filter: action.payload.text }
      case 'ledger/renamed': {
        const { id, owner } = action.payload
        const account = state.accounts[id]
        return account ? { ...state, accounts: { ...state.accounts, [id]: { ...account, owner } } } : state
      }
      default:
        return state
    }
  },

  /** Which balances there are, as one number that differs where any of them does. */
  total: ({ accounts }: PagedLedger): number => checksum(Object.values(accounts)),
}

/** Balances weighted by their place: a plain sum never changes in a ledger. */
export function checksum(accounts: Iterable<{ readonly minor: number }>): number {
  let sum = 0
  let place = 1
  for (const { minor } of accounts) sum += minor * place++
  return sum
}

function change(accounts: Record<string, LedgerAccount>, id: string, minor: number): void {
  const account = accounts[id]
  if (account) accounts[id] = { ...account, minor: account.minor + minor }
}

function transferAt(pages: PagedLedger['pages'], id: number): Transfer | null | undefined {
  const at = id % TRANSFERS_MAX
  return pages[Math.floor(at / PAGE)]?.[at % PAGE]
}

function withTransfer(pages: PagedLedger['pages'], transfer: Transfer): PagedLedger['pages'] {
  const at = transfer.id % TRANSFERS_MAX
  const number = Math.floor(at / PAGE)
  const page = (pages[number] as readonly (Transfer | null)[]).slice()
  page[at % PAGE] = transfer
  const next = pages.slice()
  next[number] = page
  return next
}

import { createTravels } from 'travels'
import type { LedgerAccount, LedgerAction, Transfer } from '../../ledger/LedgerAction.ts'
import { firstAccounts, TRANSFERS_MAX } from '../../ledger/LedgerAction.ts'
import { checksum } from '../../ledger/pagedLedger.ts'
import type { OpenHistory } from '../Historian.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

interface State {
  accounts: Record<string, Writable<LedgerAccount>>
  /** A ring: transfer `id` stands at `id % 10,000`. */
  transfers: (Writable<Transfer> | null)[]
  filter: string
}

/** A history of patches, without a limit; state is changed through drafts. */
export const travels: OpenHistory = (past, count) => {
  const initial: State = {
    accounts: Object.fromEntries(firstAccounts().map((account) => [account.id, { ...account }])),
    transfers: Array<null>(TRANSFERS_MAX).fill(null),
    filter: '',
  }
  const history = createTravels(initial, { maxHistory: count * 2 })
  // An action that changes nothing makes no entry, so places are not positions.
  const positions: number[] = []
  const dispatch = (action: LedgerAction) => {
    history.setState((draft) => change(draft as State, action))
    positions.push(history.getPosition())
  }
  for (const action of past) dispatch(action)
  return {
    dispatch,
    seek: (place) => history.go(positions[place] ?? 0),
    stepBack: () => history.back(),
    total: () => checksum(Object.values(history.getState().accounts)),
  }
}

function change(state: State, action: LedgerAction): void {
  switch (action.type) {
    case 'ledger/posted': {
      const { id, from, to, minor } = action.payload
      const giver = state.accounts[from]
      if (giver) giver.minor -= minor
      const taker = state.accounts[to]
      if (taker) taker.minor += minor
      state.transfers[id % TRANSFERS_MAX] = { id, from, to, minor, status: 'pending' }
      return
    }
    case 'ledger/settled': {
      const transfer = state.transfers[action.payload.id % TRANSFERS_MAX]
      if (transfer?.id === action.payload.id) transfer.status = 'settled'
      return
    }
    case 'ledger/filtered':
      state.filter = action.payload.text
      return
    case 'ledger/renamed': {
      const account = state.accounts[action.payload.id]
      if (account) account.owner = action.payload.owner
    }
  }
}

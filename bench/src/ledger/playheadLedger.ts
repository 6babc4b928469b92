import type { AnySlice, Dispatchable, Store } from '@playhead/core'
import { action, createActions, createRecords, createSlice, createStore, memoryLog, table } from '@playhead/core'
import type { Contestant, Ledger } from '../dispatch/Contestant.ts'
import type { LedgerAccount, LedgerAction, Transfer } from './LedgerAction.ts'
import { firstAccounts, TRANSFERS_MAX } from './LedgerAction.ts'
import { checksum } from './pagedLedger.ts'

export const ledgerCreators = createActions('ledger', {
  posted: action<{ id: number; from: string; to: string; minor: number }>(),
  settled: action<{ id: number }>(),
  filtered: action<{ text: string }>(),
  renamed: action<{ id: string; owner: string }>(),
})

/** Whether reducers return rows, or write to drafts of them. */
export type Style = 'row' | 'draft'

/** The ledger in tables: accounts, the newest transfers, and the page's filter. */
export function ledgerSlices(style: Style) {
  const accounts = table<string, LedgerAccount>({ rows: firstAccounts().map((account) => [account.id, account]) })
  const ledger = createSlice('ledger', { accounts, transfers: table<number, Transfer>() }, (on) =>
    style === 'row'
      ? [
          on(ledgerCreators.posted, (state, { payload: { id, from, to, minor } }) => {
            const giver = state.accounts.get(from)
            if (giver) state.accounts.set(from, { ...giver, minor: giver.minor - minor })
            const taker = state.accounts.get(to)
            if (taker) state.accounts.set(to, { ...taker, minor: taker.minor + minor })
            state.transfers.set(id, { id, from, to, minor, status: 'pending' })
            state.transfers.delete(id - TRANSFERS_MAX)
          }),
          on(ledgerCreators.settled, (state, { payload: { id } }) => {
            const row = state.transfers.get(id)
            if (row?.status !== 'pending') return
            state.transfers.set(id, { ...row, status: 'settled' })
          }),
          on(ledgerCreators.renamed, (state, { payload: { id, owner } }) => {
            const row = state.accounts.get(id)
            if (row) state.accounts.set(id, { ...row, owner })
          }),
        ]
      : [
          on(ledgerCreators.posted, (state, { payload: { id, from, to, minor } }) => {
            state.accounts.update(from, (row) => {
              row.minor -= minor
            })
            state.accounts.update(to, (row) => {
              row.minor += minor
            })
            state.transfers.set(id, { id, from, to, minor, status: 'pending' })
            state.transfers.delete(id - TRANSFERS_MAX)
          }),
          on(ledgerCreators.settled, (state, { payload: { id } }) => {
            if (!state.transfers.has(id)) return
            state.transfers.update(id, (row) => {
              row.status = 'settled'
            })
          }),
          on(ledgerCreators.renamed, (state, { payload: { id, owner } }) => {
            state.accounts.update(id, (row) => {
              row.owner = owner
            })
          }),
        ],
  )
  const page = createSlice('page', { filter: '' }, (on) => [
    style === 'row'
      ? on(ledgerCreators.filtered, (_, { payload }) => ({ filter: payload.text }))
      : on(ledgerCreators.filtered, (state, { payload }) => {
          state.filter = payload.text
        }),
  ])
  return { ledger, page }
}

export type LedgerSlice = ReturnType<typeof ledgerSlices>['ledger']

/** A store that opens a log with this past. */
export function openStore(past: readonly LedgerAction[], slices: readonly AnySlice[]): Store {
  const records = createRecords(timed(past), { client: 'bench', random: Math.random })
  return createStore({ slices, log: memoryLog({ records }) })
}

/** One action a second, until now. */
function* timed(actions: readonly LedgerAction[]): Iterable<{ time: number; action: Dispatchable }> {
  let time = Date.now() - actions.length * 1_000
  for (const action of actions) {
    time += 1_000
    yield { time, action }
  }
}

/** Appending through the store, with its log and its checkpoints. */
export const openLedger =
  (style: Style): NonNullable<Contestant['ledger']> =>
  (past): Ledger => {
    const { ledger, page } = ledgerSlices(style)
    const store = openStore(past, [ledger, page])
    return {
      append: (action) => store.dispatch(action),
      total: () => checksum(store.get(ledger).accounts.values()),
    }
  }

/** The same reducers without a store: what folding alone costs, and nobody can go below. */
export const bareLedger =
  (style: Style): NonNullable<Contestant['ledger']> =>
  (past): Ledger => {
    const { ledger, page } = ledgerSlices(style)
    const reduce = bareReducer({ ledger, page })
    let state: SlicesState = { ledger: ledger.initial, page: page.initial }
    for (const action of past) state = reduce(state, action)
    return {
      append: (action) => {
        state = reduce(state, action)
      },
      total: () => checksum((state.ledger as LedgerSlice['initial']).accounts.values()),
    }
  }

/** State by slice; what stands there is known to its slice. */
export interface SlicesState {
  readonly ledger: unknown
  readonly page: unknown
}

type BareReducer = (state: SlicesState, action: LedgerAction) => SlicesState

/**
 * Reducers of slices as one plain reducer. The public API has none without a store, so they are
 * taken from where slices keep them.
 */
export function bareReducer(slices: ReturnType<typeof ledgerSlices>): BareReducer {
  const cases = new Map<
    string,
    { slice: keyof SlicesState; reduce: (state: unknown, action: LedgerAction) => unknown }
  >()
  for (const slice of [slices.ledger, slices.page]) {
    const key = Object.getOwnPropertySymbols(slice).find(({ description }) => description === 'playhead.slice')
    const program = Reflect.get(slice, key as symbol)()
    for (const [type, reduce] of program.cases) cases.set(type, { slice: slice.name, reduce })
  }
  return (state, action) => {
    const found = cases.get(action.type)
    return found ? { ...state, [found.slice]: found.reduce(state[found.slice], action) } : state
  }
}

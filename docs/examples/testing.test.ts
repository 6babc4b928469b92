import type { Needs } from '@playhead/core'
import {
  action,
  createActions,
  createEffect,
  createSelectorFamily,
  createSlice,
  createStore,
  memoryLog,
  sessionText,
} from '@playhead/core'
import type { GivenPorts } from '@playhead/core/testing'
import { eventLogContract, given, marbles, replay, virtualTime } from '@playhead/core/testing'
import { delay, of } from 'rxjs'
import { describe, expect, it } from 'vitest'

const bank = createActions('bank', {
  opened: action<{ id: string }>(),
  deposited: action<{ id: string; minor: number }>(),
  statementAsked: action<{ id: string }>(),
  statementLoaded: action<{ id: string; lines: number }>(),
  statementFailed: action<{ id: string; reason: string }>(),
})

const balances = createSlice('balances', {} as { [id: string]: number }, (on) => [
  on(bank.opened, (state, { payload }) => {
    state[payload.id] = 0
  }),
  on(bank.deposited, (state, { payload: { id, minor } }) => {
    state[id] = (state[id] ?? 0) + minor
  }),
])
const balanceOf = createSelectorFamily(balances, (state, id: string) => state[id])

interface BankApi {
  statement(id: string): Promise<{ readonly lines: number }>
}
const loadStatement = createEffect('loadStatement', {
  on: bank.statementAsked,
  flatten: 'switch',
  run: async ({ payload: { id } }, { api }: Needs<{ api: BankApi }>) => {
    const { lines } = await api.statement(id)
    return bank.statementLoaded({ id, lines })
  },
  failed: (error, { payload: { id } }) => bank.statementFailed({ id, reason: String(error) }),
})

describe('state', () => {
  // #region given
  it('adds what is deposited', () => {
    given([balances], bank.opened({ id: 'a' }), bank.deposited({ id: 'a', minor: 300 }))
      .when(bank.deposited({ id: 'a', minor: 200 }))
      .thenState(balanceOf('a'), 500)
  })
  // #endregion
})

describe('effects', () => {
  // #region effect
  const api: BankApi = { statement: async (id) => (id === 'a' ? { lines: 3 } : Promise.reject('no such account')) }
  const newBank = (ports: GivenPorts) =>
    createStore({ ...ports, slices: [balances], effects: [loadStatement], deps: { api } })

  it('loads a statement, and tells when there is none', async () => {
    const loaded = await given(newBank, bank.opened({ id: 'a' }))
      .when(bank.statementAsked({ id: 'a' }))
      .thenWithin(0, bank.statementAsked, bank.statementLoaded({ id: 'a', lines: 3 }))
    await loaded.when(bank.statementAsked({ id: 'b' })).thenWithin(0, bank.statementAsked, {
      type: 'bank/statementFailed',
      payload: expect.objectContaining({ id: 'b' }),
    })
  })
  // #endregion
})

describe('time', () => {
  // #region time
  const remind = createEffect('remind', {
    on: bank.opened,
    flatten: 'merge',
    run: ({ payload: { id } }, { scheduler }) =>
      of(bank.deposited({ id, minor: 1 })).pipe(delay(86_400_000, scheduler)),
    failed: (error) => ({ type: 'remind/failed', payload: String(error) }),
  })

  it('greets a new account after a day', () => {
    const time = virtualTime(Date.UTC(2026, 0, 1))
    const store = createStore({ slices: [balances], effects: [remind], clock: time.clock, scheduler: time.scheduler })
    store.dispatch(bank.opened({ id: 'a' }))
    time.advance(86_400_000)
    expect(store.get(balanceOf('a'))).toBe(1)
    expect(store.recordAt(1)?.time).toBe(Date.UTC(2026, 0, 2))
  })
  // #endregion

  // #region marbles
  it('follows a stream of deposits', () => {
    marbles(({ hot, expectObservable, clock, scheduler }) => {
      const store = createStore({ slices: [balances], clock, scheduler })
      store.connect(hot('-a--b|', { a: 5, b: 7 }), (minor) => bank.deposited({ id: 'a', minor }))
      expectObservable(store.select(balanceOf('a'))).toBe('0a--b', { 0: undefined, a: 5, b: 12 })
    })
  })
  // #endregion
})

describe('sessions', () => {
  const recorded = createStore({ slices: [balances] })
  recorded.dispatch([bank.opened({ id: 'a' }), bank.deposited({ id: 'a', minor: 500 })])
  const file = sessionText(recorded)

  // #region replay
  it('shows the balance of the bug report', () => {
    const store = replay(file, { slices: [balances] }) // file: the text of a .playhead file
    expect(store.get(balanceOf('a'))).toBe(500)
  })
  // #endregion
})

// #region contract
eventLogContract({ describe, it, expect }, { durable: false, newStorage: () => () => memoryLog() })
// #endregion

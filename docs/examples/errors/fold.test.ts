import { action, createActions, createSlice, createStore } from '@playhead/core'
import { expect, it } from 'vitest'

const bank = createActions('bank', { renamed: action<{ id: string; owner: string }>() })

it('fold/reducer-threw is thrown to the caller, and the record is left out of that slice', () => {
  // #region reducer-threw
  const initial: { [id: string]: { owner: string } | undefined } = {}
  const accounts = createSlice('accounts', initial, (on) => [
    on(bank.renamed, (state, { payload }) => {
      const account = state[payload.id]
      if (!account) throw new Error(`no account ${payload.id}`)
      account.owner = payload.owner
    }),
  ])
  // #endregion
  const store = createStore({ slices: [accounts] })
  store.error$.subscribe()
  expect(() => store.dispatch(bank.renamed({ id: 'a', owner: 'Ann' }))).toThrow('(fold/reducer-threw)')
  expect(store.get(accounts)).toEqual({})
})

it('fold/reducer-threw is mended by a reducer that answers every action', () => {
  // #region reducer-threw-mended
  const initial: { [id: string]: { owner: string } | undefined } = {}
  const accounts = createSlice('accounts', initial, (on) => [
    on(bank.renamed, (state, { payload }) => {
      const account = state[payload.id]
      if (account) account.owner = payload.owner
    }),
  ])
  // #endregion
  const store = createStore({ slices: [accounts] })
  store.dispatch(bank.renamed({ id: 'a', owner: 'Ann' }))
  expect(store.get(accounts)).toEqual({})
})

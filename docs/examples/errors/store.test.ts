import { action, createActions, createSlice, createStore } from '@playhead/core'
import { expect, it } from 'vitest'

const counter = createActions('counter', { added: action<number>() })
const count = createSlice('count', 0, (on) => [on(counter.added, (n, { payload }) => n + payload)])
const slices = [count]

it('store/bad-option is the answer to a budget that is none', () => {
  expect(() => {
    // #region bad-option
    createStore({ slices, seekBudgetMs: 0 })
    // #endregion
  }).toThrow('(store/bad-option)')
  // #region bad-option-mended
  createStore({ slices, seekBudgetMs: 4 })
  // #endregion
})

import type { EventLog } from '@playhead/core'
import { action, createActions, createSlice, createStore, memoryLog } from '@playhead/core'
import { expect, it } from 'vitest'

const bank = createActions('bank', { paid: action<number>() })
const minor = createSlice('minor', 0, (on) => [on(bank.paid, (sum, { payload }) => sum + payload)])

it('log/memory-only is the answer of a store without a durable log', async () => {
  // #region memory-only
  const store = createStore({ slices: [minor] }) // a log in memory
  const paid = store.dispatch(bank.paid(1))
  const stored = store.durable(paid)
  // #endregion
  await expect(stored).rejects.toThrow('(log/memory-only)')
})

it('log/in-use is thrown by a memory log that a second store opens', () => {
  const open = () => {
    // #region in-use
    const log = memoryLog()
    const first = createStore({ slices: [minor], log })
    first.dispatch(bank.paid(1))
    createStore({ slices: [minor], log }) // throws
    // #endregion
  }
  expect(open).toThrow('(log/in-use)')
})

it('log/open-failed is told by ready and error$, and the store goes on in memory', async () => {
  const broken: EventLog = { ...memoryLog(), name: 'bank', open: () => Promise.reject(new Error('no access')) }
  const store = createStore({ slices: [minor], log: broken })
  store.error$.subscribe()
  const shown: string[] = []
  // #region open-failed
  store.ready.catch((error: unknown) => shown.push(`Your changes will not be kept: ${error}`))
  // #endregion
  await expect(store.ready).rejects.toThrow('(log/open-failed)')
  expect(shown).toHaveLength(1)
  store.dispatch(bank.paid(1))
  expect(store.get(minor)).toBe(1)
})

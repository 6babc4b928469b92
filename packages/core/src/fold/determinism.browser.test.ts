import { expect, it } from 'vitest'
import { createStore, memoryLog, stateHash } from '../index.ts'
import { accounts, goldenHash, goldenRecords, luck } from './golden.fixtures.ts'

it('[FLD-7] the same log gives the same state hash in Chromium as in Node', () => {
  const store = createStore({ slices: [accounts, luck], log: memoryLog({ records: goldenRecords() }) })
  expect(stateHash(store.getState())).toBe(goldenHash)
})

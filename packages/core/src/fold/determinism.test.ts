import { describe, expect, it } from 'vitest'
import { createStore, memoryLog, stateHash } from '../index.ts'
import { accounts, goldenHash, goldenRecords, luck } from './golden.fixtures.ts'

const slices = [accounts, luck] as const

describe('the same log', () => {
  it('[FLD-7] gives the same state hash in Node as everywhere', () => {
    const store = createStore({ slices, log: memoryLog({ records: goldenRecords() }) })
    expect(stateHash(store.getState())).toBe(goldenHash)
  })

  it('[FLD-7] gives it after any journey of the playhead, and on any branch', async () => {
    const store = createStore({ slices, log: memoryLog({ records: goldenRecords() }) })
    for (const offset of [3, 1_999, 700, -1, 1_024, 1_998]) await store.timeline.seek(offset)
    const branch = store.timeline.fork({ at: 1_999 })
    await store.timeline.step(1)
    expect(stateHash(store.getState())).toBe(goldenHash)
    expect(stateHash(branch.getState())).toBe(goldenHash)
  })

  it('[FLD-7] gives it when its records are folded one by one as they are appended', () => {
    const store = createStore({ slices })
    store.error$.subscribe()
    for (const { type, payload } of goldenRecords()) {
      try {
        store.dispatch({ type, payload })
      } catch {
        // A row that is closed already: quarantined, as in the log.
      }
    }
    expect(stateHash(store.getState())).toBe(goldenHash)
  })
})

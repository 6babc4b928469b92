import { describe, expect, it } from 'vitest'
import { bank, bankWith, connected, partsUntil } from '../agent.fixtures.ts'

const minorOfA = {
  store: 'bank',
  value: { of: 'state', at: 'live' },
  path: ['ledger', 'accounts', 'a', 'minor'],
} as const

describe('the blame of a value', () => {
  it('[AGT-21] finds the records that changed it, newest first, with the value before and after', async () => {
    const store = bankWith(8)
    const { panel, close } = connected(store)
    const parts = await partsUntil(panel, 'blame', { ...minorOfA, near: 7 })
    const hits = parts.filter((part) => part.kind === 'hit')
    expect(hits.map(({ row }) => row.offset)).toEqual([6, 4, 2, 0])
    expect(hits[0]).toMatchObject({ row: { type: 'bank/paid' }, before: { text: '6' }, after: { text: '12' } })
    expect(hits.at(-1)).toMatchObject({ before: { kind: 'undefined' }, after: { text: '0' } })
    expect(parts.at(-1)).toEqual({ kind: 'searched', down: 0 })
    close()
  })

  it('[AGT-21] begins at a place, and tells how far it has searched', async () => {
    const { panel, close } = connected(bankWith(30_000))
    const parts = await partsUntil(panel, 'blame', {
      ...minorOfA,
      path: ['ledger', 'accounts', 'a', 'owner'],
      near: 20_000,
    })
    const down = parts.flatMap((part) => (part.kind === 'searched' ? [part.down] : []))
    expect(down.length).toBeGreaterThan(2)
    expect(down).toEqual(down.toSorted((a, b) => b - a))
    expect(down[0]).toBeLessThanOrEqual(20_001)
    expect(parts.filter(({ kind }) => kind === 'hit')).toHaveLength(1)
    close()
  })

  it('[AGT-21] is refused of what never changes, and of what is nowhere', async () => {
    const { panel, close } = connected(bankWith(3))
    const blame = (give: object) => partsUntil(panel, 'blame', { ...minorOfA, near: 2, ...give })
    await expect(blame({ path: [] })).rejects.toMatchObject({ code: 'devtools/not-state' })
    await expect(blame({ value: { of: 'payload', at: 2 } })).rejects.toMatchObject({ code: 'devtools/not-state' })
    await expect(blame({ path: ['nowhere'] })).rejects.toMatchObject({ code: 'timeline/bad-path' })
    close()
  })
})

describe('to run until a value changes', () => {
  it('[AGT-21] moves the playhead to the record that changes it next, or changed it last', async () => {
    const store = bankWith(2_000)
    const { panel, close } = connected(store)
    const run = (from: number, direction?: 'forward' | 'backward') =>
      partsUntil(panel, 'runUntilChanged', { ...minorOfA, from, ...(direction && { direction }) })
    expect(await run(1_001)).toEqual([{ at: 1_002 }])
    expect(store.timeline.playhead).toMatchObject({ offset: 1_002, status: 'parked' })
    expect(await run(1_002, 'backward')).toEqual([{ at: 1_000 }])
    expect(store.timeline.playhead).toMatchObject({ offset: 1_000, status: 'parked' })
    close()
  })

  it('[AGT-21] ends without a place where it does not change any more', async () => {
    const store = bankWith(20)
    const { panel, close } = connected(store)
    const owner = { ...minorOfA, path: ['ledger', 'accounts', 'a', 'owner'] }
    expect(await partsUntil(panel, 'runUntilChanged', { ...owner, from: 3 })).toEqual([{ at: undefined }])
    expect(store.timeline.playhead.status).toBe('live')
    await store.timeline.seek(3)
    const back = { ...minorOfA, path: ['statements', 'asked'], from: 3, direction: 'backward' as const }
    expect(await partsUntil(panel, 'runUntilChanged', back)).toEqual([{ at: undefined }])
    expect(store.timeline.playhead.offset).toBe(3)
    close()
  })

  it('[AGT-21] is refused where something else moves the playhead', async () => {
    const store = bankWith(200_000)
    const { panel, close } = connected(store)
    const running = partsUntil(panel, 'runUntilChanged', { ...minorOfA, path: ['statements', 'asked'], from: 0 })
    await panel.call('seek', { store: 'bank', to: 5 })
    await expect(running).rejects.toMatchObject({ code: 'timeline/interrupted' })
    store.dispatch(bank.asked({ id: 'a' }))
    close()
  })
})

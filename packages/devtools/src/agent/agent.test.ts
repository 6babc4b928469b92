import type { Store } from '@playhead/core'
import { createStore, importSession, memoryLog, sessionText } from '@playhead/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bank, bankStore, bankWith, connected, ledger, partsUntil, statements, steadyTime } from './agent.fixtures.ts'
import { createAgent } from './createAgent.ts'

afterEach(() => vi.restoreAllMocks())

/** Counts who listens to what goes on in a store. */
function listenersOf(store: Store): { readonly count: () => number } {
  let count = 0
  const { subscribe } = store
  Object.assign(store, {
    subscribe(listener: () => void) {
      count++
      const stop = subscribe(listener)
      return () => {
        count--
        stop()
      }
    },
  })
  return { count: () => count }
}

describe('an agent', () => {
  it('[AGT-1] says what app it answers for, and in which protocol', async () => {
    const { panel, close } = connected(bankStore())
    await expect(panel.call('hello', { protocol: 1 })).resolves.toEqual({ protocol: 1, app: 'bank app' })
    close()
  })

  it('[AGT-1] answers several panels', async () => {
    const { panel, open, close } = connected(bankWith(3))
    const second = open()
    const heard = await Promise.all([
      partsUntil(panel, 'overview', {}, () => true),
      partsUntil(second.panel, 'overview', {}, () => true),
    ])
    expect(heard[0]).toEqual(heard[1])
    close()
    second.close()
  })

  it('[AGT-2] listens to no store until a panel has spoken, nor when the last one has gone', async () => {
    const store = bankStore()
    const listeners = listenersOf(store)
    const { panel, open, close } = connected(store)
    expect(listeners.count()).toBe(0)
    await panel.call('hello', { protocol: 1 })
    expect(listeners.count()).toBe(1)
    const second = open()
    await second.panel.call('hello', { protocol: 1 })
    expect(listeners.count()).toBe(1)
    close()
    second.close()
    await vi.waitFor(() => expect(listeners.count()).toBe(0))
  })

  it('[AGT-2] goes on listening where a panel comes back at once', async () => {
    const store = bankStore()
    const listeners = listenersOf(store)
    const held: (() => void)[] = []
    const hold = (_ms: number, work: () => void) => {
      held.push(work)
      return () => {}
    }
    const time = { ...steadyTime(), after: hold }
    const { panel, open, close } = connected(store, { time })
    await panel.call('hello', { protocol: 1 })
    close()
    const second = open()
    await second.panel.call('hello', { protocol: 1 })
    expect(listeners.count()).toBe(1)
    second.close()
    held.at(-1)?.()
    expect(listeners.count()).toBe(0)
  })

  it('[AGT-3] shows what went wrong before a panel was opened, and before the store was attached', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const store = bankStore()
    expect(() => store.dispatch(bank.broke())).toThrow('the ledger is broken')
    const { panel, close } = connected(store)
    expect(() => store.dispatch(bank.broke())).toThrow('the ledger is broken')
    const [stores] = await partsUntil(panel, 'overview', {}, () => true)
    expect(stores?.[0]?.errors.map(({ code, offset }) => [code, offset])).toEqual([
      ['fold/reducer-threw', 0],
      ['fold/reducer-threw', 1],
    ])
    close()
  })

  it('[AGT-3] leaves it to the console to print what nobody listens to', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    const store = bankStore()
    const { panel, close } = connected(store)
    await panel.call('hello', { protocol: 1 })
    expect(() => store.dispatch(bank.broke())).toThrow('the ledger is broken')
    expect(printed).toHaveBeenCalledTimes(1)
    close()
  })

  it('[AGT-3] keeps the newest 200 of them', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const store = bankStore()
    const { panel, close } = connected(store)
    for (let n = 0; n < 205; n++) expect(() => store.dispatch(bank.broke())).toThrow('the ledger is broken')
    const [stores] = await partsUntil(panel, 'overview', {}, () => true)
    expect(stores?.[0]?.errors).toHaveLength(200)
    expect((await panel.call('health', { store: 'bank' })).quarantined).toBe(205)
    close()
  })

  it('[AGT-3] finds what went wrong with records from before the page was opened', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const before = bankWith(3)
    expect(() => before.dispatch(bank.broke())).toThrow('the ledger is broken')
    const { records } = importSession(sessionText(before))
    const store = createStore({ slices: [ledger, statements], log: memoryLog({ records }) })
    const { panel, close } = connected(store)
    const parts = await partsUntil(panel, 'overview', {}, ([only]) => only?.errors.length === 1)
    expect(parts.at(-1)?.[0]?.errors).toMatchObject([{ code: 'fold/reducer-threw', offset: 3 }])
    expect((await panel.call('record', { store: 'bank', at: 3 })).errors).toHaveLength(1)
    const [mark] = await panel.call('marks', { store: 'bank', from: 3, to: 4, tracks: 'slice' })
    expect(mark?.failed).toBe(true)
    const { branch } = await panel.call('branch', { store: 'bank', edit: { at: 3 } })
    expect((await panel.call('marks', { store: branch, from: 3, to: 4, tracks: 'slice' }))[0]?.failed).toBe(true)
    close()
  })

  it('[AGT-4] gives an overview of every store: its playhead, the time it spans, its slices and effects', async () => {
    const store = bankWith(4)
    await store.timeline.seek(1)
    const { agent, panel, close } = connected(store)
    agent.attach(bankStore(), { name: 'other' })
    const [stores] = await partsUntil(panel, 'overview', {}, () => true)
    const { playhead } = store.timeline
    expect(stores).toEqual([
      {
        id: 'bank',
        name: 'bank',
        parent: undefined,
        playhead,
        span: { from: store.recordAt(0)?.time, to: store.recordAt(3)?.time },
        slices: ['ledger', 'statements'],
        effects: ['answer'],
        locked: false,
        capturesCallSites: false,
        shown: true,
        errors: [],
        progress: undefined,
      },
      expect.objectContaining({ id: 'other', span: undefined, playhead: expect.objectContaining({ head: -1 }) }),
    ])
    close()
  })

  it('[AGT-4] tells of many dispatches at once, and of none when nothing happens', async () => {
    const store = bankWith(2)
    const { panel, close } = connected(store)
    const heads: number[] = []
    const stop = panel.listen('overview', {}, { part: ([only]) => heads.push(only?.playhead.head ?? -1) })
    await vi.waitFor(() => expect(heads.length).toBeGreaterThan(0))
    for (let n = 0; n < 50; n++) store.dispatch(bank.paid({ id: 'a', minor: n }))
    await vi.waitFor(() => expect(heads.at(-1)).toBe(51))
    expect(heads.length).toBeLessThan(10)
    stop()
    close()
  })

  it('[AGT-4] gives stores of one name different ids, and says so when one has gone', async () => {
    const { agent, detach, panel, close } = connected(bankStore())
    agent.attach(bankStore(), { name: 'bank' })
    const [stores] = await partsUntil(panel, 'overview', {}, () => true)
    expect(stores?.map(({ id }) => id)).toEqual(['bank', 'bank 2'])
    detach()
    const [left] = await partsUntil(panel, 'overview', {}, () => true)
    expect(left?.map(({ id }) => id)).toEqual(['bank 2'])
    await expect(panel.call('live', { store: 'bank' })).rejects.toMatchObject({ code: 'devtools/no-store' })
    close()
  })

  it('[AGT-4] shows a store once that is attached twice', async () => {
    const store = bankStore()
    const { agent, panel, close } = connected(store)
    agent.attach(store, { name: 'again' })
    const [stores] = await partsUntil(panel, 'overview', {}, () => true)
    expect(stores?.map(({ id }) => id)).toEqual(['bank'])
    close()
  })

  it('[AGT-4] has nothing to show of an app without stores', async () => {
    const { panel, close } = connected()
    await expect(partsUntil(panel, 'overview', {}, () => true)).resolves.toEqual([[]])
    close()
  })

  it('[AGT-2] refuses what is no store of Playhead', () => {
    expect(() => createAgent({ app: 'app' }).attach({} as Store)).toThrow('store/not-a-store')
  })
})

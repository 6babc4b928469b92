import { action, createActions, createSlice, createStore, stringify } from '@playhead/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bank, bankStore, bankWith, connected, partsUntil } from '../agent.fixtures.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

describe('the playhead', () => {
  it('[AGT-22] is moved, played, looped and paused by a panel', async () => {
    const store = bankWith(30)
    const { panel, close } = connected(store)
    await panel.call('seek', { store: 'bank', to: 10 })
    expect(store.timeline.playhead).toMatchObject({ offset: 10, status: 'parked' })
    await panel.call('step', { store: 'bank', by: -3 })
    expect(store.timeline.playhead.offset).toBe(7)
    await panel.call('play', { store: 'bank', speed: 1, maxIdleMs: 2_000 })
    expect(store.timeline.playhead.status).toBe('playing')
    await panel.call('pause', { store: 'bank' })
    expect(store.timeline.playhead.status).toBe('parked')
    await panel.call('play', { store: 'bank', speed: 2, maxIdleMs: 2_000, loop: { from: 3, to: 9 } })
    expect(store.timeline.playhead).toMatchObject({ offset: 3, status: 'playing' })
    await panel.call('live', { store: 'bank' })
    expect(store.timeline.playhead.status).toBe('live')
    close()
  })

  it('[AGT-22] is refused a place or a pace that is none', async () => {
    const { panel, close } = connected(bankWith(3))
    await expect(panel.call('seek', { store: 'bank', to: 99 })).rejects.toMatchObject({ code: 'timeline/past-head' })
    const play = { store: 'bank', speed: 1_000, maxIdleMs: 1 }
    await expect(panel.call('play', play)).rejects.toMatchObject({ code: 'timeline/bad-speed' })
    const loop = { store: 'bank', speed: 1, maxIdleMs: 1, loop: { from: 2, to: 1 } }
    await expect(panel.call('play', loop)).rejects.toMatchObject({ code: 'timeline/bad-range' })
    close()
  })
})

describe('a dispatch by hand', () => {
  it('[AGT-23] takes JSON, the text of the codec, and no payload', async () => {
    const store = bankWith(2)
    const { panel, close } = connected(store)
    const dispatch = (type: string, payload: string) => panel.call('dispatch', { store: 'bank', type, payload })
    await dispatch('bank/paid', ' { "id": "a", "minor": 7 } ')
    expect(store.recordAt(2)).toMatchObject({ type: 'bank/paid', payload: { id: 'a', minor: 7 } })
    await dispatch('bank/told', stringify(new Date(0)))
    expect(store.recordAt(3)?.payload).toEqual(new Date(0))
    await dispatch('bank/told', '')
    expect(store.recordAt(4)?.payload).toBeUndefined()
    close()
  })

  it('[AGT-23] is refused with what is wrong, and changes nothing then', async () => {
    const store = bankWith(2)
    const { panel, close } = connected(store)
    const dispatch = (type: string, payload: string) => panel.call('dispatch', { store: 'bank', type, payload })
    await expect(dispatch('bank/paid', "{ id: 'a' }")).rejects.toMatchObject({
      code: 'devtools/bad-json',
      message: expect.stringContaining('double quotes'),
    })
    await expect(dispatch('bank/pad', '1')).rejects.toMatchObject({
      code: 'devtools/unknown-type',
      message: expect.stringContaining('bank/paid'),
    })
    await expect(dispatch('bank/told', '{"$date":"x"}')).rejects.toMatchObject({ code: 'codec/malformed' })
    await expect(dispatch('playhead/voided', '{"ids":[]}')).rejects.toMatchObject({
      code: expect.stringContaining('/'),
    })
    await expect(dispatch('bank/broke', '')).rejects.toMatchObject({ code: 'fold/reducer-threw' })
    expect(store.timeline.playhead.head).toBe(2)
    close()
  })

  it('[AGT-23] may be of a type that a slice adopts without a definition', async () => {
    const { fromReducer } = await import('@playhead/core')
    const store = createStore({
      slices: [fromReducer('old', (n: number = 0, { type }) => (type === 'OLD' ? n + 1 : n))],
    })
    const { panel, close } = connected(store)
    await panel.call('dispatch', { store: 'bank', type: 'OLD', payload: '' })
    expect(store.getState()).toEqual({ old: 1 })
    close()
  })
})

describe('a lock', () => {
  it('[AGT-24] refuses every dispatch with a notice, effects and branches included, until it is opened', async () => {
    const store = bankWith(3)
    const { panel, close } = connected(store)
    const { branch } = await panel.call('branch', { store: 'bank', edit: { at: 1 } })
    await panel.call('lock', { store: 'bank', locked: true })
    expect(() => store.dispatch(bank.asked({ id: 'a' }))).toThrow('devtools/locked')
    expect(() => store.dispatch([bank.asked({ id: 'a' })])).toThrow('devtools/locked')
    await expect(panel.call('dispatch', { store: branch, type: 'bank/asked', payload: '{}' })).rejects.toMatchObject({
      code: 'devtools/locked',
    })
    expect(store.timeline.playhead.head).toBe(2)
    const [stores] = await partsUntil(panel, 'overview', {}, () => true)
    expect(stores?.[0]).toMatchObject({ locked: true, errors: [{ code: 'devtools/locked' }] })
    await panel.call('lock', { store: 'bank', locked: false })
    store.dispatch(bank.paid({ id: 'a', minor: 1 }))
    expect(store.timeline.playhead.head).toBe(3)
    close()
  })

  it('[AGT-24] lets the playhead move', async () => {
    const store = bankWith(3)
    const { panel, close } = connected(store)
    await panel.call('lock', { store: 'bank', locked: true })
    await panel.call('seek', { store: 'bank', to: 0 })
    expect(store.timeline.playhead.offset).toBe(0)
    close()
  })

  it('[AGT-24] is opened when the last panel has gone, or the store is taken out', async () => {
    const store = bankWith(3)
    const { panel, detach, close } = connected(store)
    await panel.call('lock', { store: 'bank', locked: true })
    close()
    await vi.waitFor(() => store.dispatch(bank.paid({ id: 'a', minor: 1 })))
    const again = connected(store)
    await again.panel.call('lock', { store: 'bank', locked: true })
    again.detach()
    store.dispatch(bank.paid({ id: 'a', minor: 1 }))
    detach()
    again.close()
  })
})

describe('call sites', () => {
  it('[AGT-25] are captured while they are asked for, from the app on', async () => {
    const store = bankStore()
    const { panel, close } = connected(store)
    const record = (at: number) => panel.call('record', { store: 'bank', at })
    store.dispatch(bank.told(0))
    await panel.call('captureCallSites', { store: 'bank', on: true })
    function pressButton() {
      store.dispatch(bank.told(1))
    }
    pressButton()
    expect(await record(0)).toMatchObject({ callSite: undefined, capturesCallSites: true })
    const { callSite } = await record(1)
    expect(callSite?.[0]).toContain('pressButton')
    expect(callSite?.[0]).toContain('store.test.ts')
    await panel.call('captureCallSites', { store: 'bank', on: false })
    store.dispatch(bank.told(2))
    expect(await record(2)).toMatchObject({ callSite: undefined, capturesCallSites: false })
    close()
  })

  it('[AGT-25] leave the depth of stacks as the app has set it', async () => {
    const before = Error.stackTraceLimit
    const store = bankStore()
    const { panel, close } = connected(store)
    await panel.call('captureCallSites', { store: 'bank', on: true })
    store.dispatch([bank.told(1), bank.told(2)])
    expect(Error.stackTraceLimit).toBe(before)
    expect((await panel.call('record', { store: 'bank', at: 1 })).callSite).toBeDefined()
    close()
  })
})

describe('a store that changes while it is looked at', () => {
  it('[AGT-4] tells of slices that were added', async () => {
    const late = createActions('late', { came: action() })
    const slice = createSlice('late', { n: 0 }, (on) => [on(late.came, (state) => void state.n++)])
    const store = createStore({ slices: [] })
    store.dispatch(late.came())
    const { panel, close } = connected(store)
    await panel.call('hello', { protocol: 1 })
    expect((await panel.call('record', { store: 'bank', at: 0 })).slices).toEqual([])
    await store.add(slice).ready
    expect((await panel.call('record', { store: 'bank', at: 0 })).slices).toEqual(['late'])
    const [stores] = await partsUntil(panel, 'overview', {}, () => true)
    expect(stores?.[0]?.slices).toEqual(['late'])
    close()
  })
})

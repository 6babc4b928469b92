import type { StandardSchema } from '@playhead/core'
import { action, createActions, createSlice, createStore } from '@playhead/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bank, bankStore, bankWith, connected, ledger } from '../agent.fixtures.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

describe('the causes of a record', () => {
  it('[AGT-16] lead back to the event outside, and on to what it caused through effects', async () => {
    const store = bankWith(3)
    store.dispatch(bank.asked({ id: 'a' }))
    const { panel, close } = connected(store)
    const asked = await panel.call('causes', { store: 'bank', at: 3 })
    expect(asked).toMatchObject({
      ancestors: [],
      self: { offset: 3, type: 'bank/asked', effect: undefined },
      direct: [],
      more: 0,
    })
    expect(
      asked.effects.map(({ run, caused }) => [run.effect, run.outcome, caused.map(({ offset }) => offset)]),
    ).toEqual([['answer', 'done', [4, 5]]])
    const paid = await panel.call('causes', { store: 'bank', at: 5 })
    expect(paid.ancestors.map(({ offset }) => offset)).toEqual([3])
    expect(paid.self).toMatchObject({ offset: 5, id: store.recordAt(5)?.id, effect: { name: 'answer', run: 0 } })
    expect(paid.effects).toEqual([])
    close()
  })

  it('[AGT-16] are found far back in a long log', async () => {
    const store = bankStore()
    store.dispatch(bank.asked({ id: 'a' }))
    const late = { ...bank.answered({ id: 'late', rows: 0 }) }
    for (let n = 0; n < 5_000; n++) store.dispatch(bank.paid({ id: 'a', minor: n }))
    store.dispatch(late)
    const { panel, close } = connected(store)
    const { effects, more } = await panel.call('causes', { store: 'bank', at: 0 })
    expect(effects[0]?.caused.map(({ offset }) => offset)).toEqual([1, 2])
    expect(more).toBe(0)
    expect((await panel.call('causes', { store: 'bank', at: 5_003 })).ancestors).toEqual([])
    close()
  })

  it('[AGT-16] are listed up to a bound, with how many more there are', async () => {
    const many = createActions('many', { asked: action(), came: action<number>() })
    const slice = createSlice('many', { n: 0 }, (on) => [on(many.came, (state) => void state.n++)])
    const { createEffect } = await import('@playhead/core')
    const flood = createEffect('flood', {
      on: many.asked,
      flatten: 'merge',
      run: () => Array.from({ length: 300 }, (_, n) => many.came(n)),
      failed: () => many.came(-1),
    })
    const store = createStore({ slices: [slice], effects: [flood] })
    store.dispatch(many.asked())
    const { panel, close } = connected(store)
    const { effects, more } = await panel.call('causes', { store: 'bank', at: 0 })
    expect(effects[0]?.caused).toHaveLength(200)
    expect(more).toBe(100)
    close()
  })

  it('[AGT-16] are refused for what is no record', async () => {
    const { panel, close } = connected(bankWith(3))
    for (const at of [-1, 3, 1.5])
      await expect(panel.call('causes', { store: 'bank', at })).rejects.toMatchObject({ code: 'devtools/no-record' })
    close()
  })
})

describe('a record', () => {
  it('[AGT-17] is told with its cause, its slices, its versions and what went wrong with it', async () => {
    const store = bankWith(2)
    store.dispatch(bank.asked({ id: 'a' }))
    expect(() => store.dispatch({ ...bank.broke(), meta: { from: 'test' } })).toThrow('broken')
    const { panel, close } = connected(store)
    const answered = await panel.call('record', { store: 'bank', at: 3 })
    expect(answered).toEqual({
      offset: 3,
      id: store.recordAt(3)?.id,
      type: 'bank/answered',
      version: 1,
      knownVersion: 1,
      time: store.recordAt(3)?.time,
      sincePrevious: 10,
      actor: undefined,
      group: undefined,
      cause: { id: store.recordAt(2)?.id, offset: 2, type: 'bank/asked' },
      effect: { name: 'answer', run: 0 },
      rest: undefined,
      slices: ['statements'],
      errors: [],
      callSite: undefined,
      capturesCallSites: false,
    })
    const broke = await panel.call('record', { store: 'bank', at: 5 })
    expect(broke.errors).toEqual([expect.stringContaining('the ledger is broken')])
    expect(broke.rest).toMatchObject({ kind: 'object', entries: [{ key: 'meta' }] })
    await expect(panel.call('record', { store: 'bank', at: 9 })).rejects.toMatchObject({ code: 'devtools/no-record' })
    close()
  })

  it('[AGT-17] is found by time, and gives its time', async () => {
    const store = bankWith(5)
    const { panel, close } = connected(store)
    const time = store.recordAt(3)?.time ?? 0
    expect(await panel.call('placeAt', { store: 'bank', time })).toBe(3)
    expect(await panel.call('placeAt', { store: 'bank', time: time - 1 })).toBe(2)
    expect(await panel.call('placeAt', { store: 'bank', time: 0 })).toBe(-1)
    expect(await panel.call('timesAt', { store: 'bank', places: [3, -1, 99, 0.5] })).toEqual([
      time,
      undefined,
      undefined,
      undefined,
    ])
    close()
  })
})

describe('the timing of a record', () => {
  it('[AGT-19] measures the reducers of the slices that listen to it, and changes nothing', async () => {
    const store = bankWith(6)
    const before = store.getState()
    store.select(ledger).subscribe()
    const { panel, close } = connected(store)
    const { reducers, slow, slowMs, selectorsRun, subscribersTold } = await panel.call('timing', {
      store: 'bank',
      at: 4,
    })
    expect(reducers.map(({ slice }) => slice)).toEqual(['ledger'])
    expect(reducers[0]?.ms).toBeGreaterThan(0)
    expect({ selectorsRun, subscribersTold }).toEqual({ selectorsRun: 1, subscribersTold: 1 })
    expect(slow).toBe((reducers[0]?.ms ?? 0) >= (slowMs ?? 0))
    expect(store.getState()).toBe(before)
    await expect(panel.call('timing', { store: 'bank', at: 6 })).rejects.toMatchObject({ code: 'devtools/no-record' })
    close()
  })

  it('[AGT-19] has nothing to measure of a record that takes others back', async () => {
    const undoing = createActions('undoing', { done: action<number>({ undoable: true }) })
    const slice = createSlice('undoing', { n: 0 }, (on) => [
      on(undoing.done, (state, { payload }) => {
        state.n += payload
      }),
    ])
    const store = createStore({ slices: [slice] })
    store.dispatch(undoing.done(1))
    store.undo()
    const { panel, close } = connected(store)
    expect((await panel.call('timing', { store: 'bank', at: 1 })).reducers).toEqual([])
    close()
  })
})

describe('the health of a store', () => {
  it('[AGT-20] tells its size, its pace and what went wrong', async () => {
    const store = bankWith(2_000)
    expect(() => store.dispatch(bank.broke())).toThrow('broken')
    const { panel, close } = connected(store)
    const health = await panel.call('health', { store: 'bank' })
    expect(health).toMatchObject({ records: 2_001, quarantined: 1, durable: false, recordsPerMinute: 0 })
    // What failed is in the overview.
    expect(health.warnings).toEqual([])
    expect(health.bytes).toBeGreaterThan(10_000)
    expect(health.bytesPerRecord).toBeCloseTo((health.bytes ?? 0) / 2_001)
    expect(health.checkpoints).toBeGreaterThan(0)
    close()
  })

  it('[AGT-20] tells the advice of development checks apart from what failed', async () => {
    const rolling = createActions('rolling', { rolled: action() })
    const slice = createSlice('dice', 0, (on) => [on(rolling.rolled, () => Math.random())])
    const store = createStore({ slices: [slice] })
    const { panel, close } = connected(store)
    await panel.call('health', { store: 'bank' })
    store.dispatch(rolling.rolled())
    await Promise.resolve()
    const { warnings } = await panel.call('health', { store: 'bank' })
    expect(warnings.map(({ code }) => code)).toEqual(['check/impure-reducer'])
    close()
  })

  it('[AGT-20] counts records of the last five minutes by the minute', async () => {
    const store = createStore({ slices: [], clock: Date })
    for (let n = 0; n < 30; n++) store.dispatch(bank.told(n))
    const { panel, close } = connected(store)
    expect((await panel.call('health', { store: 'bank' })).recordsPerMinute).toBe(30)
    close()
  })

  it('[AGT-20] measures the seeks of a panel', async () => {
    const { panel, close } = connected(bankWith(100))
    for (const to of [3, 90, 10]) await panel.call('seek', { store: 'bank', to })
    const { seekMs } = await panel.call('health', { store: 'bank' })
    expect(seekMs).toEqual({ median: 1, worst: 1 })
    close()
  })

  it('[AGT-20] is there for an empty store', async () => {
    const { panel, close } = connected(bankStore())
    expect(await panel.call('health', { store: 'bank' })).toMatchObject({
      records: 0,
      bytesPerRecord: undefined,
      seekMs: undefined,
    })
    close()
  })
})

const schema = {
  '~standard': {
    version: 1,
    vendor: 'test',
    validate: (value: unknown) => ({ value }),
    jsonSchema: { input: ({ target }: { target: string }) => ({ $schema: target, type: 'object' }) },
  },
} as StandardSchema<{ n: number }>

describe('the types of a log', () => {
  it('[AGT-30] are counted, the most frequent first, with those that were never used', async () => {
    createActions('unused', { one: action() })
    const { panel, close } = connected(bankWith(10))
    const types = await panel.call('types', { store: 'bank' })
    expect(types.slice(0, 2)).toEqual([
      { type: 'bank/paid', slice: 'ledger', records: 8, hasSchema: false },
      { type: 'bank/opened', slice: 'ledger', records: 2, hasSchema: false },
    ])
    expect(types).toContainEqual({ type: 'unused/one', slice: undefined, records: 0, hasSchema: false })
    expect(types.map(({ type }) => type)).not.toContain('playhead/voided')
    close()
  })

  it('[AGT-30] tell the shape of their payloads, by their schema and by the newest that were seen', async () => {
    const shaped = createActions('shaped', { given: action<{ n: number }>({ schema }), plain: action<string | Date>() })
    const store = createStore({ slices: [] })
    for (let n = 0; n < 60; n++) store.dispatch(shaped.given({ n }))
    store.dispatch(shaped.plain(new Date(0)))
    store.dispatch(shaped.plain('x'.repeat(60_000)))
    store.dispatch(shaped.plain('y'.repeat(60_000)))
    const { panel, close } = connected(store)
    const given = await panel.call('payloadShape', { store: 'bank', type: 'shaped/given' })
    expect(JSON.parse(given.schema ?? '')).toEqual({ $schema: 'draft-2020-12', type: 'object' })
    expect(given.records).toBe(60)
    expect(given.seen).toHaveLength(50)
    expect(given.seen[0]).toBe('{"n":59}')
    const plain = await panel.call('payloadShape', { store: 'bank', type: 'shaped/plain' })
    expect(plain).toMatchObject({ schema: undefined, records: 3 })
    expect(plain.seen.map((text) => text.slice(0, 3))).toEqual(['"yy', '{"$'])
    expect(await panel.call('payloadShape', { store: 'bank', type: 'no/such' })).toEqual({
      schema: undefined,
      seen: [],
      records: 0,
    })
    close()
  })
})

import { describe, expect, it } from 'vitest'
import type { StandardSchema } from '../index.ts'
import { createSlice, createStore, memoryLog } from '../index.ts'
import { createRecords } from '../log/createRecords.ts'
import { createActions } from './createActions.ts'
import { action, prepared } from './definition.ts'

describe('createActions', () => {
  it('[ACT-1] names an action source/key and carries its payload', () => {
    const bank = createActions('bank', { opened: action<{ id: string }>(), closed: action() })
    expect(bank.opened({ id: 'a' })).toEqual({ type: 'bank/opened', payload: { id: 'a' } })
    expect(bank.closed()).toEqual({ type: 'bank/closed', payload: undefined })
    expect(bank.opened.type).toBe('bank/opened')
    expect(String(bank.opened)).toBe('bank/opened')
  })

  it('[ACT-1] refuses an empty source or key, because names are the storage format', () => {
    expect(() => createActions('', { opened: action() })).toThrow('(action/bad-name)')
    expect(() => createActions('bank', { ' ': action() })).toThrow('(action/bad-name)')
  })

  it('[ACT-1] match narrows an action and a record', () => {
    const bank = createActions('bank', { opened: action<{ id: string }>() })
    expect(bank.opened.match({ type: 'bank/opened' })).toBe(true)
    expect(bank.opened.match({ type: 'bank/closed' })).toBe(false)
  })

  it('[ACT-2] makes a prepared payload once, at intake, with the clock and ids of the store', () => {
    let runs = 0
    const bank = createActions('bank', {
      transferred: prepared((context, minor: number) => {
        runs++
        return { id: context.id(), at: context.now(), dice: context.random(), minor }
      }),
    })
    const transfers = createSlice('transfers', [] as { at: number; minor: number }[], (on) => [
      on(bank.transferred, (state, { payload }) => {
        state.push(payload)
      }),
    ])
    const store = createStore({ slices: [transfers], clock: { now: () => 1_000 }, random: () => 0.25 })
    const deferred = bank.transferred(5)
    expect(deferred).not.toHaveProperty('payload')
    expect(runs).toBe(0)

    const dispatched = store.dispatch(deferred)
    expect(dispatched).toEqual({
      type: 'bank/transferred',
      payload: { id: '00000000-03e8-7400-9000-400000400000', at: 1_000, dice: 0.25, minor: 5 },
    })
    void store.timeline.seek(-1)
    void store.timeline.seek(0)
    expect(runs).toBe(1)
    expect(store.get(transfers)).toEqual([dispatched.payload])
  })

  it('[ACT-2] refuses an action whose prepare throws, and appends nothing', () => {
    const bank = createActions('bank', {
      failing: prepared((): { id: string } => {
        throw new Error('no id left')
      }),
    })
    const store = createStore({ slices: [] })
    expect(() => store.dispatch(bank.failing())).toThrow(
      'The payload of "bank/failing" could not be made: no id left. Nothing was appended. (action/prepare-failed)',
    )
    expect(store.timeline.playhead.head).toBe(-1)
  })

  it('[ACT-3] refuses a version without its upcasters when it is defined', () => {
    expect(() =>
      createActions('bank', {
        opened: action<{ id: string }>({ version: 3, upcast: { 1: (old: string) => ({ id: old }) } }),
      }),
    ).toThrow('Action "bank/opened" has version 3 and no upcaster from 2')
    expect(() => createActions('bank', { opened: action({ version: 0 }) })).toThrow('(action/bad-version)')
    expect(() => createActions('bank', { opened: action({ version: 1.5 }) })).toThrow('(action/bad-version)')
  })

  it('[ACT-4] reads an older record in the shape of today, and leaves what is stored as it was', () => {
    const old = createActions('upcast', { loaded: action<{ lines: string[] }>() })
    const stored = createRecords([{ time: 1, action: old.loaded({ lines: ['a'] }) }], { client: 'c', random: () => 0 })
    const today = createActions('upcast', {
      loaded: action<{ rows: string[] }>({
        version: 2,
        upcast: { 1: (before: { lines: string[] }) => ({ rows: before.lines }) },
      }),
    })
    const rows = createSlice('rows', [] as string[], (on) => [on(today.loaded, (_, { payload }) => payload.rows)])
    const store = createStore({ slices: [rows], log: memoryLog({ records: stored }) })
    expect(store.get(rows)).toEqual(['a'])
    expect(stored[0]?.payload).toEqual({ lines: ['a'] })
    expect(stored[0]?.version).toBe(1)
  })

  it('[ACT-4] keeps a record that its upcaster cannot read, folds the others, and says so', () => {
    const old = createActions('broken', { set: action<number | string>() })
    const stored = createRecords(
      [old.set(1), old.set('bad'), old.set(3)].map((each, i) => ({ time: i, action: each })),
      {
        client: 'c',
        random: () => 0,
      },
    )
    const today = createActions('broken', {
      set: action<number>({
        version: 2,
        upcast: {
          1: (before: unknown) => {
            if (typeof before !== 'number') throw new Error('not a number')
            return before
          },
        },
      }),
    })
    const sum = createSlice('sum', 0, (on) => [on(today.set, (total, { payload }) => total + payload)])
    const store = createStore({ slices: [sum], log: memoryLog({ records: stored }) })
    const problems: string[] = []
    store.error$.subscribe((error) => problems.push(error.message))
    expect(store.get(sum)).toBe(4)
    expect(store.timeline.playhead.head).toBe(2)
    expect(problems).toEqual([expect.stringContaining('The record at offset 1 holds "broken/set" at version 1')])
    expect(problems[0]).toContain('(action/upcast-failed)')
  })

  it('[ACT-5] reads records that were stored under a former name', () => {
    const old = createActions('names', { created: action<{ id: string }>() })
    const stored = createRecords([{ time: 1, action: old.created({ id: 'a' }) }], { client: 'c', random: () => 0 })
    const today = createActions('people', { opened: action<{ id: string }>({ formerly: ['names2/created'] }) })
    const ids = createSlice('ids', [] as string[], (on) => [
      on(today.opened, (state, { payload }) => {
        state.push(payload.id)
      }),
    ])
    const renamed = stored.map((record) => ({ ...record, type: 'names2/created' }))
    const store = createStore({ slices: [ids], log: memoryLog({ records: renamed }) })
    expect(store.get(ids)).toEqual(['a'])
  })

  it('[ACT-5] refuses a former name that is still in use', () => {
    expect(() => createActions('bank', { created: action(), opened: action({ formerly: ['bank/created'] }) })).toThrow(
      '(action/name-taken)',
    )
  })

  it('[ACT-6] refuses a payload that does not fit its schema, with the path, and appends nothing', () => {
    const bank = createActions('schema', { opened: action({ schema: positive }) })
    const store = createStore({ slices: [] })
    expect(() => store.dispatch(bank.opened({ minor: -1 }))).toThrow(
      'The payload of "schema/opened" does not fit its schema: payload.minor: must be above 0. Nothing was appended. (action/payload-invalid)',
    )
    expect(store.timeline.playhead.head).toBe(-1)
  })

  it('[ACT-6] refuses a schema that answers with a promise', () => {
    const later: StandardSchema<number> = {
      '~standard': { version: 1, vendor: 'test', validate: async (value) => ({ value: value as number }) },
    }
    const bank = createActions('schema.async', { opened: action({ schema: later }) })
    expect(() => createStore({ slices: [] }).dispatch(bank.opened(1))).toThrow('(action/schema-async)')
  })

  it('[ACT-6] checks a payload again after an upcast', () => {
    const bank = createActions('schema.upcast', {
      opened: action({ version: 2, upcast: { 1: (old: number) => ({ minor: old }) }, schema: positive }),
    })
    const opened = createSlice('opened', 0, (on) => [on(bank.opened, (count) => count + 1)])
    const [good, bad] = createRecords(
      [bank.opened({ minor: 1 }), bank.opened({ minor: 1 })].map((each) => ({ time: 1, action: each })),
      {
        client: 'c',
        random: () => 0,
      },
    )
    const records = [
      { ...good, version: 1, payload: 5 },
      { ...bad, version: 1, payload: -5 },
    ] as never
    const store = createStore({ slices: [opened], log: memoryLog({ records }) })
    const problems: string[] = []
    store.error$.subscribe((error) => problems.push(error.code))
    expect(store.get(opened)).toBe(1)
    expect(problems).toEqual(['action/upcast-failed'])
  })

  it('[ACT-7] keeps a record of a newer version, does not fold it, and says so', () => {
    const bank = createActions('newer', { opened: action<number>() })
    const count = createSlice('count', 0, (on) => [on(bank.opened, (n) => n + 1)])
    const records = createRecords(
      [bank.opened(1), bank.opened(2)].map((each) => ({ time: 1, action: each })),
      {
        client: 'c',
        random: () => 0,
      },
    ).map((record, i) => (i === 1 ? { ...record, version: 2 } : record))
    const store = createStore({ slices: [count], log: memoryLog({ records }) })
    const problems: string[] = []
    store.error$.subscribe((error) => problems.push(error.code))
    expect(store.get(count)).toBe(1)
    expect(store.timeline.playhead.head).toBe(1)
    expect(problems).toEqual(['action/newer-version'])
  })

  it('[ACT-8] keeps an unknown type, does not fold it, and says so once', () => {
    const store = createStore({ slices: [] })
    const problems: string[] = []
    store.error$.subscribe((error) => problems.push(error.code))
    store.dispatch({ type: 'nobody/knows' })
    store.dispatch({ type: 'nobody/knows' })
    expect(store.timeline.playhead.head).toBe(1)
    expect(problems).toEqual(['action/unknown-type'])
  })

  it('[ACT-9] takes no UI event for a payload, so that a creator can be an event handler', () => {
    class PressEvent {
      type = 'press'
      target = 'a button'
      continuePropagation() {}
    }
    const bank = createActions('handlers', { closed: action(), kept: action<object>() })
    class Edge {
      type = 'edge'
      target = 'a node'
    }
    expect(bank.kept(new Edge()).payload).toBeInstanceOf(Edge)
    const handler: (event: PressEvent) => unknown = bank.closed
    expect(handler(new PressEvent())).toEqual({ type: 'handlers/closed', payload: undefined })
  })

  it('[ACT-10] refuses a store whose slices listen to two definitions of one type', () => {
    const one = createActions('twice', { opened: action<{ id: string }>() })
    const two = createActions('twice', { opened: action<number>() })
    const a = createSlice('a', 0, (on) => [on(one.opened, (n) => n + 1)])
    const b = createSlice('b', 0, (on) => [on(two.opened, (n) => n + 1)])
    expect(() => createStore({ slices: [a, b] })).toThrow('(action/name-taken)')
    expect(() => createStore({ slices: [b] })).not.toThrow()
  })
})

const positive: StandardSchema<{ minor: number }> = {
  '~standard': {
    version: 1,
    vendor: 'test',
    validate: (value) => {
      const { minor } = value as { minor: number }
      return minor > 0 ? { value: { minor } } : { issues: [{ message: 'must be above 0', path: ['minor'] }] }
    },
  },
}

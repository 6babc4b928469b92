import { describe, expect, it, vi } from 'vitest'
import type { PlacedRecord, PlayheadError } from '../index.ts'
import { action, createActions, createSelector, createSlice, createStore, memoryLog, prepared } from '../index.ts'

const counter = createActions('counter', {
  added: action<number>(),
  failed: action<number>(),
  kept: action<Record<string, unknown>>(),
})
const count = createSlice('count', 0, (on) => [
  on(counter.added, (n, { payload }) => n + payload),
  on(counter.failed, (): number => {
    throw new Error('broken reducer')
  }),
])
const seen = createSlice('seen', [] as string[], (on) => [
  on([counter.added, counter.failed], (state, { type }) => {
    state.push(type)
  }),
])

describe('dispatch', () => {
  it('[DSP-1] has applied the action when it returns, and returns its argument', () => {
    const store = createStore({ slices: [count] })
    const added = counter.added(2)
    expect(store.dispatch(added)).toBe(added)
    expect(store.get(count)).toBe(2)
  })

  it('[DSP-2] appends a batch as one fold and one notification, with a record for each action', () => {
    const store = createStore({ slices: [count] })
    const listener = vi.fn()
    store.subscribe(listener)
    const [one, two] = store.dispatch([counter.added(1), counter.added(2)])
    expect(one.payload).toBe(1)
    expect(two.payload).toBe(2)
    expect(listener).toHaveBeenCalledTimes(1)
    expect(store.get(count)).toBe(3)
    expect(store.timeline.playhead.head).toBe(1)
  })

  it('[DSP-2] does nothing for an empty batch', () => {
    const store = createStore({ slices: [count] })
    const listener = vi.fn()
    store.subscribe(listener)
    expect(store.dispatch([])).toEqual([])
    expect(listener).not.toHaveBeenCalled()
  })

  it('[DSP-3] refuses a whole batch when one payload cannot be stored, before anything changes', () => {
    const store = createStore({ slices: [count] })
    const listener = vi.fn()
    store.subscribe(listener)
    expect(() => store.dispatch([counter.added(1), counter.kept({ list: [{ done: () => 1 }] })])).toThrow(
      'payload.list[0].done',
    )
    expect(listener).not.toHaveBeenCalled()
    expect(store.get(count)).toBe(0)
    expect(store.timeline.playhead.head).toBe(-1)
    store.dispatch(counter.added(1))
    expect(store.at(0).get(count)).toBe(1)
  })

  it('[DSP-3] refuses a payload above the largest size, with its code', () => {
    const store = createStore({ slices: [], payloadBytesMax: 100 })
    expect(() => store.dispatch(counter.kept({ text: 'x'.repeat(101) }))).toThrow('(dispatch/payload-too-large)')
    expect(store.timeline.playhead.head).toBe(-1)
  })

  it('[DSP-4] queues what a subscriber dispatches, so that everybody sees the same order', () => {
    const store = createStore({ slices: [count] })
    const states: number[] = []
    store.action$.subscribe(({ payload }) => {
      if (payload === 1) {
        store.dispatch(counter.added(10))
        // Queued: not applied yet.
        states.push(store.get(count))
      }
    })
    store.action$.subscribe(() => states.push(store.get(count)))
    store.dispatch(counter.added(1))
    expect(states).toEqual([1, 1, 11])
  })

  it('[DSP-5] refuses a dispatch from a reducer', () => {
    const bad = createSlice('bad', 0, (on) => [
      on(counter.added, (n) => {
        store.dispatch(counter.added(1))
        return n
      }),
    ])
    const store = createStore({ slices: [bad] })
    expect(() => store.dispatch(counter.added(1))).toThrow('(dispatch/in-reducer)')
    expect(store.timeline.playhead.head).toBe(0)
  })

  it('[DSP-5] refuses a dispatch and a move from a selector', () => {
    const store = createStore({ slices: [count] })
    const dispatching = createSelector(count, () => store.dispatch(counter.added(1)))
    const moving = createSelector(count, () => void store.timeline.live())
    expect(() => store.get(dispatching)).toThrow('(dispatch/in-selector)')
    expect(store.timeline.playhead.head).toBe(-1)
    expect(() => store.get(moving)).not.toThrow()
  })

  it('[DSP-2] takes a batch of any length', async () => {
    const store = createStore({ slices: [count] })
    store.dispatch(Array.from({ length: 150_000 }, () => counter.added(1)))
    store.dispatch(counter.added(1))
    expect(store.get(count)).toBe(150_001)
    expect(store.timeline.playhead.head).toBe(150_000)
    expect(store.recordAt(150_000)?.offset).toBe(150_000)
    expect(store.at(77_777).get(count)).toBe(77_778)
  })

  it('[DSP-11] gives each record its own id, also when making a payload dispatches', () => {
    const store = createStore({ slices: [] })
    const nested = createActions('nested', {
      made: prepared(() => {
        store.dispatch(counter.added(1))
        return 1
      }),
    })
    const ids: string[] = []
    store.action$.subscribe(({ id }) => ids.push(id.split('.')[1] ?? ''))
    store.dispatch(nested.made())
    expect(ids).toEqual(['0', '1'])
  })

  it('[DSP-10] refuses a field called __proto__ and a type as long as a text', () => {
    const store = createStore({ slices: [] })
    expect(() => store.dispatch(JSON.parse('{"type":"x","__proto__":{"admin":true}}'))).toThrow('__proto__')
    expect(() => store.dispatch({ type: 'x'.repeat(2_000) })).toThrow('(dispatch/not-an-action)')
  })

  it('[DSP-6] stops actions that cause each other without end', () => {
    const store = createStore({ slices: [] })
    store.action$.subscribe(() => store.dispatch(counter.added(1)))
    expect(() => store.dispatch(counter.added(1))).toThrow('(dispatch/endless)')
  })

  it('[DSP-6] goes on after actions that caused each other were stopped', () => {
    const store = createStore({ slices: [count] })
    const endless = store.action$.subscribe(() => store.dispatch(counter.added(0)))
    expect(() => store.dispatch(counter.added(0))).toThrow('(dispatch/endless)')
    endless.unsubscribe()
    store.dispatch(counter.added(7))
    expect(store.get(count)).toBe(7)
  })

  it('[DSP-8] quarantines a record in the slice that threw, reports it, and rethrows to the caller', () => {
    const store = createStore({ slices: [count, seen] })
    const errors: PlayheadError[] = []
    store.error$.subscribe((error) => errors.push(error))
    store.dispatch(counter.added(1))
    expect(() => store.dispatch(counter.failed(1))).toThrow('Slice "count" threw on "counter/failed"')
    expect(store.get(count)).toBe(1)
    expect(store.get(seen)).toEqual(['counter/added', 'counter/failed'])
    expect(errors.map(({ code }) => code)).toEqual(['fold/reducer-threw'])
    expect(errors[0]?.record?.type).toBe('counter/failed')
    expect(errors[0]?.cause).toEqual(new Error('broken reducer'))
  })

  it('[DSP-8] tells nobody again when a quarantined record is replayed', async () => {
    const store = createStore({ slices: [count, seen] })
    const errors: PlayheadError[] = []
    store.error$.subscribe((error) => errors.push(error))
    expect(() => store.dispatch(counter.failed(1))).toThrow()
    store.dispatch(counter.added(1))
    await store.timeline.seek(0)
    expect(store.get(count)).toBe(0)
    expect(store.get(seen)).toEqual(['counter/failed'])
    expect(errors).toHaveLength(1)
  })

  it.each([
    ['nothing', undefined],
    ['a number', 1],
    ['a thunk', () => {}],
    ['an object without a type', { payload: 1 }],
    ['an empty type', { type: '' }],
  ])('[DSP-9] refuses %s with what it is', (_, value) => {
    const store = createStore({ slices: [] })
    expect(() => store.dispatch(value as never)).toThrow('(dispatch/not-an-action)')
  })

  it('[DSP-10] keeps the other fields of a Redux action with its record', () => {
    const store = createStore({ slices: [] })
    const records: unknown[] = []
    store.action$.subscribe((record) => records.push(record.rest))
    store.dispatch({ type: 'ADD_TODO', text: 'hello', meta: { at: new Date(5) } })
    expect(records).toEqual([{ text: 'hello', meta: { at: new Date(5) } }])
  })

  it('[DSP-11] stamps records with one client, a sequence from 0, the actor, and a time that never goes back', () => {
    // The first is read for the client's id.
    const times = [50, 60, 30]
    const store = createStore({ slices: [], actor: 'ann', clock: { now: () => times.shift() ?? 0 }, random: () => 0 })
    const records: { id: string; time: number; actor?: string }[] = []
    store.action$.subscribe((record) => records.push(record))
    store.dispatch(counter.added(1))
    store.dispatch(counter.added(2))
    expect(records.map(({ id }) => id)).toEqual([
      '00000000-0032-7000-8000-000000000000.0',
      '00000000-0032-7000-8000-000000000000.1',
    ])
    expect(records.map(({ time }) => time)).toEqual([60, 60])
    expect(records.map(({ actor }) => actor)).toEqual(['ann', 'ann'])
  })

  it('[DSP-12] protects the maps and sets that are logged from reducers that take them', () => {
    const counts = createActions('counts', { taken: action<{ counts: Map<string, number> }>() })
    const kept = createSlice('kept', { counts: new Map<string, number>() }, (on) => [
      on(counts.taken, (state, { payload }) => {
        state.counts = payload.counts as Map<string, number>
        state.counts.set('n', (state.counts.get('n') ?? 0) + 1)
      }),
    ])
    const store = createStore({ slices: [kept] })
    store.error$.subscribe()
    expect(() => store.dispatch(counts.taken({ counts: new Map([['n', 1]]) }))).toThrow('Cannot write to a map or set')
    expect(store.recordAt(0)?.payload).toEqual({ counts: new Map([['n', 1]]) })
    // So are those of a log that was there before.
    const records = [{ ...(store.recordAt(0) as PlacedRecord), payload: { counts: new Map([['n', 1]]) } }]
    const again = createStore({ slices: [kept], log: memoryLog({ records }) })
    again.error$.subscribe()
    expect(again.get(kept).counts.size).toBe(0)
    expect(again.recordAt(0)?.payload).toEqual({ counts: new Map([['n', 1]]) })
  })

  it('[DSP-12] lets a reducer change a map that it took at an earlier record', () => {
    const counts = createActions('counts.later', { taken: action<Map<string, number>>(), raised: action() })
    const kept = createSlice('kept', { counts: new Map<string, number>() }, (on) => [
      on(counts.taken, (state, { payload }) => {
        state.counts = payload
      }),
      on(counts.raised, (state) => {
        state.counts.set('n', (state.counts.get('n') ?? 0) + 1)
      }),
    ])
    const store = createStore({ slices: [kept] })
    store.dispatch([counts.taken(new Map([['n', 1]])), counts.raised(), counts.raised()])
    expect(store.get(kept).counts.get('n')).toBe(3)
    expect(store.recordAt(0)?.payload).toEqual(new Map([['n', 1]]))
  })

  it('[DSP-12] copies maps, sets, dates and typed arrays of a payload, which freezing cannot protect', () => {
    const store = createStore({ slices: [] })
    const payloads: unknown[] = []
    store.action$.subscribe(({ payload }) => payloads.push(payload))
    const when = new Date(1)
    const tags = new Set(['a'])
    store.dispatch(counter.kept({ when, tags }))
    when.setTime(2)
    tags.add('b')
    expect(payloads).toEqual([{ when: new Date(1), tags: new Set(['a']) }])
  })
})

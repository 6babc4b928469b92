import { describe, expect, it } from 'vitest'
import type { Playhead, Store } from '../index.ts'
import { createSlice, createStore } from '../index.ts'
import { countingMeter } from '../work/countingMeter.ts'
import { count, counter } from './timeline.fixtures.ts'

/** Each record adds 1. A slice of time has 600 records. */
function storeOf(records: number): Store {
  const store = createStore({ slices: [count], meter: countingMeter(0.01) })
  store.dispatch(Array.from({ length: records }, () => counter.added(1)))
  return store
}

const reaches = (n: number) => (view: { get: Store['get'] }) => view.get(count) === n

describe('runUntil', () => {
  it('[TML-16] parks after the first record where the predicate holds', async () => {
    const store = storeOf(5)
    await store.timeline.seek(-1)
    const asked: unknown[] = []
    const found = await store.timeline.runUntil((view, record) => {
      asked.push([record.offset, view.get(count)])
      return view.get(count) === 3
    })
    expect(found).toMatchObject({ offset: 2, status: 'parked' })
    expect(store.timeline.playhead).toBe(found)
    expect(store.get(count)).toBe(3)
    expect(asked).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ])
  })

  it('[TML-16] runs on from the record where it stands, which is not asked about again', async () => {
    const store = storeOf(5)
    const always = () => true
    expect(await store.timeline.runUntil(always, { from: 1 })).toMatchObject({ offset: 2 })
    expect(await store.timeline.runUntil(always)).toMatchObject({ offset: 3 })
  })

  it('[TML-16] is live again where the predicate never holds', async () => {
    const store = storeOf(5)
    expect(await store.timeline.runUntil(() => false, { from: -1 })).toBeUndefined()
    expect(store.timeline.playhead).toMatchObject({ offset: 4, status: 'live' })
    expect(await store.timeline.runUntil(() => true)).toBeUndefined()
  })

  it('[TML-17] moves along in slices, one move each, and tells that it is seeking', async () => {
    const store = storeOf(2_000)
    const moves: Playhead[] = []
    store.timeline.playhead$.subscribe((playhead) => moves.push(playhead))
    await store.timeline.runUntil(reaches(1_900), { from: -1 })
    expect(moves.map(({ offset, status }) => `${offset} ${status}`)).toEqual([
      '1999 live',
      '639 seeking',
      '1279 seeking',
      '1899 parked',
    ])
  })

  it('[TML-17] asks about records that come while it runs', async () => {
    const store = storeOf(1_000)
    const found = store.timeline.runUntil(reaches(1_001), { from: -1 })
    store.dispatch(counter.added(1))
    expect(await found).toMatchObject({ offset: 1_000, head: 1_000, status: 'parked' })
  })

  it('[TML-17] goes on by the new reducers where they are replaced while it runs', async () => {
    const store = storeOf(6_000)
    const doubled = createSlice('count', 0, (on) => [on(counter.added, (n, { payload }) => n + 2 * payload)])
    const halfway = new Promise<void>((resolve) =>
      store.progress$.subscribe((progress) => progress && progress.done > 3_000 && resolve()),
    )
    const replaced = store.replace(doubled)
    await halfway
    const found = store.timeline.runUntil(reaches(12_000), { from: -1 })
    await replaced
    expect(store.timeline.playhead.status).toBe('seeking')
    expect(await found).toMatchObject({ offset: 5_999 })
  })

  it('[TML-18] stops where it is when its signal is aborted', async () => {
    const store = storeOf(2_000)
    const stop = new AbortController()
    const found = store.timeline.runUntil(() => false, { from: -1, signal: stop.signal })
    stop.abort('enough')
    await expect(found).rejects.toBe('enough')
    expect(store.timeline.playhead).toMatchObject({ offset: 639, status: 'parked' })
    await expect(store.timeline.runUntil(() => true, { from: -1, signal: stop.signal })).rejects.toBe('enough')
  })

  it('[TML-18] ends when something else moves the playhead, which stays where that put it', async () => {
    const store = storeOf(2_000)
    const found = store.timeline.runUntil(() => false, { from: -1 })
    await store.timeline.seek(7)
    await expect(found).rejects.toThrow('(timeline/interrupted)')
    expect(store.timeline.playhead).toMatchObject({ offset: 7, status: 'parked' })
  })

  it('[TML-18] ends when another run begins', async () => {
    const store = storeOf(2_000)
    const first = store.timeline.runUntil(() => false, { from: -1 })
    const second = store.timeline.runUntil(reaches(100), { from: -1 })
    await expect(first).rejects.toThrow('(timeline/interrupted)')
    expect(await second).toMatchObject({ offset: 99 })
  })

  it('[TML-18] ends with its store', async () => {
    const store = storeOf(2_000)
    const found = store.timeline.runUntil(() => false, { from: -1 })
    const ended = expect(found).rejects.toThrow('(timeline/interrupted)')
    await store.close()
    await ended
  })

  it('[TML-18] is stopped by a predicate that throws, with the offset', async () => {
    const store = storeOf(5)
    const found = store.timeline.runUntil(
      (_, { offset }) => {
        if (offset === 2) throw new Error('no such account')
        return false
      },
      { from: -1 },
    )
    await expect(found).rejects.toMatchObject({
      code: 'timeline/predicate-threw',
      message:
        'runUntil was stopped at offset 2 ("timeline/added"): its predicate threw no such account. The playhead is parked there. Mend the predicate and call it again. (timeline/predicate-threw)',
      record: { offset: 2 },
      cause: new Error('no such account'),
    })
    expect(store.timeline.playhead).toMatchObject({ offset: 2, status: 'parked' })
  })
})

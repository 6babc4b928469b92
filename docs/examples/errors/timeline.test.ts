import { action, createActions, createSlice, createStore } from '@playhead/core'
import { expect, it } from 'vitest'

const counter = createActions('counter', { added: action<number>() })
const count = createSlice('count', 0, (on) => [on(counter.added, (n, { payload }) => n + payload)])

function storeOfTen() {
  const store = createStore({ slices: [count] })
  for (let n = 0; n < 10; n++) store.dispatch(counter.added(1))
  return store
}

it('timeline/bad-place is the answer to an invalid date', async () => {
  const store = storeOfTen()
  // #region bad-place
  const sought = store.timeline.seek(new Date('31.12.2026'))
  // #endregion
  await expect(sought).rejects.toThrow('(timeline/bad-place)')
  // #region bad-place-mended
  await store.timeline.seek(new Date('2026-12-31'))
  // #endregion
})

it('timeline/bad-step is the answer to a fraction', async () => {
  const store = storeOfTen()
  // #region bad-step
  const stepped = store.timeline.step(-0.5)
  // #endregion
  await expect(stepped).rejects.toThrow('(timeline/bad-step)')
  // #region bad-step-mended
  await store.timeline.step(-1)
  // #endregion
})

it('timeline/no-such-offset is the answer to a fraction and to what is below −1', async () => {
  const store = storeOfTen()
  const share = 0.25
  // #region no-such-offset
  const sought = store.timeline.seek(share * store.timeline.playhead.head) // 2.25
  // #endregion
  await expect(sought).rejects.toThrow('(timeline/no-such-offset)')
  // #region no-such-offset-mended
  await store.timeline.seek(Math.round(share * store.timeline.playhead.head))
  // #endregion
  expect(store.get(count)).toBe(3)
})

it('timeline/past-head is the answer to an offset that is not there', async () => {
  const store = storeOfTen()
  const fromLink = 12
  // #region past-head
  const sought = store.timeline.seek(fromLink) // a link to offset 12; the head is 9
  // #endregion
  await expect(sought).rejects.toThrow('(timeline/past-head)')
  // #region past-head-mended
  await store.timeline.seek(Math.min(fromLink, store.timeline.playhead.head))
  // #endregion
})

it('timeline/past-head says so when the number looks like a time', async () => {
  const store = storeOfTen()
  // #region past-head-time
  const sought = store.timeline.seek(Date.now())
  // #endregion
  await expect(sought).rejects.toThrow('pass `new Date(time)`')
})

it('timeline/bad-speed is the answer to a speed that is none', () => {
  const store = storeOfTen()
  expect(() => {
    // #region bad-speed
    store.timeline.play({ speed: 100 })
    // #endregion
  }).toThrow('(timeline/bad-speed)')
  // #region bad-speed-mended
  store.timeline.play({ speed: 64 })
  // #endregion
  store.timeline.pause()
})

it('timeline/bad-range is the answer to a range without a record', () => {
  const store = storeOfTen()
  expect(() => {
    // #region bad-range
    store.timeline.loop({ from: 5, to: 5 })
    // #endregion
  }).toThrow('(timeline/bad-range)')
  // #region bad-range-mended
  store.timeline.loop({ from: 4, to: 5 }) // plays record 5, and the state before it
  // #endregion
  store.timeline.pause()
})

it('timeline/bad-path is the answer to a path that begins with no slice', async () => {
  const store = storeOfTen()
  expect(() => {
    // #region bad-path
    store.timeline.blame(['counter', 'n'])
    // #endregion
  }).toThrow('(timeline/bad-path)')
  // #region bad-path-mended
  for await (const { record, before, after } of store.timeline.blame(['count'])) {
    console.log(`${record.offset}: ${before} → ${after}`) // → 9: 9 → 10
    break
  }
  // #endregion
})

it('timeline/bad-fork is the answer to a change that cannot be made', async () => {
  const store = storeOfTen()
  expect(() => {
    // #region bad-fork
    store.timeline.fork({ at: 5, without: [7] })
    // #endregion
  }).toThrow('(timeline/bad-fork)')
  // #region bad-fork-mended
  const branch = store.timeline.fork({ at: 9, without: [7] })
  // #endregion
  await branch.ready
  expect(branch.get(count)).toBe(9)
})

it('timeline/predicate-threw is the answer to a predicate that throws', async () => {
  const store = storeOfTen()
  const limits = new Map([[0, 100]])
  // #region predicate-threw
  const run = store.timeline.runUntil(
    (view, { offset }) => view.get(count) > (limits.get(offset) as number).valueOf(),
    {
      from: -1,
    },
  )
  // #endregion
  await expect(run).rejects.toThrow('(timeline/predicate-threw)')
  expect(store.timeline.playhead.offset).toBe(1)
  // #region predicate-threw-mended
  const found = await store.timeline.runUntil((view, { offset }) => view.get(count) > (limits.get(offset) ?? 5))
  // #endregion
  expect(found?.offset).toBe(5)
})

it('timeline/interrupted is the answer to a run that something else has ended', async () => {
  const store = createStore({ slices: [count], meter: { start: () => (records) => records } })
  store.dispatch(Array.from({ length: 1_000 }, () => counter.added(1)))
  // #region interrupted
  const run = store.timeline.runUntil((view) => view.get(count) > 1_000_000, { from: -1 })
  store.timeline.live()
  // #endregion
  await expect(run).rejects.toThrow('(timeline/interrupted)')
  // #region interrupted-mended
  const stop = new AbortController()
  const found = await store.timeline.runUntil((view) => view.get(count) > 500, { from: -1, signal: stop.signal })
  // #endregion
  expect(found?.offset).toBe(500)
})

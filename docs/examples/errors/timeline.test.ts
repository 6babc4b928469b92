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

import 'fake-indexeddb/auto'
import { action, createActions, createRecords, createSlice, createStore } from '@playhead/core'
import { expect, it } from 'vitest'
import { deleteLog, indexedDbLog } from './index.ts'

const notes = createActions('notes', { written: action<string>() })
const list = createSlice('list', { texts: [] as string[] }, (on) => [
  on(notes.written, (state, { payload }) => {
    state.texts.push(payload)
  }),
])
const sample = () =>
  createRecords([{ time: 0, action: notes.written('welcome') }], { client: 'sample', random: () => 0.5 })

it('[IDB-2] keeps what a store dispatched for the page that comes after', async () => {
  const firstPage = async () => {
    // #region use
    const store = createStore({ slices: [list], log: indexedDbLog('notes', { seed: sample }) })
    await store.ready // what was stored is there

    const written = store.dispatch(notes.written('buy milk')) // folded and on the screen
    await store.durable(written) // and stored

    // #endregion
    await store.close()
  }
  const nextPage = async () => {
    const store = createStore({ slices: [list], log: indexedDbLog('notes') })
    await store.ready
    expect(store.get(list).texts).toEqual(['welcome', 'buy milk'])
    expect(store.timeline.playhead).toMatchObject({ offset: 1, head: 1, status: 'live' })
    await store.close()
  }
  await firstPage()
  await nextPage()
  await deleteLog('notes')
})

it('[IDB-2] shows a dispatch at once, and moves the head when it is stored', async () => {
  const store = createStore({ slices: [list], log: indexedDbLog('pending') })
  await store.ready
  const written = store.dispatch(notes.written('now'))
  expect([store.get(list).texts, store.timeline.playhead.head]).toEqual([['now'], -1])
  await store.durable(written)
  expect([store.get(list).texts, store.timeline.playhead.head]).toEqual([['now'], 0])
  await store.close()
})

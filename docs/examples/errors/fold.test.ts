import { action, createActions, createSlice, createStore, prepared } from '@playhead/core'
import { virtualTime } from '@playhead/core/testing'
import { expect, it } from 'vitest'

const bank = createActions('bank', { renamed: action<{ id: string; owner: string }>() })

it('fold/reducer-threw is thrown to the caller, and the record is left out of that slice', () => {
  // #region reducer-threw
  const initial: { [id: string]: { owner: string } | undefined } = {}
  const accounts = createSlice('accounts', initial, (on) => [
    on(bank.renamed, (state, { payload }) => {
      const account = state[payload.id]
      if (!account) throw new Error(`no account ${payload.id}`)
      account.owner = payload.owner
    }),
  ])
  // #endregion
  const store = createStore({ slices: [accounts] })
  store.error$.subscribe()
  expect(() => store.dispatch(bank.renamed({ id: 'a', owner: 'Ann' }))).toThrow('(fold/reducer-threw)')
  expect(store.get(accounts)).toEqual({})
})

it('fold/reducer-threw is mended by a reducer that answers every action', () => {
  // #region reducer-threw-mended
  const initial: { [id: string]: { owner: string } | undefined } = {}
  const accounts = createSlice('accounts', initial, (on) => [
    on(bank.renamed, (state, { payload }) => {
      const account = state[payload.id]
      if (account) account.owner = payload.owner
    }),
  ])
  // #endregion
  const store = createStore({ slices: [accounts] })
  store.dispatch(bank.renamed({ id: 'a', owner: 'Ann' }))
  expect(store.get(accounts)).toEqual({})
})

/** A store whose idle moments come when time goes on, and in which a record costs so many milliseconds to fold. */
function idleStore(
  slices: Parameters<typeof createStore>[0]['slices'],
  msPerRecord = 0.1,
  memoryBytesMax = 10_000_000,
) {
  const time = virtualTime()
  const meter = { start: () => (records: number) => records * msPerRecord }
  const store = createStore({ slices, scheduler: time.scheduler, meter, memoryBytesMax })
  const codes: string[] = []
  store.error$.subscribe(({ code }) => codes.push(code))
  return { store, time, codes }
}

it('fold/checkpoint-differs is told of a reducer that draws lots', () => {
  const lottery = createActions('lottery', { drawn: action() })
  // #region checkpoint-differs
  const luck = createSlice('luck', { number: 0 }, (on) => [
    on(lottery.drawn, (state) => {
      state.number = Math.random()
    }),
  ])
  // #endregion
  const { store, time, codes } = idleStore([luck])
  for (let n = 0; n < 1_000; n++) store.dispatch(lottery.drawn())
  time.flush()
  expect(codes).toEqual(['fold/checkpoint-differs'])
})

it('fold/checkpoint-differs is mended by drawing when the action is dispatched', () => {
  // #region checkpoint-differs-mended
  const lottery = createActions('lottery', {
    drawn: prepared((context) => ({ number: context.random() })),
  })
  const luck = createSlice('luck', { number: 0 }, (on) => [
    on(lottery.drawn, (state, { payload }) => {
      state.number = payload.number
    }),
  ])
  // #endregion
  const { store, time, codes } = idleStore([luck])
  for (let n = 0; n < 1_000; n++) store.dispatch(lottery.drawn())
  time.flush()
  expect(codes).toEqual([])
})

it('fold/over-budget is told of an action that takes long to fold', () => {
  interface Line {
    readonly id: string
    readonly text: string
  }
  const lines = createActions('lines', { imported: action<{ lines: readonly Line[] }>() })
  const text = createSlice('text', { length: 0 }, (on) => [
    on(lines.imported, (state, { payload }) => {
      state.length += payload.lines.length
    }),
  ])
  const { store, time, codes } = idleStore([text], 20)
  const all: readonly Line[] = [{ id: 'a', text: 'b' }]
  // #region over-budget
  store.dispatch(lines.imported({ lines: all })) // 200,000 of them
  // #endregion
  for (let n = 0; n < 100; n++) store.dispatch(lines.imported({ lines: all }))
  time.flush()
  expect(codes).toEqual(['fold/over-budget'])
  // #region over-budget-mended
  for (let from = 0; from < all.length; from += 500) {
    store.dispatch(lines.imported({ lines: all.slice(from, from + 500) }))
  }
  // #endregion
})

it('fold/memory-budget is told where the log has outgrown its memory', () => {
  const counter = createActions('counter', { added: action<number>() })
  const count = createSlice('count', 0, (on) => [on(counter.added, (n, { payload }) => n + payload)])
  const { store, time, codes } = idleStore([count], 0.1, 100_000)
  for (let n = 0; n < 3_000; n++) store.dispatch(counter.added(1))
  time.flush()
  expect(codes).toEqual(['fold/memory-budget'])
  const slices = [count]
  // #region memory-budget-mended
  createStore({ slices, memoryBytesMax: 512 * 1024 * 1024 })
  // #endregion
})

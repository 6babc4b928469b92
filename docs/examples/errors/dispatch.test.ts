import { action, createActions, createSlice, createStore, prepared } from '@playhead/core'
import { describe, expect, it } from 'vitest'

const bank = createActions('bank', { paid: action<number>(), refused: action<number>(), noted: action<unknown[]>() })
const minor = createSlice('minor', 0, (on) => [on(bank.paid, (sum, { payload }) => sum + payload)])

describe('dispatch/endless', () => {
  it('is thrown when subscribers answer each other without end', () => {
    const store = createStore({ slices: [minor] })
    expect(() => {
      // #region endless
      store.action$.subscribe(({ type }) => {
        if (type === 'bank/paid') store.dispatch(bank.paid(1))
      })
      store.dispatch(bank.paid(1))
      // #endregion
    }).toThrow('(dispatch/endless)')
  })

  it('is mended by a condition that becomes false', () => {
    const store = createStore({ slices: [minor] })
    // #region endless-mended
    store.action$.subscribe(({ type }) => {
      if (type === 'bank/paid' && store.live.get(minor) < 3) store.dispatch(bank.paid(1))
    })
    store.dispatch(bank.paid(1))
    // #endregion
    expect(store.get(minor)).toBe(3)
  })
})

describe('dispatch/in-reducer', () => {
  it('is thrown when a reducer dispatches', () => {
    // #region in-reducer
    const balance = createSlice('balance', 0, (on) => [
      on(bank.paid, (sum, { payload }) => {
        if (sum < payload) store.dispatch(bank.refused(payload))
        return sum - payload
      }),
    ])
    const store = createStore({ slices: [balance] })
    // #endregion
    store.error$.subscribe()
    expect(() => store.dispatch(bank.paid(1))).toThrow('(dispatch/in-reducer)')
  })

  it('is mended by deciding before the dispatch, or by keeping the answer in state', () => {
    // #region in-reducer-mended
    const balance = createSlice('balance', { minor: 0, refused: 0 }, (on) => [
      on(bank.paid, (state, { payload }) => {
        if (state.minor < payload) state.refused++
        else state.minor -= payload
      }),
    ])
    // #endregion
    const store = createStore({ slices: [balance] })
    store.dispatch(bank.paid(1))
    expect(store.get(balance)).toEqual({ minor: 0, refused: 1 })
  })
})

describe('dispatch/not-an-action', () => {
  it('is thrown for what has no type', () => {
    const store = createStore({ slices: [minor] })
    expect(() => {
      // #region not-an-action
      // @ts-expect-error the creator, its call forgotten
      store.dispatch(bank.paid)
      // #endregion
    }).toThrow('(dispatch/not-an-action)')
    // #region not-an-action-mended
    store.dispatch(bank.paid(1))
    // #endregion
  })
})

describe('dispatch/parked', () => {
  it('is thrown where the past is read-only', async () => {
    // #region parked
    const store = createStore({ slices: [minor], parked: 'refuse' })
    store.dispatch(bank.paid(1))
    await store.timeline.seek(-1)
    // #endregion
    expect(() => {
      // #region parked-dispatch
      store.dispatch(bank.paid(1))
      // #endregion
    }).toThrow('(dispatch/parked)')
    // #region parked-mended
    store.timeline.live()
    store.dispatch(bank.paid(1))
    // #endregion
    expect(store.get(minor)).toBe(2)
  })
})

describe('dispatch/not-storable', () => {
  it('is thrown with the path of the value', () => {
    const store = createStore({ slices: [minor] })
    expect(() => {
      // #region not-storable
      store.dispatch(bank.noted([{ at: new URL('https://example.org/') }]))
      // #endregion
    }).toThrow('payload[0].at')
    // #region not-storable-mended
    store.dispatch(bank.noted([{ at: 'https://example.org/' }]))
    // #endregion
  })
})

describe('dispatch/payload-too-large', () => {
  it('is thrown above the largest size', () => {
    const store = createStore({ slices: [minor] })
    const rows = Array.from({ length: 10_000 }, (_, n) => ({ n, text: 'a row of a statement' }))
    expect(() => {
      // #region payload-too-large
      store.dispatch(bank.noted(rows)) // 10,000 rows in one action
      // #endregion
    }).toThrow('(dispatch/payload-too-large)')
    // #region payload-too-large-mended
    for (let from = 0; from < rows.length; from += 500) {
      store.dispatch(bank.noted(rows.slice(from, from + 500)))
    }
    // #endregion
    expect(store.timeline.playhead.head).toBe(19)
  })
})

describe('an action that is sent once', () => {
  it('shows what a prepared action became', () => {
    const { opened } = createActions('prepared', { opened: prepared((context) => ({ at: context.now() })) })
    const store = createStore({ slices: [], clock: { now: () => 5 } })
    expect(store.dispatch(opened()).payload).toEqual({ at: 5 })
  })
})

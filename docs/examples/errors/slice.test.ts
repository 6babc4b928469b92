import type { EventLog, LogReader } from '@playhead/core'
import { action, createActions, createSelector, createSlice, createStore, fromReducer, place } from '@playhead/core'
import { describe, expect, it } from 'vitest'

const bank = createActions('bank', { opened: action<string>(), closed: action<string>() })
const ids = createSlice('ids', [] as string[], (on) => [on(bank.opened, (all, { payload }) => [...all, payload])])

describe('slice/duplicate-case', () => {
  it('is thrown when a store takes the slice', () => {
    // #region duplicate-case
    const count = createSlice('count', 0, (on) => [
      on(bank.opened, (n) => n + 1),
      on([bank.opened, bank.closed], (n) => n),
    ])
    // #endregion
    expect(() => createStore({ slices: [count] })).toThrow('(slice/duplicate-case)')
  })

  it('is mended by one case for a type', () => {
    // #region duplicate-case-mended
    const count = createSlice('count', 0, (on) => [on(bank.opened, (n) => n + 1), on(bank.closed, (n) => n - 1)])
    // #endregion
    createStore({ slices: [count] })
  })
})

describe('slice/not-added', () => {
  it('is thrown by whoever reads the slice', () => {
    expect(() => {
      // #region not-added
      const store = createStore({ slices: [] })
      store.get(ids)
      // #endregion
    }).toThrow('Cannot read slice "ids": this store has no slices.')
    // #region not-added-mended
    const store = createStore({ slices: [ids] })
    store.get(ids)
    // #endregion
  })
})

describe('store/duplicate-slice', () => {
  it('is thrown for two slices of one name', () => {
    const other = createSlice('ids', 0, () => [])
    expect(() => {
      // #region duplicate-slice
      createStore({ slices: [ids, other] }) // both are called 'ids'
      // #endregion
    }).toThrow('(store/duplicate-slice)')
    const count = createSlice('count', 0, () => [])
    // #region duplicate-slice-mended
    createStore({ slices: [ids, count] })
    // #endregion
  })
})

describe('store/closed', () => {
  it('is thrown by a dispatch after close', async () => {
    // #region closed
    const store = createStore({ slices: [ids] })
    await store.close()
    // #endregion
    expect(() => {
      // #region closed-dispatch
      store.dispatch(bank.opened('a'))
      // #endregion
    }).toThrow('(store/closed)')
  })
})

describe('store/not-dispatched', () => {
  it('is the answer for an object that dispatch did not return', async () => {
    const store = createStore({ slices: [ids], log: durableLog() })
    // #region not-dispatched
    store.dispatch(bank.opened('a'))
    const stored = store.durable(bank.opened('a')) // another object
    // #endregion
    await expect(stored).rejects.toThrow('(store/not-dispatched)')
  })

  it('is mended by passing what dispatch returned', async () => {
    const store = createStore({ slices: [ids], log: durableLog() })
    // #region not-dispatched-mended
    const opened = store.dispatch(bank.opened('a'))
    await store.durable(opened)
    // #endregion
  })
})

describe('store/selector-threw', () => {
  it('is reported, and the selector is asked again', () => {
    const store = createStore({ slices: [ids] })
    const codes: string[] = []
    store.error$.subscribe(({ code }) => codes.push(code))
    const seen: number[] = []
    // #region selector-threw
    const lengthOfFirst = createSelector(ids, ([first]) => (first as string).length) // throws while there is none
    store.select(lengthOfFirst).subscribe((length) => seen.push(length))
    // #endregion
    store.dispatch(bank.opened('a'))
    expect(codes).toEqual(['store/selector-threw'])
    expect(seen).toEqual([1])
  })

  it('is mended by a selector that reads every state', () => {
    const store = createStore({ slices: [ids] })
    // #region selector-threw-mended
    const lengthOfFirst = createSelector(ids, ([first]) => first?.length ?? 0)
    // #endregion
    expect(store.get(lengthOfFirst)).toBe(0)
  })
})

describe('store/subscriber-threw', () => {
  it('is reported, and the others are called', () => {
    const store = createStore({ slices: [ids] })
    const codes: string[] = []
    store.error$.subscribe(({ code }) => codes.push(code))
    // #region subscriber-threw
    store.subscribe(() => {
      throw new Error('the chart is not mounted')
    })
    // #endregion
    store.dispatch(bank.opened('a'))
    expect(codes).toEqual(['store/subscriber-threw'])
  })
})

describe('redux/replace-reducer', () => {
  it('is thrown where a slice was not adopted', () => {
    const reducer = (state = 0, { type }: { type: string }) => (type === 'ADD' ? state + 1 : state)
    const store = createStore({ slices: [ids] })
    expect(() => {
      // #region replace-reducer
      store.replaceReducer((state) => state ?? { ids: [] }) // `ids` was made by createSlice
      // #endregion
    }).toThrow('(redux/replace-reducer)')
    // #region replace-reducer-mended
    const adopted = createStore({ slices: [fromReducer('count', reducer)] })
    adopted.replaceReducer((state, added) => ({ count: reducer(state?.count, added) }))
    // #endregion
  })
})

/** Says at once that a record is safe. */
function durableLog(): EventLog {
  let reader: LogReader | undefined
  return {
    name: 'example',
    durable: true,
    open(opener) {
      reader = opener
      return []
    },
    append(records) {
      reader?.placed(records.map((record, at) => place(record, at, 0)))
      queueMicrotask(() => reader?.durable(records.length - 1))
    },
    flush: async () => {},
    close: async () => {},
  }
}

describe('slice/catching-up', () => {
  it('is thrown by whoever reads a slice that was just added', async () => {
    const store = createStore({ slices: [] })
    expect(() => {
      // #region catching-up
      store.add(ids)
      store.get(ids)
      // #endregion
    }).toThrow('(slice/catching-up)')
  })

  it('is mended by waiting', async () => {
    const store = createStore({ slices: [] })
    // #region catching-up-mended
    const { ready } = store.add(ids)
    const added = await ready
    added.get(ids)
    // #endregion
  })
})

describe('slice/removed', () => {
  it('is the answer to whoever waits for a slice that is removed', async () => {
    const store = createStore({ slices: [] })
    // #region removed
    const added = store.add(ids)
    added.remove()
    // #endregion
    await expect(added.ready).rejects.toThrow('(slice/removed)')
  })
})

describe('redux/one-reducer', () => {
  it('is thrown for a slice that comes after replaceReducer', () => {
    const count = fromReducer('count', (n: number | undefined = 0, { type }: { readonly type: string }) =>
      type === 'inc' ? n + 1 : n,
    )
    const store = createStore({ slices: [count] })
    store.replaceReducer((state) => state ?? { count: 0 })
    expect(() => {
      // #region one-reducer
      store.add(ids)
      // #endregion
    }).toThrow('(redux/one-reducer)')
  })
})

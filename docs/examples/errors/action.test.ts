import type { StandardSchema } from '@playhead/core'
import { action, createActions, createRecords, createSlice, createStore, memoryLog, prepared } from '@playhead/core'
import { beforeEach, describe, expect, it, vi } from 'vitest'

// What a log is found to hold while the store is created is printed: nobody can listen yet.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))

/** What error$ told. */
function codesOf(store: ReturnType<typeof createStore>): readonly string[] {
  const codes: string[] = []
  store.error$.subscribe(({ code }) => codes.push(code))
  return codes
}

describe('action/bad-name', () => {
  it('is thrown for an empty source or key', () => {
    expect(() => {
      // #region bad-name
      createActions('', { opened: action() })
      // #endregion
    }).toThrow('(action/bad-name)')
  })

  it('is mended by a source', () => {
    // #region bad-name-mended
    createActions('bank', { opened: action() }) // stored as `bank/opened`
    // #endregion
  })
})

describe('action/bad-version', () => {
  it('is thrown for what is no whole number from 1', () => {
    expect(() => {
      // #region bad-version
      createActions('bank', { opened: action<{ id: string }>({ version: 1.5 }) })
      // #endregion
    }).toThrow('(action/bad-version)')
  })

  it('is mended by the next whole number', () => {
    // #region bad-version-mended
    createActions('bank', {
      opened: action<{ id: string }>({ version: 2, upcast: { 1: (old: { key: string }) => ({ id: old.key }) } }),
    })
    // #endregion
  })
})

describe('action/name-taken', () => {
  it('is thrown for a former name that is in use', () => {
    expect(() => {
      // #region name-taken-formerly
      createActions('bank', {
        created: action<string>(),
        opened: action<string>({ formerly: ['bank/created'] }),
      })
      // #endregion
    }).toThrow('(action/name-taken)')
  })

  it('is thrown for two definitions in one store', () => {
    // #region name-taken
    const first = createActions('cart', { added: action<string>() })
    const second = createActions('cart', { added: action<{ sku: string }>() })
    const skus = createSlice('skus', [] as string[], (on) => [on(first.added, (s, { payload }) => [...s, payload])])
    const count = createSlice('count', 0, (on) => [on(second.added, (n) => n + 1)])
    // #endregion
    expect(() => {
      // #region name-taken-store
      createStore({ slices: [skus, count] })
      // #endregion
    }).toThrow('(action/name-taken)')
  })

  it('is mended by one definition for both slices', () => {
    // #region name-taken-mended
    const cart = createActions('cart', { added: action<string>() })
    const skus = createSlice('skus', [] as string[], (on) => [on(cart.added, (s, { payload }) => [...s, payload])])
    const count = createSlice('count', 0, (on) => [on(cart.added, (n) => n + 1)])
    createStore({ slices: [skus, count] })
    // #endregion
  })
})

describe('action/newer-version', () => {
  it('is reported for a record that a newer program wrote', () => {
    const { opened } = createActions('bank', { opened: action<{ id: string }>() })
    const [record] = createRecords([{ time: 0, action: opened({ id: 'a' }) }], { client: 'c', random: () => 0 })
    if (!record) throw new Error('no record')
    const log = memoryLog({ records: [{ ...record, version: 2 }] })
    expect(codesOf(createStore({ slices: [], log }))).toEqual(['action/newer-version'])
  })
})

describe('action/payload-invalid', () => {
  const amount: StandardSchema<number> = {
    '~standard': {
      version: 1,
      vendor: 'example',
      validate: (value) =>
        typeof value === 'number' && Number.isSafeInteger(value)
          ? { value }
          : { issues: [{ message: 'must be a whole number of cents' }] },
    },
  }

  it('is thrown by dispatch', () => {
    const store = createStore({ slices: [] })
    expect(() => {
      // #region payload-invalid
      const { paid } = createActions('bank', { paid: action<number>({ schema: amount }) })
      store.dispatch(paid(10.5)) // payload: must be a whole number of cents
      // #endregion
    }).toThrow('payload: must be a whole number of cents. Nothing was appended. (action/payload-invalid)')
  })

  it('is mended where the value comes from', () => {
    const store = createStore({ slices: [] })
    const { paid } = createActions('bank', { paid: action<number>({ schema: amount }) })
    // #region payload-invalid-mended
    store.dispatch(paid(Math.round(10.5 * 100)))
    // #endregion
  })
})

describe('action/prepare-failed', () => {
  it('is thrown by dispatch when prepare throws', () => {
    const store = createStore({ slices: [] })
    expect(() => {
      // #region prepare-failed
      const { dated } = createActions('note', { dated: prepared((_, day: string) => new Date(day).toISOString()) })
      store.dispatch(dated('31.12.')) // RangeError: Invalid time value
      // #endregion
    }).toThrow('(action/prepare-failed)')
  })

  it('is mended by arguments that prepare can work with', () => {
    const store = createStore({ slices: [] })
    // #region prepare-failed-mended
    const { dated } = createActions('note', { dated: prepared((_, day: Date) => day.toISOString()) })
    store.dispatch(dated(new Date(2026, 11, 31)))
    // #endregion
  })
})

describe('action/schema-async', () => {
  it('is thrown by dispatch when a schema answers with a promise', () => {
    const store = createStore({ slices: [] })
    expect(() => {
      // #region schema-async
      const unused: StandardSchema<string> = {
        '~standard': {
          version: 1,
          vendor: 'example',
          validate: async (value) => ({ value: String(value) }), // asks a server whether the name is free
        },
      }
      const { renamed } = createActions('user', { renamed: action<string>({ schema: unused }) })
      store.dispatch(renamed('ann'))
      // #endregion
    }).toThrow('(action/schema-async)')
  })
})

describe('action/unknown-type', () => {
  it('is reported once for each type', () => {
    const store = createStore({ slices: [] })
    const codes = codesOf(store)
    // #region unknown-type
    store.dispatch({ type: 'bank/opend', payload: 'a' })
    store.dispatch({ type: 'bank/opend', payload: 'b' })
    // #endregion
    expect(codes).toEqual(['action/unknown-type'])
  })

  it('is mended by a creator', () => {
    // #region unknown-type-mended
    const bank = createActions('bank', { opened: action<string>() })
    const accounts = createSlice('accounts', [] as string[], (on) => [
      on(bank.opened, (ids, { payload }) => [...ids, payload]),
    ])
    const store = createStore({ slices: [accounts] })
    store.dispatch(bank.opened('a'))
    // #endregion
    expect(codesOf(store)).toEqual([])
  })
})

describe('action/upcast-failed', () => {
  it('is reported for the record, and the others are folded', () => {
    const { posted } = createActions('old', { posted: action<object>() })
    const written = createRecords(
      [
        { time: 0, action: posted({ lines: [1, 2] }) },
        { time: 1, action: posted({}) },
      ],
      { client: 'c', random: () => 0 },
    )
    // #region upcast-failed
    const bank = createActions('old', {
      posted: action<{ rows: number[] }>({
        version: 2,
        upcast: { 1: (old: { lines: number[] }) => ({ rows: old.lines.toSorted() }) }, // throws where `lines` is absent
      }),
    })
    // #endregion
    const rows = createSlice('rows', 0, (on) => [on(bank.posted, (n, { payload }) => n + payload.rows.length)])
    const store = createStore({ slices: [rows], log: memoryLog({ records: written }) })
    expect(codesOf(store)).toEqual(['action/upcast-failed'])
    expect(store.get(rows)).toBe(2)
  })

  it('is mended by an upcaster that takes every payload of its version', () => {
    const { posted } = createActions('old', { posted: action<object>() })
    const written = createRecords([{ time: 1, action: posted({}) }], { client: 'c', random: () => 0 })
    // #region upcast-failed-mended
    const bank = createActions('old', {
      posted: action<{ rows: number[] }>({
        version: 2,
        upcast: { 1: (old: { lines?: number[] }) => ({ rows: (old.lines ?? []).toSorted() }) },
      }),
    })
    // #endregion
    const rows = createSlice('rows', 0, (on) => [on(bank.posted, (n, { payload }) => n + payload.rows.length)])
    expect(codesOf(createStore({ slices: [rows], log: memoryLog({ records: written }) }))).toEqual([])
  })
})

describe('action/upcaster-missing', () => {
  it('is thrown when the action is defined', () => {
    expect(() => {
      // #region upcaster-missing
      createActions('bank', { opened: action<{ id: string }>({ version: 2 }) })
      // #endregion
    }).toThrow('(action/upcaster-missing)')
  })

  it('is mended by an upcaster from each older version', () => {
    // #region upcaster-missing-mended
    createActions('bank', {
      opened: action<{ id: string }>({ version: 2, upcast: { 1: (old: { key: string }) => ({ id: old.key }) } }),
    })
    // #endregion
  })
})

import type { AnySlice, Dispatchable, Table } from '@playhead/core'
import { action, castDraft, createActions, createSlice, createStore, PlayheadError, table } from '@playhead/core'
import { describe, expect, it } from 'vitest'

interface Row {
  readonly id: string
  readonly minor: number
}

const bank = createActions('bank', {
  opened: action<string>(),
  paid: action<Row>(),
  grouped: action<{ group: string; row: Row }>(),
})
const opened = bank.opened('a')

/** The code of what a reducer threw. */
function codeIn(slice: AnySlice, dispatched: Dispatchable): string | undefined {
  const store = createStore({ slices: [slice] })
  // Somebody listens, so nothing is printed.
  store.error$.subscribe()
  try {
    store.dispatch([opened, dispatched])
  } catch (thrown) {
    const { cause } = thrown as PlayheadError
    if (cause instanceof PlayheadError) return cause.code
    throw thrown
  }
  return undefined
}

describe('slice/bad-field', () => {
  it('is thrown for a name that cannot be stored', () => {
    // #region bad-field
    const owners = createSlice('owners', {} as { [name: string]: number }, (on) => [
      on(bank.paid, (state, { payload }) => {
        state[payload.id] = payload.minor // the id comes from a file, and is `__proto__`
      }),
    ])
    // #endregion
    expect(codeIn(owners, bank.paid({ id: '__proto__', minor: 1 }))).toBe('slice/bad-field')
  })

  it('is mended by a table, whose keys may be anything', () => {
    // #region bad-field-mended
    const owners = createSlice('owners', table<string, number>(), (on) => [
      on(bank.paid, (rows, { payload }) => rows.set(payload.id, payload.minor)),
    ])
    // #endregion
    expect(codeIn(owners, bank.paid({ id: '__proto__', minor: 1 }))).toBeUndefined()
  })
})

describe('slice/draft-leaked', () => {
  it('is thrown for a draft that is used later', () => {
    // #region draft-leaked
    let last: { minor: number } | undefined
    const total = createSlice('total', { minor: 1 }, (on) => [
      on(bank.opened, (state) => {
        last = state // a draft, kept
      }),
      on(bank.paid, (state) => {
        if (last) state.minor += last.minor
      }),
    ])
    // #endregion
    expect(codeIn(total, bank.paid({ id: 'a', minor: 1 }))).toBe('slice/draft-leaked')
  })

  it('is mended by keeping it in state', () => {
    // #region draft-leaked-mended
    const total = createSlice('total', { minor: 1, last: 0 }, (on) => [
      on(bank.opened, (state) => {
        state.last = state.minor
      }),
      on(bank.paid, (state) => {
        state.minor += state.last
      }),
    ])
    // #endregion
    expect(codeIn(total, bank.paid({ id: 'a', minor: 1 }))).toBeUndefined()
  })
})

describe('slice/returned-and-changed', () => {
  it('is thrown for a reducer that does both', () => {
    // #region returned-and-changed
    const total = createSlice('total', { minor: 0, count: 0 }, (on) => [
      on(bank.paid, (state, { payload }) => {
        state.count++
        return { ...state, minor: state.minor + payload.minor }
      }),
    ])
    // #endregion
    expect(codeIn(total, bank.paid({ id: 'a', minor: 1 }))).toBe('slice/returned-and-changed')
  })

  it('is mended by doing one of them', () => {
    // #region returned-and-changed-mended
    const total = createSlice('total', { minor: 0, count: 0 }, (on) => [
      on(bank.paid, (state, { payload }) => {
        state.count++
        state.minor += payload.minor
      }),
    ])
    // #endregion
    expect(codeIn(total, bank.paid({ id: 'a', minor: 1 }))).toBeUndefined()
  })
})

describe('slice/returned-promise', () => {
  it('is thrown for an async reducer', () => {
    const balanceFromServer = async (id: string) => id.length
    const total = createSlice('total', 0, (on) => [
      // @ts-expect-error the state is not a promise of one
      // #region returned-promise
      on(bank.opened, async (minor, { payload }) => minor + (await balanceFromServer(payload))),
      // #endregion
    ])
    expect(codeIn(total, opened)).toBe('slice/returned-promise')
  })

  it('is mended by waiting before the dispatch', async () => {
    const balanceFromServer = async (id: string) => id.length
    const total = createSlice('total', 0, (on) => [on(bank.paid, (minor, { payload }) => minor + payload.minor)])
    const store = createStore({ slices: [total] })
    // #region returned-promise-mended
    const minor = await balanceFromServer('a')
    store.dispatch(bank.paid({ id: 'a', minor }))
    // #endregion
    expect(store.get(total)).toBe(1)
  })
})

describe('slice/table-in-collection', () => {
  it('is thrown for a table in an array, a map or a set', () => {
    // #region table-in-collection
    const groups = createSlice('groups', { list: [] as Table<string, Row>[] }, (on) => [
      on(bank.grouped, (state, { payload }) => {
        state.list = [castDraft(table({ rows: [[payload.row.id, payload.row]] }))]
      }),
    ])
    // #endregion
    const grouped = bank.grouped({ group: 'rent', row: { id: 'a', minor: 1 } })
    expect(codeIn(groups, grouped)).toBe('slice/table-in-collection')
  })

  it('is mended by a table of rows that hold a table', () => {
    // #region table-in-collection-mended
    const groups = createSlice('groups', table<string, { readonly rows: Table<string, Row> }>(), (on) => [
      on(bank.grouped, (all, { payload }) => {
        if (!all.has(payload.group)) all.set(payload.group, { rows: table<string, Row>() })
        all.update(payload.group, (group) => group.rows.set(payload.row.id, payload.row))
      }),
    ])
    // #endregion
    const grouped = bank.grouped({ group: 'rent', row: { id: 'a', minor: 1 } })
    expect(codeIn(groups, grouped)).toBeUndefined()
  })
})

describe('slice/too-deep', () => {
  interface Node {
    id: string
    parent?: Node
    children: Node[]
  }

  it('is thrown for state that holds itself', () => {
    // #region too-deep
    const tree = createSlice('tree', { root: undefined as Node | undefined }, (on) => [
      on(bank.paid, (state, { payload }) => {
        const root: Node = { id: payload.id, children: [] }
        root.children.push({ id: 'child', parent: root, children: [] })
        state.root = root
      }),
    ])
    // #endregion
    expect(codeIn(tree, bank.paid({ id: 'a', minor: 1 }))).toBe('slice/too-deep')
  })

  it('is mended by keys', () => {
    // #region too-deep-mended
    const tree = createSlice('tree', table<string, { readonly parentId?: string }>(), (on) => [
      on(bank.paid, (nodes, { payload }) => {
        nodes.set(payload.id, {})
        nodes.set('child', { parentId: payload.id })
      }),
    ])
    // #endregion
    expect(codeIn(tree, bank.paid({ id: 'a', minor: 1 }))).toBeUndefined()
  })
})

import { types } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../data/Draft.ts'
import { table } from '../table/createTable.ts'
import { isTable } from '../table/isTable.ts'
import type { Table } from '../table/Table.ts'
import { refuseTablesInCollections } from './refuseTablesInCollections.ts'
import { runOnDraft } from './runOnDraft.ts'

function reduce<S>(state: S, reducer: (draft: Draft<S>) => unknown): S {
  return runOnDraft(state, reducer) as S
}

interface Account {
  readonly minor: number
  readonly tags: readonly string[]
}
interface Bank {
  readonly name: string
  readonly log: readonly number[]
  readonly accounts: Table<string, Account>
}
interface Everything {
  readonly count: number
  readonly note?: string
  readonly items: readonly { readonly n: number }[]
  readonly tags: readonly string[]
  readonly byKey: { readonly [key: string]: { readonly n: number } }
  readonly map: ReadonlyMap<string, { readonly n: number }>
  readonly set: ReadonlySet<number>
  readonly when: Date
  readonly accounts: Table<string, Account>
  readonly owners: Table<
    string,
    { readonly name: string; readonly accounts: Table<number, { readonly minor: number }> }
  >
  readonly bank: Bank
  readonly spare?: unknown
}

const everything = (): Everything => ({
  count: 1,
  items: [{ n: 1 }, { n: 2 }],
  tags: ['t'],
  byKey: { a: { n: 1 } },
  map: new Map([['a', { n: 1 }]]),
  set: new Set([1]),
  when: new Date(0),
  accounts: table({ rows: [['a', { minor: 1, tags: ['x'] }]] }),
  owners: table({ rows: [['ann', { name: 'Ann', accounts: table({ rows: [[1, { minor: 10 }]] }) }]] }),
  bank: { name: 'b', log: [], accounts: table() },
})

describe('a draft', () => {
  it('[DRF-1] changes primitives, arrays, maps, sets, records and tables, and leaves the state before as it was', () => {
    const before = everything()
    const after = reduce(before, (draft) => {
      draft.count++
      draft.items.push({ n: 3 })
      draft.byKey.b = { n: 2 }
      delete draft.byKey.a
      draft.map.set('b', { n: 2 })
      draft.set.delete(1)
      draft.when = new Date(1)
      draft.accounts.update('a', (account) => {
        account.minor += 1
        account.tags.push('y')
      })
      draft.bank.log.push(7)
      draft.bank.accounts.set('z', { minor: 0, tags: [] })
    })
    expect(plain(before)).toEqual(plain(everything()))
    expect(plain(after)).toEqual({
      ...(plain(before) as object),
      count: 2,
      items: [{ n: 1 }, { n: 2 }, { n: 3 }],
      byKey: { b: { n: 2 } },
      map: new Map([
        ['a', { n: 1 }],
        ['b', { n: 2 }],
      ]),
      set: new Set(),
      when: new Date(1),
      accounts: new Map([['a', { minor: 2, tags: ['x', 'y'] }]]),
      bank: { name: 'b', log: [7], accounts: new Map([['z', { minor: 0, tags: [] }]]) },
    })
  })

  it('[DRF-1] takes a state that is a primitive, null, an array, a map, a set or a table', () => {
    expect(reduce(1, (n) => n + 1)).toBe(2)
    expect(reduce(null as { n: number } | null, () => ({ n: 1 }))).toEqual({ n: 1 })
    expect(reduce({ n: 1 } as { n: number } | null, () => null)).toBeNull()
    expect(reduce([1], (list) => void list.push(2))).toEqual([1, 2])
    expect(reduce(new Map([['a', { n: 1 }]]), (map) => void (map.get('a') as { n: number }).n++)).toEqual(
      new Map([['a', { n: 2 }]]),
    )
    expect(reduce(new Set([1]), (set) => void set.add(2))).toEqual(new Set([1, 2]))
    expect([...reduce(table<string, number>(), (rows) => rows.set('a', 1))]).toEqual([['a', 1]])
    const when = new Date(0)
    expect(reduce(when, () => {})).toBe(when)
  })

  it('[DRF-1] shares everything that was not changed', () => {
    const before = everything()
    const after = reduce(before, (draft) => {
      ;(draft.items[0] as { n: number }).n = 9
      draft.bank.name = 'c'
    })
    expect(after.items[1]).toBe(before.items[1])
    expect([after.accounts, after.map, after.byKey, after.bank.accounts, after.bank.log]).toEqual([
      before.accounts,
      before.map,
      before.byKey,
      before.bank.accounts,
      before.bank.log,
    ])
    for (const key of ['accounts', 'map', 'byKey', 'tags', 'owners'] as const) expect(after[key]).toBe(before[key])
    expect(after.bank.accounts).toBe(before.bank.accounts)
    expect(after.bank.log).toBe(before.bank.log)
  })

  it.each<[string, (draft: Draft<Everything>) => unknown]>([
    ['nothing is done', () => {}],
    [
      'a field is assigned to itself',
      (draft) => {
        const { count, items, accounts, bank } = draft
        Object.assign(draft, { count, items, accounts, bank })
      },
    ],
    [
      'a change is taken back',
      (draft) => {
        draft.count++
        draft.count--
      },
    ],
    [
      'a field comes and goes',
      (draft) => {
        draft.note = 'x'
        delete draft.note
      },
    ],
    [
      'everything is read',
      (draft) => {
        JSON.stringify(draft)
      },
    ],
    [
      'an array is changed and changed back',
      (draft) => {
        draft.items.push({ n: 3 })
        draft.items.pop()
      },
    ],
    [
      'a row is updated to what it is',
      (draft) => {
        draft.accounts.update('a', (account) => {
          account.minor = 1
        })
      },
    ],
    [
      'a filter keeps all',
      (draft) => {
        draft.items = draft.items.filter(() => true)
      },
    ],
    [
      'a row and its table in it are read',
      (draft) => {
        draft.owners.update('ann', (owner) => {
          owner.accounts.get(1)
        })
      },
    ],
    ['a spread of the draft is returned', (draft) => ({ ...draft })],
    ['the draft is returned', (draft) => draft],
    [
      'a new object is assigned that holds the same',
      (draft) => {
        draft.byKey = { a: { n: 1 } }
      },
    ],
    [
      'an object is assigned that holds the same',
      (draft) => {
        draft.bank = { ...draft.bank }
      },
    ],
  ])('[DRF-2] gives the same state back where %s', (_, reducer) => {
    const before = everything()
    expect(reduce(before, reducer)).toBe(before)
  })

  it('[DRF-3] takes a returned value in which a field has become undefined, or has gone', () => {
    const before: { a: number | undefined; b?: number | undefined } = { a: 1, b: undefined }
    const cleared = reduce(before, (draft) => ({ ...draft, a: undefined }))
    expect(cleared).toStrictEqual({ a: undefined, b: undefined })
    expect(reduce(before, () => ({ a: 1 }))).toStrictEqual({ a: 1 })
    expect(reduce({ a: 1 } as typeof before, (draft) => ({ ...draft, b: undefined }))).toStrictEqual(before)
    expect(reduce(before, (draft) => ({ ...draft, b: undefined }))).toBe(before)
  })

  it('[DRF-3] takes a returned value in the place of the draft, with the drafts in it resolved', () => {
    const before = everything()
    const after = reduce(before, (draft) => ({ ...draft, items: [draft.items[1]], spare: { bank: draft.bank } }))
    expect(hasProxy(after)).toBe(false)
    expect(after.items).toEqual([{ n: 2 }])
    expect(after.items[0]).toBe(before.items[1])
    expect(after.accounts).toBe(before.accounts)
    expect((after.spare as { bank: Bank }).bank).toBe(before.bank)
  })

  it.each<[string, (draft: Draft<Everything>) => unknown]>([
    [
      'a primitive',
      (draft) => {
        draft.count++
        return { ...draft }
      },
    ],
    [
      'an array',
      (draft) => {
        draft.items.pop()
        return everything()
      },
    ],
    [
      'a table',
      (draft) => {
        draft.accounts.clear()
        return everything()
      },
    ],
    [
      'a nested object',
      (draft) => {
        draft.bank.name = 'x'
        return everything()
      },
    ],
    ['an arrow function without braces', (draft) => (draft.count = 7)],
  ])('[DRF-3] refuses a reducer that returns a value and has changed %s', (_, reducer) => {
    expect(() => reduce(everything(), reducer)).toThrow('(slice/returned-and-changed)')
  })

  it('[DRF-3] refuses a list or a table that was changed and replaced', () => {
    expect(() => reduce([1], (list) => list.push(2))).toThrow('(slice/returned-and-changed)')
    expect(() =>
      reduce(table<string, number>(), (rows) => {
        rows.set('a', 1)
        return table()
      }),
    ).toThrow('(slice/returned-and-changed)')
    expect(() => reduce({ n: 1 }, async (draft) => void draft.n)).toThrow('(slice/returned-promise)')
  })

  it('[DRF-4] lets parts of state be assigned, pushed and stored elsewhere in it', () => {
    const after = reduce(everything(), (draft) => {
      draft.spare = { first: draft.items[0], bank: draft.bank }
      draft.items.push(draft.items[0] as { n: number })
      ;(draft.items[0] as { n: number }).n = 9
      draft.bank.log.push(1)
      draft.bank.accounts.set('n', { minor: 5, tags: draft.tags })
      draft.tags.push('later')
    })
    expect(hasProxy(after)).toBe(false)
    expect(after.items).toEqual([{ n: 9 }, { n: 2 }, { n: 9 }])
    expect(plain(after.spare)).toEqual({ first: { n: 9 }, bank: plain(after.bank) })
    expect(after.bank.log).toEqual([1])
    // A row is stored as it is when it is set.
    expect(after.bank.accounts.get('n')).toEqual({ minor: 5, tags: ['t'] })
    expect(after.tags).toEqual(['t', 'later'])
  })

  it('[DRF-4] resolves one draft that stands in many new objects', () => {
    const after = reduce(everything(), (draft) => {
      draft.tags.push('u')
      for (let n = 0; n < 9; n++) draft.items.push({ n, tags: draft.tags } as never)
    })
    expect(hasProxy(after)).toBe(false)
    expect(after.items.slice(2).every((item) => (item as unknown as { tags: unknown }).tags === after.tags)).toBe(true)
  })

  it('[DRF-4] keeps an object with tables that was moved and changed', () => {
    const after = reduce(everything(), (draft) => {
      const { bank } = draft
      bank.accounts.set('a', { minor: 1, tags: [] })
      bank.log.push(1)
      draft.spare = { was: bank }
      draft.bank = { name: 'new', log: [], accounts: draft.accounts }
      bank.log.push(2)
      bank.accounts.delete('a')
      bank.accounts.set('b', { minor: 2, tags: [] })
    })
    expect(hasProxy(after)).toBe(false)
    expect(plain(after.spare)).toEqual({
      was: { name: 'b', log: [1, 2], accounts: new Map([['b', { minor: 2, tags: [] }]]) },
    })
    expect(plain(after.bank)).toEqual({ name: 'new', log: [], accounts: plain(after.accounts) })
  })

  it('[DRF-4] takes copies of outer drafts into a row, also from inside its recipe', () => {
    const after = reduce(everything(), (draft) => {
      draft.accounts.update('a', (account) => {
        account.tags = draft.tags
        draft.accounts.set('b', { ...account, minor: 2 })
        draft.owners.set('bank', { name: draft.bank.name, accounts: table() })
      })
      draft.tags.push('later')
    })
    expect(hasProxy(after)).toBe(false)
    expect(plain(after.accounts)).toEqual(
      new Map([
        ['a', { minor: 1, tags: ['t'] }],
        ['b', { minor: 2, tags: ['t'] }],
      ]),
    )
  })

  it('[DRF-4] takes back a change when the value before is assigned again', () => {
    const before = everything()
    const after = reduce(before, (draft) => {
      draft.items.push({ n: 3 })
      draft.bank.name = 'x'
      draft.accounts.clear()
      Object.assign(draft, { items: before.items, bank: before.bank, accounts: before.accounts })
    })
    expect(after).toBe(before)
  })

  it('[DRF-4] stores an item of a list as a row', () => {
    const after = reduce({ items: [{ n: 1 }], rows: table<string, { n: number }>() }, (draft) => {
      const item = draft.items[0] as { n: number }
      draft.rows.set('before', item)
      item.n = 2
      draft.rows.set('after', item)
    })
    expect(hasProxy(after)).toBe(false)
    expect([...after.rows.values()]).toEqual([{ n: 1 }, { n: 2 }])
    expect(after.items).toEqual([{ n: 2 }])
  })

  it('[DRF-5] drafts tables in rows, and in objects in fields', () => {
    const before = everything()
    const after = reduce(before, (draft) => {
      draft.owners.update('ann', (owner) => {
        owner.accounts.update(1, (account) => {
          account.minor++
        })
        owner.name = 'Anna'
      })
    })
    expect(plain(after.owners)).toEqual(new Map([['ann', { name: 'Anna', accounts: new Map([[1, { minor: 11 }]]) }]]))
    expect(before.owners.get('ann')?.accounts.get(1)).toEqual({ minor: 10 })
  })

  it('[DRF-5] takes a table, or the draft of one, in a field', () => {
    interface State {
      a: Table<string, number>
      b?: Table<string, number>
    }
    const before: State = { a: table({ rows: [['x', 1]] }) }
    const after = reduce(before, (draft) => {
      const state = draft as State
      state.b = state.a
      draft.b?.set('y', 2)
      state.a = table<string, number>()
      draft.a.set('z', 3)
    })
    expect(plain(after)).toEqual({
      a: new Map([['z', 3]]),
      b: new Map([
        ['x', 1],
        ['y', 2],
      ]),
    })
    expect(plain(reduce(after, (draft) => void delete draft.b))).toEqual({ a: new Map([['z', 3]]) })
  })

  it('[DRF-5] drafts a table in an object that was assigned a moment ago', () => {
    const after = reduce(everything(), (draft) => {
      draft.items.push({ n: 3 })
      const bank: Bank = { name: 'new', log: [], accounts: table() }
      draft.bank = bank as Draft<Bank>
      draft.bank.accounts.set('a', { minor: 1, tags: draft.tags })
      draft.bank.name = 'newer'
    })
    expect(plain(after.bank)).toEqual({ name: 'newer', log: [], accounts: new Map([['a', { minor: 1, tags: ['t'] }]]) })
  })

  it('[DRF-5] gives a table that replaces another the order of that one', () => {
    const byRow = { order: (a: number, b: number) => b - a }
    const before = { rows: table<string, number>(byRow), deep: { rows: table<string, number>(byRow) } }
    const filled = () =>
      table<string, number>({
        rows: [
          ['a', 1],
          ['b', 2],
        ],
      })
    const assigned = reduce(before, (draft) => {
      ;(draft as typeof before).rows = filled()
    })
    const returned = reduce(before, () => ({ rows: filled(), deep: { rows: filled() } }))
    for (const { rows } of [assigned, returned, returned.deep]) expect([...rows.keys()]).toEqual(['b', 'a'])
  })

  it('[DRF-6] refuses tables in arrays, maps and sets, with the path', () => {
    const rows = table<string, number>()
    expect(() => refuseTablesInCollections({ a: { list: [1, { rows }] } })).toThrow(
      'There is a table at state.a.list[1].rows, inside an array, a map or a set.',
    )
    expect(() => refuseTablesInCollections(table({ rows: [['k', { m: new Map([['x', rows]]) }]] }))).toThrow(
      'state.k.m.x',
    )
    expect(() => refuseTablesInCollections(everything())).not.toThrow()
    expect(() =>
      reduce(everything(), (draft) => {
        draft.spare = [rows]
      }),
    ).toThrow('state[0]')
    expect(() => reduce(everything(), (draft) => void draft.items.push(draft.accounts as never))).toThrow(
      '(slice/table-in-collection)',
    )
    expect(() => reduce(everything(), (draft) => draft.accounts.set('k', { minor: 1, tags: [rows] as never }))).toThrow(
      '(slice/table-in-collection)',
    )
  })

  it.each<[string, (draft: Draft<Everything>, keep: (value: unknown) => void) => void]>([
    [
      'a row',
      (draft) =>
        draft.accounts.update('a', (account) => {
          draft.spare = account
        }),
    ],
    [
      'an array of a row',
      (draft) =>
        draft.accounts.update('a', (account) => {
          draft.spare = { deep: account.tags }
        }),
    ],
    [
      'a row, in an object of Immer’s',
      (draft) =>
        draft.accounts.update('a', (account) => {
          draft.items.push(account as never)
        }),
    ],
    [
      'a table of a row',
      (draft) =>
        draft.owners.update('ann', (owner) => {
          draft.spare = owner.accounts
        }),
    ],
  ])('[DRF-7] refuses %s that leaves its recipe as a draft', (_, reducer) => {
    expect(() => reduce(everything(), reducer as never)).toThrow('(slice/draft-leaked)')
  })

  it('[DRF-7] refuses drafts of an earlier run, read or stored', () => {
    const kept: Draft<Everything>[] = []
    reduce(
      everything(),
      (draft) => void kept.push(draft, draft.items as never, draft.accounts as never, draft.map as never),
    )
    const [state, items, accounts, map] = kept as [Draft<Everything>, unknown, Draft<Everything>['accounts'], unknown]
    expect(() => state.count).toThrow('(slice/draft-leaked)')
    expect(() => accounts.get('a')).toThrow('(slice/draft-leaked)')
    expect(() => accounts.set('a', { minor: 1, tags: [] })).toThrow('(slice/draft-leaked)')
    for (const leaked of [state, items, accounts]) {
      expect(() =>
        reduce({ spare: 1 as unknown }, (draft) => {
          draft.spare = leaked
        }),
      ).toThrow('(slice/draft-leaked)')
    }
    // An unchanged map is the map of the state.
    expect(
      hasProxy(
        reduce({ spare: 1 as unknown }, (draft) => {
          draft.spare = map
        }),
      ),
    ).toBe(false)
  })

  it('[DRF-7] ends the draft of a recipe that throws', () => {
    let kept: { minor: number } | undefined
    const after = reduce(everything(), (draft) => {
      try {
        draft.accounts.update('a', (account) => {
          kept = account
          throw new Error('no')
        })
      } catch {
        draft.count = 5
      }
    })
    expect(after.count).toBe(5)
    expect(() => kept?.minor).toThrow('(slice/draft-leaked)')
  })

  it('[DRF-8] refuses what is no plain data', () => {
    expect(() =>
      reduce({ a: 1 }, (draft) => {
        Object.assign(draft, { [Symbol('s')]: 1 })
      }),
    ).toThrow('Cannot set the field Symbol(s) of state')
    expect(() =>
      reduce({ a: 1 }, (draft) => {
        Object.defineProperty(draft, 'a', { get: () => 1 })
      }),
    ).toThrow('(slice/bad-field)')
    expect(() =>
      reduce({ a: 1 }, (draft) => {
        Object.setPrototypeOf(draft, null)
      }),
    ).toThrow('(slice/bad-field)')
    expect(() =>
      reduce({ a: 1 } as Record<string, unknown>, (draft) => {
        Reflect.set(draft, '__proto__', {})
      }),
    ).toThrow('(slice/bad-field)')
    expect(() =>
      reduce({ a: {} as object }, (draft) => {
        const loop = { loop: {} }
        loop.loop = loop
        draft.a = loop
      }),
    ).toThrow('(slice/too-deep)')
    expect(() =>
      reduce({ a: {} as object }, (draft) => {
        draft.a = draft
      }),
    ).toThrow('(slice/too-deep)')
    expect(() =>
      reduce({ a: {} as object, b: [1] }, (draft) => {
        draft.b.push(2)
        draft.a = draft
      }),
    ).toThrow('(slice/too-deep)')
    expect(() =>
      reduce(everything(), (draft) => {
        draft.bank.name = draft.bank as never
        draft.accounts.set('a', draft.bank as never)
      }),
    ).toThrow('(slice/too-deep)')
  })

  it('[DRF-9] looks like an object to the language', () => {
    reduce(everything(), (draft) => {
      expect(Object.keys(draft)).toEqual(Object.keys(everything()))
      expect('count' in draft).toBe(true)
      expect('note' in draft).toBe(false)
      expect(Object.hasOwn(draft, 'count')).toBe(true)
      expect(draft instanceof Object).toBe(true)
      expect(String(draft)).toBe('[object Object]')
      draft.note = 'x'
      expect(Object.entries(draft).find(([key]) => key === 'note')).toEqual(['note', 'x'])
    })
  })

  it('[DRF-10] freezes the new state in development', () => {
    const after = reduce(everything(), (draft) => void draft.items.push({ n: 3 }))
    expect([after, after.items, after.items[2], after.byKey.a].every(Object.isFrozen)).toBe(true)
  })
})

/** A state with tables as maps, for comparison. */
function plain(value: unknown): unknown {
  if (isTable(value) || value instanceof Map)
    return new Map(Array.from(value as Iterable<[unknown, unknown]>, ([key, row]) => [key, plain(row)]))
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null || value instanceof Set || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]))
}

function hasProxy(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (types.isProxy(value)) return true
  if (isTable(value) || value instanceof Map || value instanceof Set)
    return [...(value as Iterable<unknown>)].some(hasProxy)
  return Object.values(value).some(hasProxy)
}

/** What a reducer does, in terms that a draft and a mutable model share. */
interface Mutable {
  count: number
  note?: string
  items: { n: number; tags: number[] }[]
  byKey: Record<string, { n: number }>
  map: Map<string, { n: number }>
  set: Set<number>
  rows: Rows<{ n: number; tags: number[]; sub: Rows<number> }>
  bank: { name: string; log: number[]; accounts: Rows<number> }
  spare?: unknown
}
interface Rows<V> {
  readonly size: number
  get(key: string): V | undefined
  has(key: string): boolean
  set(key: string, row: V): void
  update(key: string, recipe: (row: V) => V | void): void
  delete(key: string): void
  clear(): void
}
interface World {
  state: Mutable
  rows: <V>() => Rows<V>
  /** A part of state that is put into a row: rows store values, not references. */
  stored: <T>(part: T) => T
}

/** A table as a mutable collection of values. */
class MutableRows<V> implements Rows<V> {
  readonly entries = new Map<string, V>()
  get size() {
    return this.entries.size
  }
  get(key: string) {
    return this.entries.get(key)
  }
  has(key: string) {
    return this.entries.has(key)
  }
  set(key: string, row: V) {
    this.entries.set(key, clone(row))
  }
  update(key: string, recipe: (row: V) => V | void) {
    const row = this.entries.get(key) as V
    const returned = recipe(row)
    if (returned !== undefined) this.entries.set(key, returned as V)
  }
  delete(key: string) {
    this.entries.delete(key)
  }
  clear() {
    this.entries.clear()
  }
}

function clone<T>(value: T): T {
  if (value instanceof MutableRows) {
    const copy = new MutableRows()
    for (const [key, row] of value.entries) copy.set(key, row)
    return copy as T
  }
  if (value instanceof Map) return new Map(Array.from(value, ([key, item]) => [key, clone(item)])) as T
  if (value instanceof Set) return new Set(value) as T
  if (Array.isArray(value)) return value.map(clone) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, clone(field)])) as T
}

function plainModel(value: unknown): unknown {
  if (value instanceof MutableRows) return plainModel(value.entries)
  if (value instanceof Map) return new Map(Array.from(value, ([key, row]) => [key, plainModel(row)]))
  if (Array.isArray(value)) return value.map(plainModel)
  if (typeof value !== 'object' || value === null || value instanceof Set) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plainModel(field)]))
}

type Step = (world: World, k: string, i: number) => void
const at = <T>(list: T[], i: number): T | undefined => (list.length === 0 ? undefined : list[i % list.length])
const STEPS: Record<string, Step> = {
  count: ({ state }, _, i) => {
    state.count = i % 3
  },
  note: ({ state }, k) => {
    state.note = k
  },
  noNote: ({ state }) => {
    delete state.note
  },
  push: ({ state }, _, i) => {
    state.items.push({ n: i, tags: [] })
  },
  pushSame: ({ state }, _, i) => {
    const item = at(state.items, i)
    if (item) state.items.push(item)
  },
  bump: ({ state }, _, i) => {
    const item = at(state.items, i)
    if (item) {
      item.n++
      item.tags.push(i)
    }
  },
  splice: ({ state }, _, i) => {
    state.items.splice(i % 3, 1)
  },
  reverse: ({ state }) => {
    state.items.reverse()
  },
  unshift: ({ state }, _, i) => {
    state.items.unshift({ n: i, tags: [i] })
  },
  filter: ({ state }) => {
    state.items = state.items.filter((item) => item.n % 2 === 0)
  },
  put: ({ state }, k, i) => {
    state.byKey[k] = { n: i }
  },
  alias: ({ state }, k, i) => {
    const item = at(Object.values(state.byKey), i)
    if (item) state.byKey[k] = item
  },
  drop: ({ state }, k) => {
    delete state.byKey[k]
  },
  bumpKey: ({ state }, k) => {
    const item = state.byKey[k]
    if (item) item.n++
  },
  mapSet: ({ state }, k, i) => {
    state.map.set(k, { n: i })
  },
  mapBump: ({ state }, k) => {
    const item = state.map.get(k)
    if (item) item.n++
  },
  mapDelete: ({ state }, k) => {
    state.map.delete(k)
  },
  mapFrom: ({ state }, k, i) => {
    const item = at(state.items, i)
    if (item) state.map.set(k, item)
  },
  setAdd: ({ state }, _, i) => {
    state.set.add(i % 4)
  },
  setDelete: ({ state }, _, i) => {
    state.set.delete(i % 4)
  },
  rowSet: ({ state, rows }, k, i) => {
    state.rows.set(k, { n: i, tags: [i], sub: rows() })
  },
  rowFrom: ({ state, rows, stored }, k, i) => {
    state.rows.set(k, { n: i, tags: stored(state.bank.log), sub: rows() })
  },
  rowWithTable: ({ state, stored }, k, i) => {
    state.rows.set(k, { n: i, tags: [], sub: stored(state.bank.accounts) })
  },
  rowBump: ({ state, stored }, k, i) => {
    if (!state.rows.has(k)) return
    state.rows.update(k, (row) => {
      row.n += i
      row.tags.push(i)
      if (i % 2) row.sub.set(k, i)
      if (i % 3 === 0) row.tags = stored(state.bank.log)
    })
  },
  rowReplace: ({ state }, k) => {
    if (state.rows.has(k)) state.rows.update(k, (row) => ({ ...row, n: 0 }))
  },
  rowDelete: ({ state }, k) => {
    state.rows.delete(k)
  },
  rowsClear: ({ state }) => {
    state.rows.clear()
  },
  rowsNew: ({ state, rows }) => {
    state.rows = rows()
  },
  bankName: ({ state }, k) => {
    state.bank.name = k
  },
  bankLog: ({ state }, _, i) => {
    state.bank.log.push(i)
  },
  bankSet: ({ state }, k, i) => {
    state.bank.accounts.set(k, i)
  },
  bankSpread: ({ state }, k) => {
    state.bank = { ...state.bank, name: k }
  },
  bankNew: ({ state, rows }, k) => {
    state.bank = { name: k, log: [], accounts: rows() }
  },
  spareBank: ({ state }) => {
    state.spare = state.bank
  },
  spareMix: ({ state }, _, i) => {
    state.spare = { bank: state.bank, item: at(state.items, i), log: state.bank.log, deep: { bank: { ...state.bank } } }
  },
  spareItems: ({ state }) => {
    state.spare = state.items
  },
  bankFromSpare: ({ state }) => {
    state.bank = { name: 'again', log: state.bank.log, accounts: state.bank.accounts }
  },
  noSpare: ({ state }) => {
    delete state.spare
  },
}

/** Drafts are copied when they are put into a row. A new array is not: the row is frozen with it. */
const asStored = <T>(part: T): T => (Array.isArray(part) && !types.isProxy(part) ? ([...part] as T) : part)

const anySteps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.constantFrom('a', 'b', 'c'), fc.nat(9)), {
  minLength: 1,
  maxLength: 8,
})

describe('a draft against an object that is mutated', () => {
  it('[DRF-1] [DRF-4] [DRF-5] comes to the same state, whatever a reducer does', () => {
    fc.assert(
      fc.property(fc.array(anySteps, { minLength: 1, maxLength: 6 }), (runs) => {
        const initial = { count: 0, items: [], byKey: {}, map: new Map(), set: new Set(), bank: { name: '', log: [] } }
        let state = { ...initial, rows: table(), bank: { ...initial.bank, accounts: table() } } as unknown as Mutable
        let model: Mutable = clone({
          ...initial,
          rows: new MutableRows(),
          bank: { ...initial.bank, accounts: new MutableRows() },
        }) as Mutable
        for (const steps of runs) {
          const before = plain(state)
          const base = state
          state = reduce(base, (draft) => {
            const world = { state: draft as Mutable, rows: () => table() as never, stored: asStored }
            for (const [step, k, i] of steps) (STEPS[step] as Step)(world, k, i)
          })
          // A state is a tree to the next run: parts that stand in it twice are drafted apart.
          model = clone(model)
          const world = { state: model, rows: () => new MutableRows() as never, stored: clone }
          for (const [step, k, i] of steps) (STEPS[step] as Step)(world, k, i)
          expect(plain(state)).toEqual(plainModel(model))
          expect(hasProxy(state)).toBe(false)
          expect(plain(base)).toEqual(before)
        }
      }),
      { numRuns: 500 },
    )
  })
})

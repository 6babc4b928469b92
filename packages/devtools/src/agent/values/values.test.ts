import { parse, sameValue, stringify } from '@playhead/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bank, bankStore, bankWith, connected, partsUntil, tableOf } from '../agent.fixtures.ts'
import { changesView } from './changesView.ts'
import { codeOf } from './codeOf.ts'
import { locate } from './locate.ts'
import { textOfValue } from './textOfValue.ts'

describe('a value', () => {
  it('[AGT-18] is that of the state at a place, of a payload, or of a record', async () => {
    const store = bankWith(6)
    const { panel, close } = connected(store)
    const minor = ['ledger', 'accounts', 'a', 'minor']
    const valueNow = (at: number | 'live') =>
      panel.call('value', { store: 'bank', value: { of: 'state', at }, path: minor })
    expect(await valueNow(2)).toEqual({ kind: 'number', text: '2' })
    expect(await valueNow(5)).toEqual({ kind: 'number', text: '6' })
    expect(await valueNow('live')).toEqual({ kind: 'number', text: '6' })
    await expect(valueNow(-1)).rejects.toMatchObject({ code: 'devtools/no-such-value' })
    await expect(valueNow(9)).rejects.toMatchObject({ code: 'timeline/past-head' })
    const payload = await panel.call('value', { store: 'bank', value: { of: 'payload', at: 3 }, path: [] })
    expect(payload).toMatchObject({ kind: 'object', entries: [{ key: 'id' }, { key: 'minor' }] })
    expect(await panel.call('value', { store: 'bank', value: { of: 'record', at: 3 }, path: ['offset'] })).toEqual({
      kind: 'number',
      text: '3',
    })
    close()
  })

  it('[AGT-18] is read without moving the playhead', async () => {
    const store = bankWith(50)
    await store.timeline.seek(10)
    const { playhead } = store.timeline
    const { panel, close } = connected(store)
    await panel.call('value', { store: 'bank', value: { of: 'state', at: 40 }, path: [] })
    await panel.call('diff', { store: 'bank', before: 1, after: 49 })
    expect(store.timeline.playhead).toBe(playhead)
    close()
  })

  it('[AGT-7] gives its children by windows, and where a path leads among them', async () => {
    const store = bankStore()
    for (let n = 0; n < 300; n++) store.dispatch(bank.opened({ id: `id${n}`, owner: 'Ada', minor: n }))
    const { panel, close } = connected(store)
    const accounts = { store: 'bank', value: { of: 'state', at: 'live' }, path: ['ledger', 'accounts'] } as const
    const children = await panel.call('children', { ...accounts, from: 250, to: 252 })
    expect(children.map(({ key }) => key)).toEqual(['id250', 'id251'])
    expect(await panel.call('locate', { ...accounts, path: ['ledger', 'accounts', 'id251', 'minor'] })).toEqual([
      0, 0, 251, 2,
    ])
    expect(await panel.call('locate', { ...accounts, path: ['ledger', 'nothing', 'here'] })).toEqual([0])
    close()
  })

  it('[AGT-7] is located in lists, sets, maps and bytes', () => {
    const root = {
      list: [1, [2]],
      map: new Map<unknown, unknown>([
        [{}, 1],
        ['b', { c: 1 }],
      ]),
      set: new Set(['x']),
      bytes: new Uint8Array(3),
    }
    expect(locate(root, ['list', 1, 0])).toEqual([0, 1, 0])
    expect(locate(root, ['map', 'b', 'c'])).toEqual([1, 1, 0])
    expect(locate(root, ['map', '⟨0⟩'])).toEqual([1, 0])
    expect(locate(root, ['set', 0])).toEqual([2, 0])
    expect(locate(root, ['bytes', 2])).toEqual([3, 2])
    expect(locate(root, ['list', 7])).toEqual([0])
    expect(locate(5, ['a'])).toEqual([])
  })
})

describe('a difference', () => {
  it('[AGT-18] tells what is added, changed and removed between two places, either way', async () => {
    const { panel, close } = connected(bankWith(4))
    const forward = await panel.call('diff', { store: 'bank', before: 0, after: 3 })
    expect(forward.changes.map(({ kind, path }) => `${kind} ${path.join('.')}`)).toEqual([
      'changed ledger.accounts.a.minor',
      'added ledger.accounts.b',
      'changed ledger.paid',
    ])
    expect(forward.changes[1]).toMatchObject({ after: { kind: 'object', size: 3 } })
    expect(forward.changes[1]).not.toHaveProperty('before')
    const back = await panel.call('diff', { store: 'bank', before: 3, after: 0 })
    expect(back.changes.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'changed', 'removed'])
    close()
  })

  it('[AGT-18] shows the first changes, and counts the others', async () => {
    const store = bankStore()
    for (let n = 0; n < 300; n++) store.dispatch(bank.opened({ id: `id${n}`, owner: 'Ada', minor: n }))
    const { panel, close } = connected(store)
    const give = { store: 'bank', before: -1, after: 299 }
    expect(await panel.call('diff', give)).toMatchObject({ changes: { length: 200 }, more: 100 })
    expect(await panel.call('diff', { ...give, changesMax: 3 })).toMatchObject({ changes: { length: 3 }, more: 297 })
    close()
  })

  it('[AGT-18] passes over what two states share', () => {
    const shared = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('must not be read')
        },
      },
    )
    expect(changesView({ a: shared, n: 1 }, { a: shared, n: 2 }).changes).toEqual([
      { kind: 'changed', path: ['n'], before: { kind: 'number', text: '1' }, after: { kind: 'number', text: '2' } },
    ])
  })

  it('[AGT-18] is told of two stores, such as a branch and its original', async () => {
    const { panel, close } = connected(bankWith(6))
    const { branch } = await panel.call('branch', { store: 'bank', edit: { at: 5, without: [3] } })
    const changes = await panel.call('compare', {
      before: { store: 'bank', at: 'live' },
      after: { store: branch, at: 'live' },
    })
    expect(changes.changes.map(({ path, before, after }) => [path.at(-1), before, after])).toEqual([
      ['minor', { kind: 'number', text: '8' }, { kind: 'number', text: '5' }],
      ['paid', { kind: 'number', text: '4' }, { kind: 'number', text: '3' }],
    ])
    close()
  })
})

const storable = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined, -0, Number.NaN),
    fc.bigInt(),
    fc.date(),
    fc.uint8Array({ maxLength: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 3 },
    ),
    fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 3 }).map((entries) => new Map(entries)),
    fc.array(fc.string(), { maxLength: 3 }).map((items) => new Set(items)),
  ),
})).value

describe('a value as text', () => {
  it('[AGT-28] is, as code, an expression that makes the same value', () => {
    fc.assert(
      fc.property(storable, (value) => {
        const made: unknown = new Function(`return (${codeOf(value)})`)()
        expect(sameValue(made, value)).toBe(true)
      }),
    )
  })

  it('[AGT-28] is, as code, laid out for reading', () => {
    expect(codeOf({ id: 'a', at: new Date(0), 'two words': [1, 2n] })).toBe(
      "{ id: 'a', at: new Date('1970-01-01T00:00:00.000Z'), 'two words': [1, 2n] }",
    )
    expect(codeOf({ text: 'x'.repeat(80), other: [] })).toBe(`{\n  text: '${'x'.repeat(80)}',\n  other: [],\n}`)
    expect(codeOf(tableOf([['a', 1]]))).toMatch(/^parse\('/)
  })

  it('[AGT-28] is, as the text of the codec, what a dispatch takes', () => {
    fc.assert(
      fc.property(storable, (value) => {
        expect(sameValue(parse(textOfValue(value, 'stored').text), value)).toBe(true)
      }),
    )
  })

  it('[AGT-28] is, as JSON, what other programs read', () => {
    const value = {
      at: new Date(0),
      rows: tableOf([['a', { n: 1 }]]),
      map: new Map([['k', 1n]]),
      set: new Set([1]),
      bytes: new Uint8Array([7]),
    }
    expect(JSON.parse(textOfValue(value, 'json').text)).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      rows: [['a', { n: 1 }]],
      map: [['k', '1']],
      set: [1],
      bytes: [7],
    })
  })

  it('[AGT-28] is refused where the form cannot carry it, and cut where it is long', () => {
    const cyclic: { self?: object } = {}
    cyclic.self = cyclic
    for (const value of [
      () => {},
      Symbol('s'),
      cyclic,
      new (class Money {})(),
      {
        get a() {
          return 1
        },
      },
    ])
      expect(() => textOfValue(value, 'code')).toThrow('devtools/no-code')
    for (const value of [cyclic, undefined, () => {}])
      expect(() => textOfValue(value, 'json')).toThrow('devtools/no-text')
    expect(() => textOfValue(() => {}, 'stored')).toThrow('codec/not-storable')
    expect(textOfValue('x'.repeat(1_000_100), 'json')).toEqual({ text: `"${'x'.repeat(999_999)}`, more: 102 })
    expect(stringify('a')).toBe(textOfValue('a', 'stored').text)
  })

  it('[AGT-28] is asked for by a path', async () => {
    const { panel, close } = connected(bankWith(3))
    const give = { store: 'bank', value: { of: 'payload', at: 2 }, path: [] } as const
    expect(await panel.call('text', { ...give, as: 'code' })).toEqual({ text: "{ id: 'a', minor: 2 }", more: 0 })
    close()
  })
})

describe('a search within a value', () => {
  it('[AGT-29] finds keys and values that contain a text, in the order in which they are met', async () => {
    const store = bankWith(2)
    const { panel, close } = connected(store)
    const give = { store: 'bank', value: { of: 'state', at: 'live' }, path: [], foundMax: 10 } as const
    const parts = await partsUntil(panel, 'findInValue', { ...give, text: 'A' })
    expect(parts.flatMap((part) => (part.kind === 'found' ? [`${part.in} ${part.path.join('.')}`] : []))).toEqual([
      'key ledger.accounts',
      'key ledger.accounts.a',
      'value ledger.accounts.a.id',
      'value ledger.accounts.a.owner',
      'key ledger.paid',
      'key statements',
      'key statements.asked',
      'key statements.answered',
    ])
    expect(parts.at(-1)).toEqual({ kind: 'searched', values: expect.any(Number) })
    const two = await partsUntil(panel, 'findInValue', { ...give, text: 'a', foundMax: 2 })
    expect(two.filter(({ kind }) => kind === 'found')).toHaveLength(2)
    expect(await partsUntil(panel, 'findInValue', { ...give, text: '' })).toEqual([{ kind: 'searched', values: 0 }])
    await expect(partsUntil(panel, 'findInValue', { ...give, path: ['no'], text: 'a' })).rejects.toMatchObject({
      code: 'devtools/no-such-value',
    })
    close()
  })
})

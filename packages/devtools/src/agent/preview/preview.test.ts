import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Preview } from '../../protocol/Preview.ts'
import { tableOf } from '../agent.fixtures.ts'
import { valueAt } from '../values/valueAt.ts'
import { preview, previewParts } from './preview.ts'
import { shapeOf } from './shapeOf.ts'
import { summaryOf } from './summaryOf.ts'
import { beginningOf, visibleText } from './visibleText.ts'

class Money {
  readonly minor = 5
  get major(): number {
    throw new Error('must not run')
  }
}

const thrower = () => {
  throw new Error('trapped')
}

/** All nodes of a preview. */
function* nodesOf(shown: Preview): Generator<Preview> {
  yield shown
  if ('entries' in shown) for (const { value } of shown.entries) yield* nodesOf(value)
}

const cyclic: Record<string, unknown> = { name: 'ring' }
cyclic.self = cyclic

const hostile: readonly (readonly [string, () => unknown, Partial<Preview>])[] = [
  ['a cycle', () => cyclic, { kind: 'object', size: 2 }],
  [
    'getters',
    () => ({
      get now() {
        return thrower()
      },
    }),
    { kind: 'object', size: 1 },
  ],
  ['a text of 10 MB', () => 'x'.repeat(10_000_000), { kind: 'string', more: 9_990_000 }],
  [
    '100,000 keys',
    () => Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`key${n}`, n])),
    { kind: 'object', size: 100_000 },
  ],
  ['__proto__ as a key', () => JSON.parse('{ "__proto__": { "polluted": true } }'), { kind: 'object', size: 1 }],
  ['a proxy that throws', () => new Proxy({}, { ownKeys: thrower, getPrototypeOf: thrower }), { kind: 'unreadable' }],
  [
    'a revoked proxy',
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {})
      revoke()
      return proxy
    },
    { kind: 'unreadable' },
  ],
  ['an instance', () => new Money(), { kind: 'instance', label: 'Money', size: 1 }],
  ['an object without a prototype', () => Object.assign(Object.create(null), { a: 1 }), { kind: 'object', size: 1 }],
  ['a table', () => tableOf([['a', { minor: 1 }]]), { kind: 'table', label: 'Table(1)' }],
  ['a map with objects as keys', () => new Map([[{ a: 1 }, 2]]), { kind: 'map', label: 'Map(1)' }],
  [
    'a map whose size throws',
    () => Object.defineProperty(new Map([['a', 1]]), 'size', { get: thrower }),
    { kind: 'map', size: 1 },
  ],
  ['a set', () => new Set([1, 2]), { kind: 'set', label: 'Set(2)' }],
  ['bytes', () => new Uint8Array(3), { kind: 'bytes', label: 'Uint8Array(3 bytes)', size: 3 }],
  ['a buffer', () => new ArrayBuffer(1), { kind: 'bytes', label: 'ArrayBuffer(1 byte)' }],
  ['a date', () => new Date(0), { kind: 'date', text: '1970-01-01T00:00:00.000Z' }],
  ['no date', () => new Date(Number.NaN), { kind: 'date', text: 'Invalid Date' }],
  [
    'a date whose methods throw',
    () => Object.assign(new Date(0), { toISOString: thrower, getTime: thrower }),
    { kind: 'date', text: '1970-01-01T00:00:00.000Z' },
  ],
  ['a bigint', () => 12n, { kind: 'bigint', text: '12' }],
  ['a bigint of a million bits', () => 1n << 1_000_000n, { kind: 'bigint' }],
  ['a symbol', () => Symbol('secret'), { kind: 'symbol', text: 'Symbol(secret)' }],
  ['a function', () => function pay() {}, { kind: 'function', text: 'pay()' }],
  ['a function without a name', () => () => {}, { kind: 'function' }],
  ['an error', () => new TypeError('no such thing'), { kind: 'error', label: 'TypeError: no such thing' }],
  [
    'an error whose message throws',
    () => Object.defineProperty(new Error(), 'message', { get: thrower }),
    { kind: 'error', label: 'Error' },
  ],
  ['a list with holes', () => Object.assign(new Array(2), { 1: 1 }), { kind: 'array', label: 'Array(2)', size: 2 }],
  [
    'a list of four thousand million',
    () => {
      const list: unknown[] = []
      list.length = 2 ** 32 - 1
      return list
    },
    { kind: 'array', size: 2 ** 32 - 1 },
  ],
  ['minus zero', () => -0, { kind: 'number', text: '-0' }],
  ['a promise', () => Promise.resolve(1), { kind: 'instance', label: 'Promise', size: 0 }],
  ['null', () => null, { kind: 'null', text: 'null' }],
  ['undefined', () => undefined, { kind: 'undefined', text: 'undefined' }],
]

describe('a preview', () => {
  it.each(hostile)('[AGT-5] shows %s', (_name, make, expected) => {
    const value = make()
    const shown = preview(value)
    expect(shown).toMatchObject(expected)
    expect([...nodesOf(shown)].length).toBeLessThan(1_001)
    expect(structuredClone(shown)).toEqual(shown)
    expect(typeof summaryOf(value)).toBe('string')
    expect(summaryOf(value).length).toBeLessThan(200)
  })

  it('[AGT-5] runs no getter, and says that there is one', () => {
    let runs = 0
    const shown = preview({
      get count() {
        return ++runs
      },
    })
    expect(shown).toMatchObject({ entries: [{ key: 'count', value: { kind: 'unreadable' } }] })
    expect(
      summaryOf({
        get count() {
          return ++runs
        },
      }),
    ).toBe('{ count: … }')
    expect(runs).toBe(0)
  })

  it('[AGT-5] says where a value holds itself', () => {
    expect(preview(cyclic)).toMatchObject({
      entries: [{ key: 'name' }, { key: 'self', value: { kind: 'unreadable', text: 'holds itself' } }],
    })
  })

  it('[AGT-5] shows a value that is held twice in both places', () => {
    const shared = { a: 1 }
    const shown = preview([shared, shared])
    expect(shown).toMatchObject({ entries: [{ value: { kind: 'object' } }, { value: { kind: 'object' } }] })
  })

  it('[AGT-5] gives nothing of the value itself away', () => {
    const value = { inner: { deep: { deeper: 1 } }, at: new Date(0) }
    const seen = new Set<unknown>([value, value.inner, value.inner.deep, value.at])
    for (const node of nodesOf(preview(value))) expect(seen.has(node)).toBe(false)
  })

  it('[AGT-5] is bounded and safe to send, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withNullPrototype: true,
          withTypedArray: true,
          withSparseArray: true,
          withObjectString: true,
        }),
        (value) => {
          const shown = preview(value)
          expect(structuredClone(shown)).toEqual(shown)
          for (const node of nodesOf(shown))
            expect(Object.values(node).some((part) => typeof part === 'object' && part === value)).toBe(false)
          expect(summaryOf(value)).not.toMatch(/[\n\r\u202E]/)
        },
      ),
    )
  })
})

describe('text', () => {
  it('[AGT-6] makes marks that turn the direction of writing visible, and other characters that are not seen', () => {
    expect(preview('abc\u202Edcba')).toMatchObject({ text: 'abc⟨RLO⟩dcba' })
    expect(visibleText('\u2067a\u2069\u0000\u001b[31m\uFEFF\u200B')).toBe('⟨RLI⟩a⟨PDI⟩⟨U+0000⟩⟨U+001B⟩[31m⟨BOM⟩⟨ZWSP⟩')
    expect(preview({ 'k\u202Eey': 1 })).toMatchObject({ entries: [{ label: 'k⟨RLO⟩ey', key: 'k\u202Eey' }] })
    expect(summaryOf('a\u202Eb')).toBe('"a⟨RLO⟩b"')
  })

  it('[AGT-6] leaves what can be seen: lines, tabs, emoji, Arabic', () => {
    for (const text of ['a\nb\tc', '👩‍👩‍👧', 'مرحبا', 'ZWNJ \u200C stays']) expect(visibleText(text)).toBe(text)
  })

  it('[AGT-6] shows HTML as the text it is', () => {
    expect(preview('<img src=x onerror=alert(1)>')).toEqual({
      kind: 'string',
      text: '<img src=x onerror=alert(1)>',
      more: 0,
    })
  })

  it('[AGT-6] cuts no character in two', () => {
    expect(beginningOf('a😀b', 2)).toBe('a')
    expect(visibleText('\uD83D')).toBe('⟨U+D83D⟩')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, length) => {
        expect(text.startsWith(beginningOf(text, length))).toBe(true)
        expect(visibleText(text).isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('the parts of a value', () => {
  it('[AGT-7] are given by windows, `to` not included', () => {
    const rows = tableOf(Array.from({ length: 1_000 }, (_, n) => [`r${n}`, { n }] as const))
    expect(previewParts(rows, 998, 2_000).map(({ key }) => key)).toEqual(['r998', 'r999'])
    expect(previewParts(rows, 0, 100_000)).toHaveLength(1_000)
    expect(
      previewParts(Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`k${n}`, n])), 4_998, 5_001).map(
        ({ key }) => key,
      ),
    ).toEqual(['k4998', 'k4999'])
    expect(previewParts('text', 0, 10)).toEqual([])
    expect(previewParts(new Proxy({}, { ownKeys: thrower }), 0, 10)).toEqual([])
  })

  it('[AGT-7] are found again by their keys, in a path', () => {
    const byObject = { id: 'key' }
    const root = {
      rows: tableOf([['a', { tags: new Set(['x', 'y']) }]]),
      map: new Map<unknown, unknown>([
        ['text', 1],
        [7, 'seven'],
        [byObject, { deep: true }],
        [Symbol.iterator, 4],
      ]),
      [Symbol('hidden')]: 'symbol',
      list: [[1, 2]],
    }
    const walk = (value: unknown, path: readonly (string | number)[]): void => {
      expect(valueAt(root, path)).toBe(value)
      if (typeof value !== 'object' || value === null) return
      for (const part of shapeOf(value).parts(0, 100)) walk(part.value, [...path, part.key])
    }
    walk(root, [])
    expect(valueAt(root, ['map', '⟨2⟩', 'deep'])).toBe(true)
    expect(valueAt(root, ['rows', 'a', 'tags', 1])).toBe('y')
  })

  it('[AGT-7] are refused where there is nothing, and where reading would run code', () => {
    expect(() => valueAt({ a: 1 }, ['a', 'b'])).toThrow('devtools/no-such-value')
    expect(() =>
      valueAt(
        {
          get a() {
            return 1
          },
        },
        ['a'],
      ),
    ).toThrow('devtools/no-such-value')
    expect(() => valueAt({}, ['constructor'])).toThrow('devtools/no-such-value')
    expect(() => valueAt([1], ['length'])).toThrow('devtools/no-such-value')
  })

  it('[AGT-7] have the same keys in `keys` as in `parts`', () => {
    fc.assert(
      fc.property(
        fc.anything({ withMap: true, withSet: true, withTypedArray: true, withSparseArray: true }),
        fc.nat(5),
        fc.nat(10),
        (value, from, to) => {
          if (typeof value !== 'object' || value === null) return
          const shape = shapeOf(value)
          expect(shape.keys(from, to)).toEqual(shape.parts(from, to).map(({ key }) => key))
          expect([...shape.each()].map(({ key }) => key)).toEqual(shape.keys(0, shape.size))
          for (const part of shape.parts(0, 20)) expect(Object.is(shape.at(part.key)?.value, part.value)).toBe(true)
        },
      ),
    )
  })
})

describe('a summary', () => {
  it.each([
    [{ id: 'a', minor: 5 }, '{ id: "a", minor: 5 }'],
    [{ id: 'a', nested: { deep: { deeper: 1 } } }, '{ id: "a", nested: { deep: Object } }'],
    [[1, 'two', [3]], '[1, "two", [3]]'],
    [new Map([['a', 1]]), 'Map(1) { a: 1 }'],
    [new Set(['x']), 'Set(1) ["x"]'],
    [tableOf([['a', 1]]), 'Table(1)'],
    [{ n: 1, m: 2, o: 3, p: 4, q: 5, r: 6, s: 7 }, '{ n: 1, m: 2, o: 3, p: 4, q: 5, r: 6, … }'],
    [undefined, ''],
    ['two\nlines', '"two lines"'],
    [{}, '{}'],
    [[], '[]'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
  ])('[AGT-5] tells %o in a line', (value, expected) => {
    expect(summaryOf(value)).toBe(expected)
  })
})

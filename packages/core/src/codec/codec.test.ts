import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runOnDraft } from '../draft/runOnDraft.ts'
import { table } from '../table/createTable.ts'
import type { TableDraft } from '../table/TableDraft.ts'
import type { TableKey } from '../table/TableKey.ts'
import { canonical } from './canonical.ts'
import { anyState, anyStorable } from './codec.fixtures.ts'
import { decode } from './decode.ts'
import { encode } from './encode.ts'
import { parse } from './parse.ts'
import { sameValue } from './sameValue.ts'
import { stateHash } from './stateHash.ts'
import { stringify } from './stringify.ts'
import { toStored } from './toStored.ts'

/** Nested so deep that no bound holds it. */
function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = wrap(value)
  return value
}

describe('toStored', () => {
  it('[COD-1] gives plain data back as it is, frozen in development', () => {
    const payload = { id: 'a', list: [1, { deep: [Number.NaN, -0, undefined, null, 1n] }] }
    expect(toStored(payload)).toBe(payload)
    expect([payload, payload.list, payload.list[1]].every(Object.isFrozen)).toBe(true)
    for (const primitive of [1, 'x', true, null, undefined, 10n]) expect(toStored(primitive)).toBe(primitive)
  })

  class Account {
    minor = 1
  }
  const loop: { again?: object } = {}
  loop.again = { loop }
  it.each<[string, unknown, string]>([
    ['a function', { items: [1, { callback: () => 1 }] }, 'payload.items[1].callback is the function callback'],
    ['a symbol', [Symbol('s')], 'payload[0] is Symbol(s)'],
    ['a symbol as a key', { a: { [Symbol('s')]: 1 } }, 'payload.a has a symbol as a key'],
    ['a promise', { later: Promise.resolve() }, 'payload.later is a promise'],
    ['an instance', { account: new Account() }, 'payload.account is an instance of Account'],
    ['an error', new Error('x'), 'payload is an instance of Error'],
    ['a subclass of a map', { map: new (class Rates extends Map {})() }, 'payload.map is an instance of Rates'],
    ['a URL', { at: new URL('https://example.org') }, 'payload.at is an instance of URL'],
    ['a regular expression', { at: /x/ }, 'payload.at is an instance of RegExp'],
    [
      'a getter',
      {
        a: {
          get now() {
            return 1
          },
        },
      },
      'payload.a.now is computed by a getter',
    ],
    [
      'a setter',
      Object.defineProperty({}, 'now', { set() {}, enumerable: true }),
      'payload.now is computed by a getter',
    ],
    ['a hole', { list: [1, 2, new Array(1)] }, 'payload.list[2][0] is a hole in an array'],
    [
      'an array with fields',
      { list: Object.assign([1], { index: 0 }) },
      'payload.list is an array that has fields beside its items',
    ],
    ['a cycle', loop, 'payload.again.loop holds itself'],
    [
      'a cycle through a map',
      (() => {
        const map = new Map()
        map.set('me', map)
        return { map }
      })(),
      'payload.map.me holds itself',
    ],
    ['`__proto__`', JSON.parse('{"a":{"__proto__":{"admin":true}}}'), 'payload.a has the key `__proto__`'],
    ['a key of a map', new Map([[() => 1, 1]]), 'is the function (anonymous)'],
    ['a weak map', { cache: new WeakMap() }, 'payload.cache is an instance of WeakMap'],
    ['endless nesting', nested(1001, (inner) => [inner]), 'is nested more than 1000 levels deep'],
    ['an endless number', { n: 10n ** 10_000n }, 'payload.n is a bigint of more than 10000 digits'],
    ['a table', { rows: table() }, 'payload.rows is a table, which belongs in state'],
  ])('[COD-2] refuses %s, and says where', (_, payload, message) => {
    expect(() => toStored(payload)).toThrow(message)
    expect(() => toStored(payload)).toThrow('(dispatch/not-storable)')
  })

  it('[COD-2] says where in the words of its caller', () => {
    expect(() => toStored({ f: () => 1 }, 'meta')).toThrow(
      'Cannot dispatch this action: meta.f is the function f. Send plain data: objects, arrays, strings, numbers, booleans, bigints, dates, maps, sets and bytes. (dispatch/not-storable)',
    )
  })

  it('[COD-3] refuses what is too large, and says which part makes it so', () => {
    const payload = { id: 'x', page: { head: 'h', rows: Array.from({ length: 100 }, (_, n) => ({ n })) } }
    expect(() => toStored(payload, 'payload', 1000)).toThrow(
      /payload takes about 1538 bytes, and 1000 are the limit\. Most of it is payload\.page\.rows, with about 1502\..*\(dispatch\/payload-too-large\)/,
    )
    expect(toStored(payload, 'payload', 1538)).toBe(payload)
    expect(() => toStored({ photo: new Uint8Array(3000) }, 'payload', 4000)).toThrow('Most of it is payload.photo')
    expect(() => toStored({ text: 'x'.repeat(100) }, 'payload', 99)).toThrow('Most of it is payload.text')
    const loop: unknown[] = ['x'.repeat(100)]
    loop.push(loop, loop)
    expect(() => toStored(loop, 'payload', 50)).toThrow('(dispatch/payload-too-large)')
  })

  it('[COD-4] copies what cannot be frozen, with the objects that hold it', () => {
    const payload = {
      at: new Date(0),
      plain: { n: 1 },
      deep: { rates: new Map([['eur', [new Date(1)]]]), tags: new Set(['a']), bytes: new Uint8Array([1]) },
    }
    const stored = toStored(payload)
    payload.at.setTime(9)
    payload.deep.rates.clear()
    payload.deep.tags.add('b')
    payload.deep.bytes[0] = 9
    expect(stored).toEqual({
      at: new Date(0),
      plain: { n: 1 },
      deep: { rates: new Map([['eur', [new Date(1)]]]), tags: new Set(['a']), bytes: new Uint8Array([1]) },
    })
    expect(stored.plain).toBe(payload.plain)
    expect(Object.isFrozen(payload)).toBe(false)
    expect(Object.isFrozen(stored)).toBe(true)
  })

  it('[COD-4] takes the part of a buffer that a view shows, and a subclass for what it extends', () => {
    const bytes = new Uint8Array([1, 2, 3, 4]).subarray(1, 3)
    expect(toStored(bytes).buffer.byteLength).toBe(2)
    const stored = toStored({ buffer: Buffer.from('hi') })
    expect(Object.getPrototypeOf(stored.buffer)).toBe(Uint8Array.prototype)
    expect([...stored.buffer]).toEqual([104, 105])
  })

  it('[COD-5] gives what the codec would give back', () => {
    fc.assert(
      fc.property(anyStorable, (value) => {
        const stored = toStored(value)
        const read = parse(stringify(stored))
        expect(isDeepStrictEqual(read, stored)).toBe(true)
        expect(sameValue(read, stored)).toBe(true)
        expect(stringify(stored)).toBe(stringify(value))
      }),
    )
  })

  it('[COD-5] gives an object without a prototype the one it is read back with', () => {
    const stored = toStored(Object.assign(Object.create(null), { n: 1 }))
    expect(Object.getPrototypeOf(stored)).toBe(Object.prototype)
    expect(stored).toEqual({ n: 1 })
  })
})

describe('encode and decode', () => {
  it('[COD-6] give back the same value, through JSON text, whatever it holds', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const read = parse(stringify(state))
        expect(sameValue(read, state)).toBe(true)
        expect(stringify(read)).toBe(stringify(state))
      }),
    )
  })

  it('[COD-6] reach as deep as a payload may be', () => {
    for (const wrap of [
      (inner: unknown) => ({ inner }),
      (inner: unknown) => [inner],
      (inner: unknown) => new Map([[1, inner]]),
    ]) {
      const deep = nested(1000, wrap)
      expect(toStored(deep)).toBeDefined()
      expect(sameValue(parse(stringify(deep)), deep)).toBe(true)
      expect(stateHash(deep)).toHaveLength(32)
      expect(() => encode(nested(1100, wrap))).toThrow('(codec/not-storable)')
      expect(() => stateHash(nested(1100, wrap))).toThrow('(codec/not-storable)')
    }
  })

  it('[COD-7] write JSON that can be read by people', () => {
    expect(
      encode({
        plain: { text: 'x', list: [1, null, true] },
        gone: undefined,
        numbers: [Number.NaN, Number.NEGATIVE_INFINITY, -0],
        cents: 12n,
        at: new Date(0),
        never: new Date(Number.NaN),
        rates: new Map([['eur', 1]]),
        tags: new Set(['a']),
        accounts: table({ rows: [['k', { minor: 1 }]] }),
        bytes: new Uint8Array([1, 2]),
        buffer: new Uint8Array([3]).buffer,
        $price: { $date: 'mine' },
      }),
    ).toEqual({
      plain: { text: 'x', list: [1, null, true] },
      gone: { $undefined: true },
      numbers: [{ $number: 'NaN' }, { $number: '-Infinity' }, { $number: '-0' }],
      cents: { $bigint: '12' },
      at: { $date: '1970-01-01T00:00:00.000Z' },
      never: { $date: null },
      rates: { $map: [['eur', 1]] },
      tags: { $set: ['a'] },
      accounts: { $table: [['k', { minor: 1 }]] },
      bytes: { $Uint8Array: 'AQI=' },
      buffer: { $ArrayBuffer: 'Aw==' },
      $$price: { $$date: 'mine' },
    })
  })

  it('[COD-7] copy nothing that JSON has already', () => {
    const json = { text: 'x', list: [1, { deep: null }] }
    expect(encode(json)).toBe(json)
    expect(decode(json)).toBe(json)
  })

  it('[COD-7] write the rows of a table in order of insertion, whatever its order', () => {
    const rows = table<string, number>({
      rows: [
        ['a', 2],
        ['b', 1],
      ],
      order: (a, b) => a - b,
    })
    expect([...rows.keys()]).toEqual(['b', 'a'])
    expect(encode(rows)).toEqual({
      $table: [
        ['a', 2],
        ['b', 1],
      ],
    })
  })

  it('[COD-7] refuse to write what cannot be stored, and say where', () => {
    expect(() => encode({ list: [{ at: new URL('https://example.org') }] })).toThrow(
      'Cannot store value.list[0].at: it is an instance of URL.',
    )
    expect(() => encode({ f: () => 1 })).toThrow('(codec/not-storable)')
    expect(() => encode(JSON.parse('{"__proto__":1}'))).toThrow('(codec/not-storable)')
  })

  it.each<[string, unknown, string]>([
    ['a tag nobody knows', { a: [{ $nope: 1 }] }, 'json.a[0]: $nope'],
    ['a tag among fields', { a: { $date: null, b: 1 } }, 'json.a: the tag $date does not stand alone'],
    ['a date that is none', { $date: 'yesterday' }, '$date holds "yesterday"'],
    ['a date in another form', { $date: '2026-11-23' }, '$date holds "2026-11-23"'],
    ['a number that JSON has', { $number: '1' }, '$number holds "1"'],
    ['a bigint with zeros', { $bigint: '007' }, '$bigint holds "007"'],
    ['an endless bigint', { $bigint: '9'.repeat(20_000) }, '$bigint holds "999'],
    ['undefined with a value', { $undefined: false }, '$undefined holds false'],
    ['a map that is no list', { $map: {} }, '$map holds an object'],
    ['an entry of three', { $map: [[1, 2, 3]] }, '$map holds an array as an entry'],
    [
      'a key twice',
      {
        $map: [
          [1, 2],
          [1, 3],
        ],
      },
      '$map has one key twice',
    ],
    ['a value twice', { $set: [1, 1] }, '$set has one value twice'],
    ['a set that is no list', { $set: 1 }, '$set holds 1'],
    [
      'a row twice',
      {
        $table: [
          ['a', 1],
          ['a', 2],
        ],
      },
      '$table has one key twice',
    ],
    ['a key that no table has', { $table: [[null, 1]] }, '$table has the key null'],
    ['NaN as a key', { $table: [[{ $number: 'NaN' }, 1]] }, '(codec/malformed)'],
    ['bytes that are no base64', { $Uint8Array: 'A*==' }, '$Uint8Array is not a tag, or does not hold "A*=="'],
    ['base64 with loose bits', { $Uint8Array: 'AB==' }, '(codec/malformed)'],
    ['base64 that is cut off', { $Uint8Array: 'ABC' }, '(codec/malformed)'],
    ['half an element', { $Int16Array: 'AQ==' }, '(codec/malformed)'],
    ['a constructor', { $Function: 'AQ==' }, '(codec/malformed)'],
    ['an inherited name', { $constructor: 'AQ==' }, '(codec/malformed)'],
    ['`__proto__`', JSON.parse('{"a":{"__proto__":{"admin":true}}}'), 'json.a: the key `__proto__` is refused'],
    ['`__proto__` as a tag’s neighbour', JSON.parse('{"$$a":1,"__proto__":{"admin":true}}'), '(codec/malformed)'],
    ['endless nesting', nested(5000, (inner) => [inner]), 'nested more than 1000 levels deep'],
    ['what JSON has not', { a: undefined }, 'json.a: a undefined is not JSON'],
  ])('[COD-8] refuses %s, and says where', (_, json, message) => {
    expect(() => decode(json)).toThrow(message)
    expect(() => decode(json)).toThrow('(codec/malformed)')
  })

  it('[COD-8] reads any JSON, or refuses it, and never changes what objects inherit', () => {
    const tags = [
      '$map',
      '$set',
      '$table',
      '$date',
      '$number',
      '$bigint',
      '$Uint8Array',
      '$undefined',
      '__proto__',
      '$$x',
      'x',
    ]
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('NaN', '-0', '12', 'AQI=', '1970-01-01T00:00:00.000Z', 1, true, null, ''),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.array(fc.tuple(tie('json'), tie('json')), { maxLength: 3 }),
        fc
          .array(fc.tuple(fc.constantFrom(...tags), tie('json')), { maxLength: 2 })
          .map((fields) =>
            JSON.parse(`{${fields.map(([key, field]) => `${JSON.stringify(key)}:${JSON.stringify(field)}`).join()}}`),
          ),
      ),
    }))
    fc.assert(
      fc.property(json, (value) => {
        let read: unknown
        try {
          read = decode(value)
        } catch (thrown) {
          expect(String(thrown)).toMatch(/\(codec\/malformed\)$/)
          return
        }
        expect(sameValue(parse(stringify(read)), read)).toBe(true)
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('[COD-8] refuses text that is cut off', () => {
    expect(() => parse('{"a":')).toThrow('(codec/malformed)')
  })
})

describe('canonical, stateHash and sameValue', () => {
  it('[COD-9] agree on which values are equal', () => {
    fc.assert(
      fc.property(anyState, anyState, (a, b) => {
        const same = canonical(a) === canonical(b)
        expect(sameValue(a, b)).toBe(same)
        expect(stateHash(a) === stateHash(b)).toBe(same)
        const copy = parse(stringify(a))
        expect([canonical(copy), stateHash(copy), sameValue(copy, a)]).toEqual([canonical(a), stateHash(a), true])
      }),
    )
  })

  it.each<[string, unknown, unknown]>([
    ['-0 from 0', -0, 0],
    ['an absent field from an undefined one', {}, { a: undefined }],
    ['null from undefined', null, undefined],
    ['text from a number', '1', 1],
    ['a bigint from a number', 1n, 1],
    [
      'a map by its order',
      new Map([
        [1, 1],
        [2, 2],
      ]),
      new Map([
        [2, 2],
        [1, 1],
      ]),
    ],
    ['a set by its order', new Set([1, 2]), new Set([2, 1])],
    [
      'a table by its order',
      table({
        rows: [
          ['a', 1],
          ['b', 1],
        ],
      }),
      table({
        rows: [
          ['b', 1],
          ['a', 1],
        ],
      }),
    ],
    ['a table from a map', table({ rows: [['a', 1]] }), new Map([['a', 1]])],
    ['keys 1 and "1"', table({ rows: [[1, 1]] }), table({ rows: [['1', 1]] })],
    ['a date from its text', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['a value from its encoding', new Date(0), { $date: '1970-01-01T00:00:00.000Z' }],
    ['where a list ends', [[1], 2], [[1, 2]]],
    ['where a text ends', ['ab', 'c'], ['a', 'bc']],
    ['bytes by their kind', new Uint8Array([1]), new Int8Array([1])],
    ['a view from its buffer', new Uint8Array([1]), new Uint8Array([1]).buffer],
    ['half a pair of surrogates', '\ud800', '\udfff'],
  ])('[COD-9] tell %s', (_, a, b) => {
    expect(sameValue(a, b)).toBe(false)
    expect(canonical(a)).not.toBe(canonical(b))
    expect(stateHash(a)).not.toBe(stateHash(b))
  })

  it('[COD-9] do not count the order of fields, nor which NaN it is', () => {
    const bits = new DataView(new ArrayBuffer(8))
    bits.setBigUint64(0, 0x7ff8000000000001n)
    const [a, b] = [
      { x: 1, y: { p: 1, q: Number.NaN } },
      { y: { q: bits.getFloat64(0), p: 1 }, x: 1 },
    ]
    expect([sameValue(a, b), canonical(a) === canonical(b), stateHash(a) === stateHash(b)]).toEqual([true, true, true])
  })

  it('[COD-9] see the rows of a table, not how it came to them', () => {
    const wanted: [string, number][] = Array.from({ length: 100 }, (_, i) => [`k${i}`, i])
    const before = table({
      rows: Array.from({ length: 200 }, (_, i) => [`old${i}`, i] as [string, number]),
      order: (a, b) => b - a,
    })
    const state = runOnDraft(before, (rows: TableDraft<string, number>) => {
      for (let i = 0; i < 199; i++) rows.delete(`old${i}`)
      for (const [key, row] of wanted) rows.set(key, row)
      rows.delete('old199')
    })
    expect([sameValue(state, table({ rows: wanted })), stateHash(state)]).toEqual([
      true,
      stateHash(table({ rows: wanted })),
    ])
  })

  it('[COD-10] gives these hashes for ever: they are compared across machines and versions', () => {
    expect([
      stateHash(undefined),
      stateHash({}),
      stateHash({ count: 1, label: 'Æ', list: [-0, 0.5, 1e300, 2 ** 31] }),
      stateHash({
        at: new Date(1e12),
        big: -(2n ** 70n),
        map: new Map([['a', new Set([null])]]),
        bytes: new Uint8Array([1, 2, 3, 4, 5]),
      }),
      stateHash({
        accounts: table<TableKey, { minor: number; owner: string }>({
          rows: [
            ['acc-1', { minor: 100, owner: 'Ann' }],
            [7, { minor: -5, owner: 'Bo' }],
          ],
        }),
      }),
    ]).toEqual([
      'cf0f20ca519c70b1519c70b1519c70b1',
      '46203cc1981f2672981f2672981f2672',
      'ebea0761f4a4347cee7a5141c66afdf1',
      '9694f29689f40c69c79cc536bb2c505a',
      '09bd6df1c313ad0578b44f6bf4ac968c',
    ])
  })
})

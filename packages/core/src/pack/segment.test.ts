import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../codec/base64.ts'
import { sameValue } from '../codec/sameValue.ts'
import { stringify } from '../codec/stringify.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { COLUMN_DEPTH_MAX, COLUMN_VALUES_MAX, SHAPES_MAX } from './ColumnWriter.ts'
import { packSegment } from './packSegment.ts'
import { readHead, readTimes, timesOnly } from './readHead.ts'
import { joinIds } from './recordIds.ts'
import { anyKindred, anyRecords, bankRecords, golden, goldenText, recordsOf } from './segment.fixtures.ts'
import { CHECKED_FROM, SEGMENT_RECORDS_MAX } from './segmentFormat.ts'
import { unpackSegment } from './unpackSegment.ts'

describe('a packed segment', () => {
  it('[PCK-1] comes back as the same records, whatever they hold', () => {
    fc.assert(fc.property(anyRecords, comesBack), { numRuns: 150 })
  })

  it('[PCK-1] comes back as the same records where payloads of a type have much in common', () => {
    fc.assert(
      fc.property(anyKindred, (payloads) => comesBack(recordsOf(payloads))),
      { numRuns: 500 },
    )
  })

  it('[PCK-1] keeps numbers to the last bit', () => {
    const numbers = [
      0,
      -0,
      1,
      -1,
      NaN,
      Infinity,
      -Infinity,
      5e-324,
      0.1,
      0.3,
      2 ** 51,
      2 ** 53,
      -(2 ** 60),
      1.7e308,
      12.34,
    ]
    for (const n of numbers) comesBack(recordsOf([n]))
    comesBack(recordsOf(numbers))
    comesBack(recordsOf(numbers.filter(Number.isInteger)))
    comesBack(recordsOf([2 ** 51, -(2 ** 51), 2 ** 51]))
    comesBack(recordsOf([0.07, 1.1, -4.35, 1e9 + 0.01]))
    comesBack(recordsOf([0, -0.0, 0.5]))
    comesBack(recordsOf([0, 2 ** 24 - 1, 0, 2 ** 24, 5]))
  })

  it('[PCK-1] tells a field that is undefined from one that is not there, and keeps the order of fields', () => {
    comesBack(recordsOf([{ a: 1 }, { a: 1, b: undefined }, { b: null, a: 1 }, {}, undefined, null, [], [undefined]]))
  })

  it('[PCK-1] keeps any text: empty, long, with half a surrogate pair, with a long beginning in common', () => {
    const long = 'Überweisung – Miete 🏠 '.repeat(2_000)
    comesBack(recordsOf(['', '\ud800', '\udc00x', '🏠', long, `${long}a`, `${long}ab`, long.slice(1), 'a'.repeat(300)]))
  })

  it('[PCK-1] takes objects that are used as maps, and those that are nested too deep for columns', () => {
    const maps = Array.from({ length: SHAPES_MAX + 10 }, (_, n) => ({ id: n, of: { [`key ${n}`]: n, [n]: true } }))
    let deep: unknown = 'bottom'
    for (let level = 0; level < COLUMN_DEPTH_MAX * 3; level++) deep = level % 2 ? [deep] : { deep }
    comesBack(recordsOf([...maps, deep, deep]))
  })

  it('[PCK-1] takes more values than become columns', () => {
    const many = Array.from({ length: COLUMN_VALUES_MAX / 100 }, (_, n) => ({ n, text: `text ${n % 9}` }))
    comesBack(recordsOf(Array.from({ length: 60 }, () => many)))
  })

  it('[PCK-1] keeps fields of a record that are unknown today, and those that are not set', () => {
    const records = recordsOf([1, 2]).map((record) => ({ ...record, causedBy: undefined, lane: { name: 'a' } }))
    const { payload: _, ...bare } = records[0] ?? {}
    comesBack([bare, records[1]] as unknown[] as PlacedRecord[])
  })

  it('[PCK-2] takes at most 8 bytes a record for a bank, with ids, causes and times', () => {
    const records = bankRecords(SEGMENT_RECORDS_MAX, 500_000)
    comesBack(records)
    expect(packSegment(records).length / records.length).toBeLessThan(8)
  })

  it('[PCK-2] takes nothing for what follows from the record before', () => {
    const few = packSegment(recordsOf(Array(10).fill({ on: true })))
    const many = packSegment(recordsOf(Array(1_000).fill({ on: true })))
    expect(many.length - few.length).toBeLessThan(8)
  })

  it('[PCK-3] is refused when any of its bytes was changed', () => {
    const packed = packSegment(bankRecords(20))
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const changed = packed.slice()
        changed[at] = (changed[at] as number) ^ bits
        expect(() => unpackSegment(changed)).toThrow(/log\/segment-(corrupt|version)/)
      }),
    )
  })

  it('[PCK-3] is refused when it was cut off anywhere, or has more behind it', () => {
    const packed = packSegment(bankRecords(5))
    for (let length = 0; length < packed.length; length++)
      expect(() => unpackSegment(packed.subarray(0, length))).toThrow('log/segment-corrupt')
    expect(() => unpackSegment(signed(new Uint8Array([...packed, 0])))).toThrow('bytes are left over')
  })

  it('[PCK-3] is refused with the offset from which it is not readable', () => {
    const packed = packSegment(bankRecords(5, 4_096))
    packed[packed.length - 1] = (packed.at(-1) as number) ^ 1
    expect(() => unpackSegment(packed)).toThrow('the checksum of the segment from offset 4096 does not fit its bytes')
  })

  it('[PCK-4] is read or refused, and nothing else, whatever somebody wrote into it', () => {
    const sources = [bankRecords(8), recordsOf([{ a: [1, null], b: 'x' }, new Map([[1, 2]]), -0, [[], [{}]]])]
    fc.assert(
      fc.property(
        fc.constantFrom(...sources.map((records) => packSegment(records))),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (packed, changes) => {
          const changed = packed.slice()
          for (const [at, byte] of changes) changed[CHECKED_FROM + (at % (changed.length - CHECKED_FROM))] = byte
          readOrRefused(signed(changed))
        },
      ),
      { numRuns: 1_500 },
    )
  })

  it('[PCK-4] is read or refused where it is made of any bytes', () => {
    const mark = packSegment(recordsOf([1])).slice(0, CHECKED_FROM)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readOrRefused(bytes)
        readOrRefused(signed(new Uint8Array([...mark, ...bytes])))
      }),
      { numRuns: 1_500 },
    )
  })

  it('[PCK-4] cannot unfold to more than its bounds', () => {
    const packed = packSegment(recordsOf(Array(SEGMENT_RECORDS_MAX).fill(Array(200).fill(0))))
    // A column of arrays, all of length 200: kind 7, form 0, 400 as a varint.
    const at = packed.findIndex((_, n) => packed.subarray(n, n + 4).join() === '7,0,144,3')
    packed[at + 3] = 127
    expect(() => unpackSegment(signed(packed))).toThrow('it unfolds to more than 524288 values')
  })

  it('[PCK-4] changes nothing that objects inherit', () => {
    const packed = packSegment(recordsOf([{ __prot0__: { polluted: true } }]))
    const at = [...packed].findIndex((_, n) => String.fromCharCode(...packed.slice(n, n + 9)) === '__prot0__')
    packed[at + 6] = 'o'.charCodeAt(0)
    expect(() => unpackSegment(signed(packed))).toThrow('__proto__ is no name of a field')
  })

  it('[PCK-5] tells times, types and ids without its payloads', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const packed = packSegment(records)
        const { offset, count, names, types, ids } = readHead(packed)
        expect([offset, count]).toEqual([records[0]?.offset, records.length])
        expect(types.map((type) => names[type])).toEqual(records.map(({ type }) => type))
        expect(joinIds(ids)).toEqual(records.map(({ id }) => id))
        expect(readTimes(packed)).toEqual(records.map(({ time }) => time))
        expect(readTimes(timesOnly(packed))).toEqual(readTimes(packed))
      }),
    )
  })

  it('[PCK-6] is refused where its form is newer than this program', () => {
    const packed = packSegment(recordsOf([1]))
    packed[3] = 2
    expect(() => unpackSegment(packed)).toThrow('it is written in form 2, and this program knows form 1')
  })

  it('[PCK-6] of form 1 is read for ever', () => {
    expect(unpackSegment(fromBase64(goldenText) as Uint8Array)).toEqual(golden())
  })

  it('[PCK-6] has the same bytes for the same records', () => {
    expect(toBase64(packSegment(golden()))).toBe(goldenText)
  })

  it('[PCK-7] is not made of what cannot be stored', () => {
    for (const value of [() => 1, Symbol('s'), Promise.resolve(), new (class Account {})(), { ['__proto__']: 1 }])
      expect(() => packSegment(recordsOf([{ value }]))).toThrow('codec/not-storable')
  })

  it('[PCK-7] is not made of no records, of too many, or of records with a gap', () => {
    const records = recordsOf(Array(SEGMENT_RECORDS_MAX + 1).fill(0))
    expect(() => packSegment([])).toThrow('A segment has 1 to 1024 records, not 0.')
    expect(() => packSegment(records)).toThrow('A segment has 1 to 1024 records, not 1025.')
    expect(() => packSegment(records.filter(({ offset }) => offset !== 3).slice(0, 9))).toThrow(
      'Offset 4 stands where 3 belongs',
    )
  })
})

function comesBack(records: readonly PlacedRecord[]): void {
  const again = unpackSegment(packSegment(records))
  expect(stringify(again)).toBe(stringify(records))
  expect(sameValue(again, records)).toBe(true)
}

function readOrRefused(bytes: Uint8Array): void {
  try {
    expect(unpackSegment(bytes).length).toBeLessThanOrEqual(SEGMENT_RECORDS_MAX)
  } catch (thrown) {
    expect(thrown).toMatchObject({ code: expect.stringMatching(/^log\/segment-(corrupt|version)$/) })
  }
}

/** With a checksum that fits: written by somebody who knows how. */
function signed(bytes: Uint8Array): Uint8Array {
  let hash = 0x811c9dc5
  for (const byte of bytes.subarray(CHECKED_FROM)) hash = Math.imul(hash ^ byte, 0x01000193)
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(CHECKED_FROM - 4, hash >>> 0, true)
  return bytes
}

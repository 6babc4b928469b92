import fc from 'fast-check'
import { table } from '../table/createTable.ts'
import type { TableKey } from '../table/TableKey.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', '$', '$date', '$$', '__proto', 'constructor', 'toString', '\ud800', 'ÅÅ'),
)
const anyField = anyText.filter((key) => key !== '__proto__')
const anyNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(-0, 0, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 5e-324),
)
const anyBytes = fc
  .uint8Array({ maxLength: 24 })
  .chain((bytes) =>
    fc.constantFrom<ArrayBuffer | ArrayBufferView>(
      bytes,
      bytes.slice().buffer,
      new DataView(bytes.slice().buffer),
      new Int16Array(bytes.slice(0, bytes.length & ~1).buffer),
      new Float64Array(bytes.slice(0, bytes.length & ~7).buffer),
      new BigUint64Array(bytes.slice(0, bytes.length & ~7).buffer),
      new Uint8ClampedArray(bytes),
    ),
  )
const anyDate = fc.oneof(
  fc.date(),
  fc.constant(new Date(Number.NaN)),
  fc.constantFrom(new Date(-62198755200001), new Date(8.64e15)),
)
const anyKey: fc.Arbitrary<TableKey> = fc.oneof(anyText, fc.integer(), fc.double({ noNaN: true }))

/** Values of every kind that can be stored, in every place where they can stand; without tables. */
export const { part: anyStorable } = fc.letrec((tie) => ({
  leaf: fc.oneof(anyNumber, anyText, fc.boolean(), fc.constantFrom(null, undefined), fc.bigInt(), anyDate, anyBytes),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.dictionary(anyField, tie('part'), { maxKeys: 5 }),
    fc.array(tie('part'), { maxLength: 5 }),
    fc.array(fc.tuple(tie('leaf'), tie('part')), { maxLength: 4 }).map((entries) => new Map(entries)),
    fc.array(tie('part'), { maxLength: 4 }).map((items) => new Set(items)),
  ),
}))

/** States: the same, with tables in fields and in rows. */
export const { state: anyState } = fc.letrec((tie) => ({
  state: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyStorable,
    fc.dictionary(anyField, tie('state'), { maxKeys: 4 }),
    fc.array(fc.tuple(anyKey, tie('state')), { maxLength: 4 }).map((rows) => table({ rows })),
  ),
}))

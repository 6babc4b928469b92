import fc from 'fast-check'
import { expect, it } from 'vitest'
import { printPath, readPath } from './pathText.ts'

it('[REC-5] reads a path as it was written', () => {
  const paths = fc.array(
    fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    ),
    {
      minLength: 1,
    },
  )
  fc.assert(
    fc.property(paths, (path) => {
      expect(readPath(printPath(path))).toEqual(path)
    }),
  )
})

it('[REC-5] tells numbers from keys that look like them', () => {
  expect(readPath('ledger.rows[0].12["DE 12"]')).toEqual(['ledger', 'rows', 0, '12', 'DE 12'])
})

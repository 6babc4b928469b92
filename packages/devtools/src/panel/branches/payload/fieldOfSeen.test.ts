import type { JsonValue } from '@playhead/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fieldOfSeen } from './fieldOfSeen.ts'
import { fieldProblems } from './fieldProblems.ts'

it('[BRN-2] makes fields of what payloads had in common', () => {
  const seen = [
    { id: 'a', minor: 1, at: { $date: '2026-11-23T09:00:00.000Z' }, urgent: true, big: { $bigint: '1' }, rows: [1] },
    { id: 'b', minor: 2, at: { $date: '2026-11-23T09:00:00.000Z' }, urgent: false, big: { $bigint: '2' }, rows: [] },
  ]
  expect(fieldOfSeen(seen)).toMatchObject({
    kind: 'group',
    fields: [
      { name: 'id', kind: 'text', isRequired: true },
      { name: 'minor', kind: 'number', isWhole: true },
      { name: 'at', kind: 'date' },
      { name: 'urgent', kind: 'yesNo' },
      { name: 'big', kind: 'bigint' },
      { name: 'rows', kind: 'json' },
    ],
  })
})

it('[BRN-2] lets a key be left out that not every payload had', () => {
  expect(fieldOfSeen([{ a: 1, b: 1 }, { a: 2 }])).toMatchObject({
    fields: [
      { name: 'a', isRequired: true },
      { name: 'b', isRequired: false },
    ],
  })
})

it('[BRN-2] offers values that come again, and not those that are new each time', () => {
  const seen = ['giro', 'giro', 'savings', 'giro'].map((account, at) => ({ account, at }))
  const field = fieldOfSeen(seen)
  expect(field).toMatchObject({ fields: [{ seen: ['giro', 'savings'] }, { name: 'at' }] })
  expect(field.kind === 'group' && field.fields[1]?.seen).toBe(false || undefined)
})

it('[BRN-2] has nothing to go by without payloads', () => {
  expect(fieldOfSeen([])).toMatchObject({ kind: 'json' })
})

it('[BRN-3] finds nothing wrong with the payloads that it was made of', () => {
  const payloads = fc.array(
    fc.jsonValue().map((value) => value as JsonValue),
    { minLength: 1, maxLength: 8 },
  )
  fc.assert(
    fc.property(payloads, (seen) => {
      // A key that begins with `$` is written with one more.
      fc.pre(!JSON.stringify(seen).includes('"$') && !JSON.stringify(seen).includes('__proto__'))
      const field = fieldOfSeen(seen)
      for (const value of seen) expect(fieldProblems(field, value)).toEqual({})
    }),
  )
})

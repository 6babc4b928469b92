import { describe, expect, it } from 'vitest'
import { checkRow } from './checkRow.ts'
import { placedRecords } from './records.fixtures.ts'

const [first, second, third] = placedRecords(3)

describe('checkRow', () => {
  it('[IDB-7] finds nothing wrong with the rows of a sound log', () => {
    expect(checkRow(0, [first, second], undefined)).toBeUndefined()
    expect(checkRow(2, [third], second)).toBeUndefined()
  })

  it.each([
    ['a gap', 2, [third], first, 'the row of offset 1 is missing or misplaced: the next one found has the key 2'],
    ['a row twice', 0, [first], first, 'the row of offset 1 is missing or misplaced: the next one found has the key 0'],
    ['a key that is no number', 'x', [first], undefined, 'the next one found has the key "x"'],
    ['no list', 0, first, undefined, 'row 0 holds an object where a list of records belongs'],
    ['an empty row', 0, [], undefined, 'row 0 holds a list of 0 where a list of records belongs'],
    ['no record', 0, [first, null], undefined, 'row 0 holds at offset 1 a record that is null'],
    ['another offset', 0, [first, third], undefined, 'row 0 holds at offset 1 a record with the offset 2'],
    ['no id', 0, [{ ...first, id: 7 }], undefined, 'row 0 holds at offset 0 a record with the id 7'],
    ['no type', 0, [{ ...first, type: undefined }], undefined, 'a record with the type undefined'],
    ['no version', 0, [{ ...first, version: '1' }], undefined, 'a record with the version "1"'],
    ['no time', 0, [{ ...first, time: Number.NaN }], undefined, 'a record with the time NaN'],
    [
      'a time that goes back',
      1,
      [{ ...second, time: 5 }],
      first,
      'row 1 holds at offset 1 a record with the time 5, earlier than 1700000000000 before it',
    ],
  ])('[IDB-7] names the row, the offset and the value of %s', (_, key, value, before, problem) => {
    expect(checkRow(key, value, before)).toContain(problem)
  })
})

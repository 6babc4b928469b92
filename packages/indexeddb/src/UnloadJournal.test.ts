import type { PlacedRecord } from '@playhead/core'
import { place } from '@playhead/core'
import { describe, expect, it } from 'vitest'
import { databaseName } from './database.ts'
import { happened, journalOf, placedRecords } from './records.fixtures.ts'
import { UnloadJournal } from './UnloadJournal.ts'

const key = databaseName('test')

describe('UnloadJournal', () => {
  it('[IDB-15] gives the next page what goes on from the stored records, however many were stored after all', () => {
    const all = placedRecords(6)
    const texts = left(all.slice(2), all[1])
    for (let stored = 2; stored <= 6; stored++) {
      expect(journalOf(texts).goingOnFrom(all.slice(0, stored))).toEqual(all.slice(stored))
    }
  })

  it('[IDB-15] keeps payloads as they are', () => {
    const payload = { at: new Date(0), ids: new Set([1n]), bytes: new Uint8Array([1, 2]), by: new Map([['a', NaN]]) }
    const record = place(happened(0, { payload }), 0, 0)
    expect(journalOf(left([record])).goingOnFrom([])).toEqual([record])
  })

  it('[IDB-15] gives nothing where nothing is kept', () => {
    expect(journalOf(new Map()).goingOnFrom(placedRecords(2))).toEqual([])
  })

  it.each([
    ['follows records that are gone', placedRecords(1)],
    ['follows another record', [...placedRecords(1), place(happened(7), 1, 0)]],
    ['is stored with other ids', [...placedRecords(2), place(happened(7), 2, 0)]],
  ])('[IDB-15] leaves out what %s', (_, stored) => {
    const all = placedRecords(4)
    expect(journalOf(left(all.slice(2), all[1])).goingOnFrom(stored)).toEqual([])
  })

  it('[IDB-15] forgets what is stored by now', () => {
    const all = placedRecords(4)
    const texts = new Map<string, string>()
    const journal = journalOf(texts)
    journal.keep(all.slice(1), all[0])
    journal.clear()
    expect(texts).toEqual(new Map())
    journal.keep(all, undefined)
    journal.keep([], all[3])
    expect(texts).toEqual(new Map())
  })

  it('[IDB-15] takes the place of what was kept before, and leaves it where there is no room', () => {
    const all = placedRecords(4)
    const texts = left(all.slice(1, 2), all[0])
    journalOf(texts).keep(all.slice(1, 3), all[0])
    expect(journalOf(texts).goingOnFrom(all.slice(0, 1))).toEqual(all.slice(1, 3))
    const full = {
      getItem: () => texts.get(key) ?? null,
      setItem: () => {
        throw new DOMException('the quota has been exceeded', 'QuotaExceededError')
      },
      removeItem: () => {},
    }
    new UnloadJournal('test', full).keep(all.slice(2), all[1])
    expect(journalOf(texts).goingOnFrom(all.slice(0, 1))).toEqual(all.slice(1, 3))
  })

  it.each([
    ['["cut off', 'cannot be read'],
    ['{"records":[]}', 'is no list of records'],
    ['[null,[{"offset":0,"type":"x"}]]', 'row 0 holds at offset 0 a record with the id undefined'],
    ['[null,[]]', 'row 0 holds a list of 0'],
  ])('[IDB-7] refuses %s', (text, problem) => {
    expect(() => journalOf(new Map([[key, text]])).goingOnFrom([])).toThrow(problem)
  })

  it('[IDB-15] keeps nothing where there is no page', () => {
    const journal = new UnloadJournal('test')
    journal.keep(placedRecords(1), undefined)
    expect(journal.goingOnFrom([])).toEqual([])
    journal.clear()
  })
})

/** What a page has left that ended with these records unstored. */
function left(records: readonly PlacedRecord[], before?: PlacedRecord): Map<string, string> {
  const texts = new Map<string, string>()
  journalOf(texts).keep(records, before)
  return texts
}

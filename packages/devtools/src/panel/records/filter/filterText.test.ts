import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordFilter } from '../../../protocol/rows.ts'
import { parseFilter, printFilter } from './filterText.ts'

const text = fc
  .oneof(fc.string({ minLength: 1, unit: fc.constantFrom(...'aB/.:"\\*# \tü-[]') }), fc.string({ minLength: 1 }))
  .filter((each) => each.trim() !== '')
const pattern = fc
  .array(fc.constantFrom('bank', '*', 'account', 'a b', 'x'), { minLength: 1 })
  .map((words) => words.join('.'))
const filters: fc.Arbitrary<RecordFilter> = fc.record(
  {
    type: text,
    topic: pattern,
    payload: text,
    effect: text,
    causedBy: text,
    origin: text,
    path: fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1 }),
    failedOnly: fc.constant(true),
  },
  { requiredKeys: [] },
)

describe('the text of a filter', () => {
  it('[REC-5] reads as the filter that it was written for', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parseFilter(printFilter(filter))).toEqual({ filter, problems: [] })
      }),
    )
  })

  it('[REC-5] can be read whatever is written, and problems are within it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'type:is:path:"\\ .[]x#*') }), (written) => {
        for (const { from, to, message } of parseFilter(written).problems) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(written.length)
          expect(message).not.toBe('')
        }
      }),
    )
  })

  it('[REC-5] takes words without a prefix as text in the payload', () => {
    expect(parseFilter('type:bank/ rent   to Anna')).toEqual({
      filter: { type: 'bank/', payload: 'rent to Anna' },
      problems: [],
    })
  })

  it('[REC-5] reads a path as it is written in code, with quotes and blanks in its keys', () => {
    expect(parseFilter('path:ledger.accounts["DE 12"].minor rent')).toEqual({
      filter: { path: ['ledger', 'accounts', 'DE 12', 'minor'], payload: 'rent' },
      problems: [],
    })
    expect(printFilter({ path: ['ledger', 'DE 12'] })).toBe('path:ledger["DE 12"]')
  })

  it('[REC-5] takes a prefix that nothing follows as nothing yet', () => {
    expect(parseFilter('type: effect:')).toEqual({ filter: {}, problems: [] })
  })

  it.each([
    ['size:3', 'There is no filter size: Put "size:3" in quotes'],
    ['is:new', 'is:new is not known. is:failed finds'],
    ['type:a type:b', 'type: is there twice'],
    ['"open', 'A quote is open.'],
    ['topic:bank.acc*', '"acc*" is no wildcard: * and # stand for whole words.'],
    ['topic:#.#.#.#.#', 'has more than 4 `#`'],
    ['path:ledger..minor', 'cannot be read after ledger'],
    ['path:[x]', 'cannot be read at its begin'],
  ])('[REC-5] says why %s is no filter', (written, reason) => {
    expect(parseFilter(written).problems.map(({ message }) => message)).toEqual([expect.stringContaining(reason)])
  })
})

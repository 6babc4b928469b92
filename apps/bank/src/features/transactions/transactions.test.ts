import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../ledger/index.ts'
import { transferLegs } from '../../ledger/index.ts'
import { anyPosting, entryWith, food, giro, posted, salary, storeOf } from '../../ledger/ledger.fixtures.ts'
import { searchText } from '../../text/searchText.ts'
import type { RowFilter } from './index.ts'
import { accountHistory, entry, entryCount, filterRows } from './index.ts'

const out = (minor: number) => transferLegs({ from: giro.id, to: food.id, currency: 'EUR', minor })
const incoming = (minor: number) => transferLegs({ from: salary.id, to: giro.id, currency: 'EUR', minor })

const entries: readonly Entry[] = [
  entryWith('bread', {
    legs: out(420),
    bookingDate: '2026-03-02',
    memo: 'Brot',
    counterparty: { name: 'Bäckerei Müller' },
  }),
  entryWith('rent', {
    legs: out(118_000),
    bookingDate: '2026-03-01',
    memo: 'Rent Lindenstraße 14',
    reference: 'MIETE-2147',
  }),
  entryWith('pay', { legs: incoming(250_000), bookingDate: '2026-03-25', memo: 'Salary', category: 'salary' }),
  entryWith('back', {
    legs: incoming(420),
    bookingDate: '2026-03-28',
    memo: 'Refund',
    counterparty: { account: 'DE02120300000000202051' },
  }),
]
const history = () => storeOf(entries.map((each, time) => ({ entry: each, time }))).get(accountHistory(giro.id))
const found = (filter: RowFilter) => {
  const lines = history()
  return Array.from(filterRows(lines, filter), (row) => lines.line(row).entry.entryId)
}

describe('entries', () => {
  it('[BNK-11] are found by id once they are recorded', () => {
    const store = storeOf(entries.map((each, time) => ({ entry: each, time })))
    expect(store.get(entry('rent'))?.legs).toEqual(out(118_000))
    expect(store.get(entry('nothing'))).toBeUndefined()
    expect(store.at(new Date(0)).get(entry('rent'))).toBeUndefined()
    expect(store.get(entryCount)).toBe(4)
  })
})

describe('filtering the lines of an account', () => {
  it('[BNK-20] lets all lines through when nothing is asked', () => {
    expect(found({})).toEqual(['rent', 'bread', 'pay', 'back'])
    expect(found({ text: '  ' })).toHaveLength(4)
  })

  it('[BNK-21] finds words in memo, counterparty, reference and category, whatever their case and accents', () => {
    expect(found({ text: 'muller' })).toEqual(['bread'])
    expect(found({ text: 'MÜLLER brot' })).toEqual(['bread'])
    expect(found({ text: 'lindenstrasse' })).toEqual(['rent'])
    expect(found({ text: 'miete-2147' })).toEqual(['rent'])
    expect(found({ text: '202051' })).toEqual(['back'])
    expect(found({ text: 'salary' })).toEqual(['pay'])
    expect(found({ text: 'brot salary' })).toEqual([])
  })

  it('[BNK-23] finds amounts as people write them', () => {
    const store = storeOf([
      {
        entry: entryWith('a', { legs: transferLegs({ from: 'giro', to: food.id, currency: 'EUR', minor: 123_456 }) }),
        time: 1,
      },
      {
        entry: entryWith('b', { legs: transferLegs({ from: 'giro', to: food.id, currency: 'EUR', minor: 1_250 }) }),
        time: 2,
      },
    ])
    const history = store.get(accountHistory('giro'))
    const found = (text: string) => [...filterRows(history, { text })]
    for (const text of ['1,234.56', '1.234,56', '1234.56', '1234,56', '-1234.56', '1234'])
      expect(found(text)).toEqual([0])
    for (const text of ['12.50', '12,50', '12,5']) expect(found(text)).toEqual([1])
    expect(found('34.56')).toEqual([])
    expect(found('99')).toEqual([])
  })

  it('[BNK-21] finds what others say of an entry, instead of what it came with', () => {
    const history = storeOf([
      { entry: entryWith('a', { category: 'groceries' }), time: 1 },
      { entry: entryWith('b', { category: 'groceries' }), time: 2 },
    ]).get(accountHistory(giro.id))
    const wordsOf = ({ entryId, category = '' }: { entryId: string; category?: string }) =>
      entryId === 'a' ? 'Geschenke' : category
    expect([...filterRows(history, { text: 'geschenke', wordsOf })]).toEqual([0])
    expect([...filterRows(history, { text: 'groceries', wordsOf })]).toEqual([1])
    expect([...filterRows(history, { text: 'groceries' })]).toEqual([0, 1])
  })

  it('[BNK-21] does not find words across two fields', () => {
    expect(found({ text: 'brotbäckerei' })).toEqual([])
  })

  it('[BNK-20] takes the days at both ends in', () => {
    expect(found({ from: '2026-03-02', to: '2026-03-25' })).toEqual(['bread', 'pay'])
    expect(found({ from: '2026-03-03', to: '2026-03-02' })).toEqual([])
    expect(found({ to: '2026-02-28' })).toEqual([])
  })

  it('[BNK-20] compares sizes of amounts, and directions by sign', () => {
    expect(found({ sizeMin: 420, sizeMax: 420 })).toEqual(['bread', 'back'])
    expect(found({ direction: 'in' })).toEqual(['pay', 'back'])
    expect(found({ direction: 'out', sizeMax: 1_000 })).toEqual(['bread'])
  })

  it('[BNK-20] equals looking at each line, for any filter and any number of chunks', () => {
    const words = ['rent', 'Müller', 'Brot', '']
    const many = Array.from({ length: 3_000 }, (_, at) => ({
      entry: entryWith(`e${at}`, {
        legs: at % 3 === 0 ? incoming(at + 1) : out(at + 1),
        bookingDate: `2026-0${1 + (at % 9)}-1${at % 10}`,
        memo: `${words[at % 4]} ${at % 11}`,
      }),
      time: at,
    }))
    const lines = storeOf(many).get(accountHistory(giro.id))
    const day = fc.record({ month: fc.integer({ min: 1, max: 9 }), ten: fc.nat({ max: 9 }) })
    const anyDay = day.map(({ month, ten }) => `2026-0${month}-1${ten}`)
    const filter = fc.record(
      {
        text: fc.constantFrom('rent', 'muller', 'brot 7', 'nothing'),
        from: anyDay,
        to: anyDay,
        sizeMin: fc.nat({ max: 3_000 }),
        sizeMax: fc.nat({ max: 3_000 }),
        direction: fc.constantFrom('in' as const, 'out' as const),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(filter, (asked: RowFilter) => {
        const expected: number[] = []
        for (let row = 0; row < lines.length; row++) {
          const { entry: posting, minor } = lines.line(row)
          const wanted = searchText(asked.text ?? '').split(' ')
          const euros = String(Math.floor(Math.abs(minor) / 100))
          if (!wanted.every((word) => searchText(posting.memo).includes(word) || word === euros)) continue
          if (asked.from !== undefined && posting.bookingDate < asked.from) continue
          if (asked.to !== undefined && posting.bookingDate > asked.to) continue
          if (Math.abs(minor) < (asked.sizeMin ?? 0) || Math.abs(minor) > (asked.sizeMax ?? Infinity)) continue
          if (asked.direction !== undefined && minor > 0 !== (asked.direction === 'in')) continue
          expected.push(row)
        }
        expect([...filterRows(lines, asked)]).toEqual(expected)
      }),
      { numRuns: 40 },
    )
  })

  it('[BNK-20] works on any lines there may be', () => {
    fc.assert(
      fc.property(fc.array(anyPosting, { maxLength: 50 }), fc.string(), (postings, text) => {
        const lines = storeOf(posted(postings)).get(accountHistory(giro.id))
        expect(filterRows(lines, { text }).length).toBeLessThanOrEqual(lines.length)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a text as it is searched', () => {
  it('[BNK-21] has no case, accents or ligatures, composed or not', () => {
    expect(searchText('Straße ÇA et LÀ')).toBe('strasse ca et la')
    expect(searchText('Mu\u0308ller')).toBe(searchText('Müller'))
    expect(searchText('ﬁnal ŁÓDŹ Αθήνα 東京')).toBe('final łodz αθηνα 東京')
  })

  it('[BNK-21] is left as it is when it is made again', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => searchText(searchText(text)) === searchText(text)))
  })
})

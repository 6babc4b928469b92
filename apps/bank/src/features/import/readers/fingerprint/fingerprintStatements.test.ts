import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StatementFile } from '../StatementFile.ts'
import { read, sample } from '../testing/read.fixtures.ts'
import { withAccount } from './fingerprintStatements.ts'
import { hashText } from './hashText.ts'

const fingerprints = (...files: readonly StatementFile[]) =>
  files.flatMap(({ statements }) => statements.flatMap(({ lines }) => lines.map(({ fingerprint }) => fingerprint)))

/** A CSV of one account from rows `date,amount,memo`. */
const table = (...rows: readonly string[]) =>
  read(`Account,Currency,Date,Amount,Description\n${rows.map((row) => `A,EUR,${row}`).join('\n')}\n`)

describe('fingerprints', () => {
  it('[IMP-9] are the same when the file is read again, under another name', () => {
    const bytes = sample('household-2024-01.sta')
    expect(fingerprints(read(bytes, { fileName: 'a' }))).toEqual(fingerprints(read(bytes, { fileName: 'b' })))
  })

  it('[IMP-9] of overlapping files make the union of their lines', () => {
    const january = fingerprints(read(sample('household-2024-01.sta')))
    const overlap = fingerprints(read(sample('household-overlap.sta')))
    expect(january).toHaveLength(11)
    expect(overlap).toHaveLength(7)
    expect(new Set([...january, ...overlap]).size).toBe(13)
  })

  it('[IMP-9] keep equal lines of one day apart by number', () => {
    const [first, second, other] = fingerprints(
      table('2024-01-02,-3.80,Coffee', '2024-01-02,-3.80,Coffee', '2024-01-03,-3.80,Coffee'),
    )
    expect(first).toMatch(/^2024-01-02\/-380EUR\/.*#1$/)
    expect(second).toBe(first?.replace('#1', '#2'))
    expect(other).toMatch(/^2024-01-03.*#1$/)
  })

  it('[IMP-9] do not depend on case, white space or how accents are composed', () => {
    const [one] = fingerprints(table('2024-01-02,-3.80,Café  Nord'))
    expect(fingerprints(table('2024-01-02,-3.80,CAFE\u0301 NORD'))).toEqual([one])
    expect(fingerprints(table('2024-01-02,-3.80,Café Süd'))).not.toEqual([one])
  })

  it('[IMP-9] differ with date, amount, account and memo', () => {
    const all = [
      ...fingerprints(table('2024-01-02,1,a')),
      ...fingerprints(table('2024-01-03,1,a')),
      ...fingerprints(table('2024-01-02,2,a')),
      ...fingerprints(table('2024-01-02,1,b')),
      ...fingerprints(read('Account,Currency,Date,Amount,Description\nB,EUR,2024-01-02,1,a\n')),
      ...fingerprints(read('Account,Currency,Date,Amount,Description\nA,USD,2024-01-02,1,a\n')),
    ]
    expect(new Set(all).size).toBe(6)
  })

  it('[IMP-9] are unique within any file, and those of a part are among those of the whole', () => {
    const anyRow = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }), fc.constantFrom('a', 'b'))
      .map(([day, amount, memo]) => `2024-01-0${day},${amount},${memo}`)
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 30 }), fc.nat(), (rows, cut) => {
        const whole = fingerprints(table(...rows))
        expect(new Set(whole).size).toBe(rows.length)
        const part = fingerprints(table(...rows.slice(0, (cut % rows.length) + 1)))
        expect(whole).toEqual(expect.arrayContaining(part))
      }),
    )
  })

  it('[IMP-9] of a statement that the file holds twice are those of the first, and that is said', () => {
    const text = new TextDecoder().decode(sample('household-2024-01.sta'))
    const file = read(text + text)
    expect(new Set(fingerprints(file)).size).toBe(11)
    expect(file.warnings).toMatchObject([
      { code: 'import/statement-repeated', statement: 1 },
      { code: 'import/balances-do-not-meet' },
    ])
  })

  it('[IMP-9] follow the account that a person names', () => {
    const unnamed = read('Currency,Date,Amount\nEUR,2024-01-02,1\n')
    const named = withAccount(unnamed, 'A')
    expect(named.statements[0]?.account.id).toBe('A')
    expect(named.warnings).toEqual([])
    expect(fingerprints(named)).toEqual(fingerprints(read('Account,Currency,Date,Amount\nA,EUR,2024-01-02,1\n')))
    expect(fingerprints(named)).not.toEqual(fingerprints(unnamed))
    expect(unnamed.statements[0]?.account.id).toBeUndefined()
  })
})

describe('hashText', () => {
  it('[IMP-9] gives 50,000 similar texts different hashes', () => {
    const hashes = new Set<string>()
    for (let index = 0; index < 50_000; index += 1) hashes.add(hashText(`DE46123456780000424242\u0000REF-${index}`))
    expect(hashes.size).toBe(50_000)
  })

  it('[IMP-9] is a storage format: these hashes must never change', () => {
    expect([hashText(''), hashText('a'), hashText('Miete Januar 2024')]).toMatchInlineSnapshot(`
      [
        "wvjl67o8031aggevgbi2j",
        "262p94epp1d0bmnxinv5js",
        "oz3bao0quv1fwxctkj1ux",
      ]
    `)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ImportRefused, importProblemCodes } from './ImportProblem.ts'
import { Warnings, warningsMax } from './ImportWarning.ts'
import { fileBytesMax } from './limits.ts'
import { readStatementFile, statementReaders } from './readStatementFile.ts'
import { refuseTooLarge } from './refuseTooLarge.ts'
import type { ReadResult } from './StatementReader.ts'
import { codesOf, problemOf, read, sample } from './testing/read.fixtures.ts'

const samples = [
  'household-2024-01.sta',
  'household-2024-02.camt053.xml',
  'household-overlap.sta',
  'intraday.sta',
  'card-notification.camt054.xml',
  'english.csv',
  'german-latin1.csv',
]

describe('the format', () => {
  it('[IMP-1] is told by the content, whatever the file is called', () => {
    expect(read(sample('household-2024-01.sta'), { fileName: 'a.csv' }).format).toBe('mt940')
    expect(read(sample('household-2024-02.camt053.xml'), { fileName: 'a.sta' }).format).toBe('camt.053')
    expect(read(sample('english.csv'), { fileName: 'a.xml' }).format).toBe('csv')
  })

  it.each([
    ['import/format-not-read', 'OFX', 'OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1></BANKMSGSRSV1></OFX>'],
    ['import/format-not-read', 'OFX', '<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>\n<OFX></OFX>'],
    ['import/format-not-read', 'QIF', '!Type:Bank\nD1/2/2024\nT-10.00\n^\n'],
    [
      'import/format-not-read',
      'payment order',
      '<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03"><CstmrCdtTrfInitn/></Document>',
    ],
    [
      'import/format-not-read',
      'not a statement',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.029.001.09"></Document>',
    ],
    [
      'import/format-not-read',
      'not a statement',
      '{1:F01TESTDEFFXXXX0000000000}{2:I103TESTDEFFXXXXN}{4:\n:32A:240102EUR1,00\n-}',
    ],
    ['import/format-not-read', 'web page', '<!DOCTYPE html>\n<html><title>Sign in</title></html>'],
    ['import/format-not-read', 'XML document', '<?xml version="1.0"?><svg></svg>'],
    ['import/format-not-read', 'JSON', '{ "transactions": [] }'],
    ['import/format-unknown', 'no statement was recognised', 'Dear customer,\nwe have changed our terms.\n'],
  ])('[IMP-2] that is not read is refused with %s and named: %s', (code, name, text) => {
    const problem = problemOf(text, { fileName: 'file.x' })
    expect(problem).toMatchObject({ code, at: { line: 1 }, expected: expect.stringContaining('MT940') })
    expect(problem.message).toContain('file.x, line 1: ')
    expect(problem.message).toContain(name)
  })

  it.each([
    ['a PDF document', Uint8Array.from('%PDF-1.7 …', (c) => c.charCodeAt(0) & 255)],
    ['a ZIP archive or a spreadsheet (.xlsx, .ods)', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0)],
    ['a PNG image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['binary data', Uint8Array.of(...new TextEncoder().encode('Date,Amount\n'), 0, 1, 2)],
  ])('[IMP-2] that is %s is refused as binary', (kind, bytes) => {
    expect(problemOf(bytes, { fileName: 'f' })).toMatchObject({
      code: 'import/binary',
      message: expect.stringContaining(kind),
    })
  })

  it.each([
    ['no bytes', ''],
    ['white space', ' \n\t\r\n'],
    ['a byte order mark', '\ufeff'],
  ])('[IMP-2] of a file with nothing but %s is refused as empty', (_, text) => {
    expect(problemOf(text)).toMatchObject({ code: 'import/empty' })
  })
})

describe('bounds', () => {
  it('[IMP-3] a file beyond the limit is refused by its size, with the limit', () => {
    expect(() => refuseTooLarge('at.sta', fileBytesMax)).not.toThrow()
    expect(() => refuseTooLarge('huge.sta', 100 * 1024 * 1024)).toThrow(
      'huge.sta: The file has 100 MiB and was not read. Export shorter periods and import them one after another. Expected at most 64 MiB. (import/too-large)',
    )
    expect(() => refuseTooLarge('huge.sta', fileBytesMax + 1)).toThrow('64.1 MiB')
  })

  it('[IMP-3] the list of warnings ends and counts what it left out', () => {
    const warnings = new Warnings()
    for (let index = 0; index < warningsMax + 3; index += 1)
      warnings.add({ code: 'import/row-skipped', message: String(index) })
    expect(warnings.list()).toHaveLength(warningsMax + 1)
    expect(warnings.list().at(-1)).toEqual({ code: 'import/more-warnings', message: '3 more warnings are not listed.' })
  })
})

describe('reading', { timeout: 60_000 }, () => {
  it('[IMP-5] reports progress on the way, and can be left at any step', () => {
    const row = '2024-01-02;-1,00;EUR;A\n'
    const bytes = new TextEncoder().encode(`Date;Amount;Currency;Account\n${row.repeat(60_000)}`)
    const input = { fileName: 'f', sha256: '' }
    const steps = [...readStatementFile(bytes, input)]
    expect(steps.length).toBeGreaterThan(4)
    expect(steps.at(-1)).toMatchObject({ bytesRead: bytes.length })
    for (const [index, step] of steps.entries()) {
      expect(step.bytesRead).toBeGreaterThan(steps[index - 1]?.bytesRead ?? 0)
      expect(step.lines).toBeGreaterThanOrEqual(steps[index - 1]?.lines ?? 0)
    }
    const left = readStatementFile(bytes, input)
    left.next()
    expect(left.return({} as never).done).toBe(true)
    expect(left.next()).toEqual({ done: true, value: undefined })
  })

  it('[IMP-5] gives plain data, the same after a copy to another thread', () => {
    for (const name of samples) expect(structuredClone(read(sample(name)))).toEqual(read(sample(name)))
  })

  it('[IMP-5] gives the same wherever the text is cut', () => {
    const texts = [
      ...samples.map((name) =>
        new TextDecoder(name.includes('latin1') ? 'windows-1252' : 'utf-8').decode(sample(name)),
      ),
      ':20:A\r:25:1/2\r:60F:C240101EUR1,00\r:61:240102C1,NTRFX\r:86:a\rb\r:62F:C240102EUR2,00\r-',
    ]
    const readCut = (text: string, cuts: readonly number[]): ReadResult => {
      const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
      const chunks = places.slice(1).map((end, index) => text.slice(places[index], end))
      const reader = statementReaders.toSorted((a, b) => b.detects(text) - a.detects(text))[0]
      const steps = reader?.read(chunks, { fileName: 'f', warnings: new Warnings(), currency: 'EUR' })
      for (;;) {
        const step = steps?.next()
        if (!step) throw new Error('no reader')
        if (step.done) return step.value
      }
    }
    const whole = new Map(texts.map((text) => [text, JSON.stringify(readCut(text, []))]))
    const isSame = (text: string, cuts: readonly number[]) => JSON.stringify(readCut(text, cuts)) === whole.get(text)
    fc.assert(fc.property(fc.constantFrom(...texts), fc.array(fc.nat(), { maxLength: 12 }), isSame), { numRuns: 200 })
    // A character on its own, at many places: a cut before and after it.
    const places = texts.flatMap((text) =>
      Array.from({ length: Math.floor(text.length / 23) }, (_, index) => ({ text, at: index * 23 })),
    )
    expect(places.filter(({ at, text }) => !isSame(text, [at, at + 1]))).toEqual([])
  })
})

// Hundreds of files each: seconds on a busy machine.
describe('garbage', { timeout: 60_000 }, () => {
  /** Reads or refuses; anything else fails the test. */
  const check = (bytes: Uint8Array) => {
    try {
      const file = read(bytes, { fileName: 'g' })
      for (const { lines } of file.statements) {
        for (const line of lines) {
          expect(Number.isSafeInteger(line.minor)).toBe(true)
          expect(line.bookingDate).toMatch(/^\d{4}-\d{2}-\d{2}$/)
          expect(line.fingerprint).not.toBe('')
        }
      }
    } catch (thrown) {
      if (!(thrown instanceof ImportRefused)) throw thrown
      expect(Object.keys(importProblemCodes)).toContain(thrown.problem.code)
      expect(thrown.problem.code).not.toBe('import/unexpected')
      expect(thrown.problem.message).toMatch(/^g[:,]/)
    }
  }

  it('[IMP-2] of any bytes is refused and nothing else', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), check), { numRuns: 500 })
  })

  it('[IMP-2] of any text is refused and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => check(new TextEncoder().encode(text))),
      { numRuns: 500 },
    )
  })

  it('[IMP-2] of pieces of statements is read or refused and nothing else', () => {
    const pieces = fc.constantFrom(
      ...[
        ':20:',
        ':25:',
        ':28C:',
        ':60F:',
        ':61:',
        ':86:',
        ':62F:',
        ':64:',
        ':90D:',
        ':34F:',
        ':NS:',
        '\n',
        '\r\n',
        '-\n',
        'C240102EUR1,00',
        '240102C1,NTRFX',
        '166?20x?32y',
        '{1:F01}{2:O942',
        '/EREF/',
        '//',
      ],
      ...[
        '<Document>',
        '</Document>',
        '<BkToCstmrStmt>',
        '</BkToCstmrStmt>',
        '<Stmt>',
        '</Stmt>',
        '<Ntry>',
        '</Ntry>',
        '<Ntry/>',
        '<Amt Ccy="EUR">1</Amt>',
        '<CdtDbtInd>CRDT</CdtDbtInd>',
        '<BookgDt><Dt>2024-01-02</Dt></BookgDt>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '?>',
        '<!DOCTYPE x>',
        '&amp;',
        '&#0;',
      ],
      ...[
        'Date',
        'Amount',
        'Currency',
        'Debit',
        'Balance',
        'Valuta',
        'IBAN',
        ',',
        ';',
        '\t',
        '"',
        '""',
        '2024-01-02',
        '31/02/2024',
        '01/02/2024',
        '1,00',
        '1.234',
        '-',
        'EUR',
        'XYZ',
        'S',
        ' ',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 40 }), (parts) =>
        check(new TextEncoder().encode(parts.join(''))),
      ),
      { numRuns: 2000 },
    )
  })

  it('[IMP-2] made from a sample by changing, cutting and doubling bytes is read or refused and nothing else', () => {
    const damage = fc.record({
      at: fc.nat(),
      size: fc.integer({ min: 0, max: 20 }),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 4 }),
        fc
          .constantFrom('<', '>', '"', ';', ',', '\n', ':', '/', '\u0000')
          .map((text) => new TextEncoder().encode(text)),
      ),
    })
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(damage, { minLength: 1, maxLength: 5 }), (name, changes) => {
        let bytes = [...sample(name)]
        for (const { at, put, size } of changes) bytes = bytes.toSpliced(at % bytes.length, size, ...put)
        check(Uint8Array.from(bytes))
      }),
      { numRuns: 500 },
    )
  })
})

describe('warnings', () => {
  it('[IMP-8] name a currency that ISO 4217 does not have', () => {
    const file = read('Account,Date,Amount,Currency\nA,2024-01-02,1.50,QQQ\n')
    expect(file.statements[0]?.lines[0]).toMatchObject({ minor: 150, currency: 'QQQ' })
    expect(codesOf(file)).toEqual(['import/currency-unknown'])
  })
})

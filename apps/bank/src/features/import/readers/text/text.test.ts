import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, problemOf, read } from '../testing/read.fixtures.ts'
import { LineSplitter } from './LineSplitter.ts'

const table = 'Date;Amount;Currency;Account;Description\n2024-01-02;1,00;EUR;A;Müller & Söhne, 5 €\n'
const memoOf = (bytes: Uint8Array, encoding?: string) =>
  read(bytes, encoding === undefined ? {} : { encoding }).statements[0]?.lines[0]?.memo

const windows1252 = (text: string) => Uint8Array.from(text, (c) => (c === '€' ? 0x80 : c.charCodeAt(0)))
const utf16 = (text: string, littleEndian: boolean, mark: boolean) => {
  const view = new DataView(new ArrayBuffer((text.length + (mark ? 1 : 0)) * 2))
  const full = (mark ? '\ufeff' : '') + text
  for (let index = 0; index < full.length; index += 1) view.setUint16(index * 2, full.charCodeAt(index), littleEndian)
  return new Uint8Array(view.buffer)
}

describe('encodings', () => {
  const utf8 = new TextEncoder().encode(table)
  it.each([
    ['utf-8', utf8],
    ['utf-8', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8)],
    ['windows-1252', windows1252(table)],
    ['utf-16le', utf16(table, true, true)],
    ['utf-16be', utf16(table, false, true)],
    ['utf-16le', utf16(table.replace('€', 'E'), true, false)],
    ['utf-16be', utf16(table.replace('€', 'E'), false, false)],
  ])('[IMP-4] %s is told from the bytes', (encoding, bytes) => {
    expect(read(bytes).encoding).toBe(encoding)
    expect(memoOf(bytes)).toMatch(/^Müller & Söhne, 5 [€E]$/)
  })

  it('[IMP-4] the first umlaut may stand far behind the start', () => {
    const rows = '2024-01-02;1,00;EUR;A;plain\n'.repeat(30_000)
    const file = read(windows1252(`Date;Amount;Currency;Account;Description\n${rows}2024-01-02;1,00;EUR;A;Jörg\n`))
    expect(file.statements[0]?.lines.at(-1)?.memo).toBe('Jörg')
  })

  const camt = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><Document><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>7</Id></Othr></Id><Ccy>EUR</Ccy></Acct><AddtlStmtInf>Grüße</AddtlStmtInf></Stmt></BkToCstmrStmt></Document>`

  it('[IMP-4] what an XML declaration says counts, when the bytes are so', () => {
    expect(read(windows1252(camt('ISO-8859-1'))).statements[0]?.note).toBe('Grüße')
    const greek = Uint8Array.from(camt('ISO-8859-7').replace('Grüße', '\u00e1'), (c) => c.charCodeAt(0))
    expect(read(greek).statements[0]?.note).toBe('α')
  })

  it('[IMP-4] a declaration that the bytes belie is passed over and named', () => {
    const latin = read(windows1252(camt('UTF-8')))
    expect(latin.statements[0]?.note).toBe('Grüße')
    expect(codesOf(latin)).toContain('import/encoding-differs')
    const utf = read(new TextEncoder().encode(camt('UTF-16')))
    expect(utf).toMatchObject({ encoding: 'utf-8', statements: [{ note: 'Grüße' }] })
    expect(codesOf(utf)).toContain('import/encoding-differs')
  })

  it('[IMP-4] bytes that are text in none are read and warned of with their line, until an encoding is chosen', () => {
    const dos = Uint8Array.from('Date;Amount;Currency;Account;Description\n2024-01-02;1,00;EUR;A;M\u0081ller\n', (c) =>
      c.charCodeAt(0),
    )
    const file = read(dos)
    expect(file.statements[0]?.lines).toHaveLength(1)
    expect(file.warnings).toMatchObject([{ code: 'import/encoding-doubtful', at: { line: 2 } }])
    expect(codesOf(read(dos, { encoding: 'iso-8859-2' }))).toEqual([])
  })

  it('[IMP-4] UTF-8 that breaks off after its byte order mark is refused where it breaks', () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8, 0x0a, 0xc3, 0x28)
    expect(problemOf(bytes)).toMatchObject({ code: 'import/wrong-encoding', at: { line: 4 } })
  })

  it('[IMP-4] an encoding that does not exist or does not fit is refused', () => {
    expect(problemOf(utf8, { encoding: 'klingon' })).toMatchObject({ code: 'import/wrong-encoding' })
    expect(problemOf(windows1252(table), { encoding: 'utf-8' })).toMatchObject({
      code: 'import/wrong-encoding',
      at: { line: 2 },
    })
  })
})

describe('LineSplitter', () => {
  it('[IMP-5] gives the same lines wherever the text is cut', () => {
    const anyText = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '\r\n'), maxLength: 40 })
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 8 }), (chunks) => {
        const splitter = new LineSplitter()
        const lines = [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()]
        const whole = chunks.join('').split(/\r\n|\n|\r/)
        expect(lines).toEqual(whole.at(-1) === '' ? whole.slice(0, -1) : whole)
      }),
    )
  })
})

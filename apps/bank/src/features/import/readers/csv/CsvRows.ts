import Papa from 'papaparse'
import { refuse } from '../ImportProblem.ts'

export interface CsvRow {
  /** Where it starts, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Cuts CSV text that comes in pieces into rows (RFC 4180: quotes, doubled quotes, line breaks inside quotes). */
export class CsvRows {
  readonly #parser: Papa.Parser
  readonly #fileName: string
  #rest = ''
  #line = 1

  constructor(delimiter: string, fileName: string) {
    this.#parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"', escapeChar: '"' })
    this.#fileName = fileName
  }

  push(chunk: string): CsvRow[] {
    // A CR at the end may be half of a CRLF: it waits for the next piece.
    const text = this.#rest + chunk
    const cut = text.endsWith('\r') ? text.length - 1 : text.length
    const whole = text.slice(0, cut).replace(/\r\n?/g, '\n')
    const { data, meta } = this.#parser.parse(whole, 0, true) as Parsed
    this.#rest = whole.slice(meta.cursor) + text.slice(cut)
    if (this.#rest.length > rowCharsMax) throw this.#openQuote()
    return this.#numbered(data)
  }

  end(): CsvRow[] {
    const { data, errors } = this.#parser.parse(this.#rest.replace(/\r\n?/g, '\n'), 0, false) as Parsed
    if (errors.some(({ code }) => code === 'MissingQuotes')) throw this.#openQuote()
    this.#rest = ''
    return this.#numbered(data)
  }

  #numbered(data: readonly string[][]): CsvRow[] {
    return data.map((cells) => {
      const line = this.#line
      this.#line += 1
      for (const cell of cells) if (cell.includes('\n')) this.#line += cell.split('\n').length - 1
      return { line, cells }
    })
  }

  #openQuote(): Error {
    return refuse({
      code: 'import/csv-quote',
      fileName: this.#fileName,
      what: 'A quoted field starts in this row and is never closed, so the rows after it cannot be told apart.',
      at: { line: this.#line },
      found: this.#rest,
      expected: 'a closing quotation mark before the next delimiter',
    })
  }
}

interface Parsed {
  readonly data: string[][]
  readonly errors: readonly { readonly code: string }[]
  readonly meta: { readonly cursor: number }
}

/** A row longer than this has lost its closing quote. It bounds the time too: the rest is looked at again with every piece. */
const rowCharsMax = 1024 * 1024

import { refuse } from '../ImportProblem.ts'

/** What the scanner finds, in the order of the file. */
export type Scanned =
  /** One `<Ntry>` element, whole. */
  | { readonly kind: 'entry'; readonly xml: string; readonly line: number }
  /** One `<Stmt>`, `<Rpt>` or `<Ntfctn>` element without its entries. */
  | { readonly kind: 'statement'; readonly xml: string; readonly line: number; readonly name: string }
  /** The document without its statements: last. */
  | { readonly kind: 'document'; readonly xml: string; readonly line: number }

/**
 * Cuts a CAMT document that comes in pieces at its entries, so that only one entry's tree is in memory at a time.
 *
 * ```
 * <Document><GrpHdr/><Stmt> <Bal/> <Ntry>…</Ntry> <Ntry>…</Ntry> </Stmt></Document>
 *                                  └── entry ───┘ └── entry ───┘
 *                    └─────────── statement, entries cut out ──────┘
 * └──────────────────────── document, statements cut out ──────────────────────┘
 * ```
 * Comments, CDATA and processing instructions are passed over whole. Line breaks of what was cut out stay, so that line numbers
 * hold. Whether each part is well formed is for the parser to say.
 *
 * @throws ImportRefused `import/xml-doctype`, `import/xml-invalid` for an element that is never closed,
 * `import/element-missing` for an entry outside any statement
 */
export class EntryScanner {
  readonly #fileName: string
  #buffer = ''
  #scanned = 0
  /** Up to here the buffer was given out or kept in #outer or #inner. */
  #flushed = 0
  #bufferLine = 1
  #outer = ''
  #inner = ''
  #statement: { readonly name: string; readonly line: number } | undefined
  #entry: { readonly start: number; readonly line: number } | undefined

  constructor(fileName: string) {
    this.#fileName = fileName
  }

  push(chunk: string): Scanned[] {
    this.#buffer += chunk
    const found: Scanned[] = []
    for (;;) {
      const token = this.#next()
      if (!token) break
      const { closing, end, name, start, empty } = token
      if (name === 'Ntry') {
        if (closing) this.#closeEntry(end, found)
        else if (this.#entry) throw this.#unclosed('Ntry', this.#entry.line)
        else this.#openEntry(start, end, empty, found)
      } else if (name !== undefined && !this.#entry) {
        if (closing) this.#closeStatement(name, end, found)
        else if (!this.#statement && !empty) this.#openStatement(name, start)
      }
    }
    this.#compact()
    return found
  }

  end(): Scanned[] {
    if (this.#entry) throw this.#unclosed('Ntry', this.#entry.line)
    if (this.#statement) throw this.#unclosed(this.#statement.name, this.#statement.line)
    const rest = this.#buffer.slice(this.#flushed)
    this.#buffer = ''
    return [{ kind: 'document', xml: this.#outer + rest, line: 1 }]
  }

  /** The next tag that matters, complete; undefined when more text is needed. */
  #next(): { start: number; end: number; name?: string | undefined; closing: boolean; empty: boolean } | undefined {
    markup.lastIndex = this.#scanned
    const match = markup.exec(this.#buffer)
    if (!match) {
      // The buffer may end inside a tag's name.
      const open = this.#buffer.lastIndexOf('<')
      this.#scanned = Math.max(
        this.#scanned,
        open >= 0 && this.#buffer.length - open < tagCharsMax ? open : this.#buffer.length,
      )
      return undefined
    }
    const [opener, slash, name] = match
    if (opener === '<!DOCTYPE') {
      throw refuse({
        code: 'import/xml-doctype',
        fileName: this.#fileName,
        what: 'The XML declares a document type. It was not read, because entities of a document type can be used to attack the reader.',
        at: { line: this.#lineAt(match.index) },
        expected: 'a CAMT message without <!DOCTYPE>',
      })
    }
    const end = this.#endOf(opener, match.index + opener.length)
    if (end === undefined) {
      this.#scanned = match.index
      return undefined
    }
    this.#scanned = end
    return { start: match.index, end, name, closing: slash === '/', empty: this.#buffer[end - 2] === '/' }
  }

  #endOf(opener: string, from: number): number | undefined {
    const closer = opener === '<!--' ? '-->' : opener === '<![CDATA[' ? ']]>' : opener === '<?' ? '?>' : undefined
    if (closer !== undefined) {
      const at = this.#buffer.indexOf(closer, from)
      return at < 0 ? undefined : at + closer.length
    }
    return this.#endOfTag(from)
  }

  /** Behind the `>` of a tag, which may stand inside a quoted attribute before. */
  #endOfTag(from: number): number | undefined {
    let quote = ''
    for (let at = from; at < this.#buffer.length; at += 1) {
      const character = this.#buffer[at] ?? ''
      if (quote !== '') quote = character === quote ? '' : quote
      else if (character === '>') return at + 1
      else if (character === '"' || character === "'") quote = character
      if (at - from > tagRestCharsMax) throw this.#unclosed('tag', this.#lineAt(from))
    }
    return undefined
  }

  #openEntry(start: number, end: number, empty: boolean, found: Scanned[]): void {
    if (!this.#statement) {
      throw refuse({
        code: 'import/element-missing',
        fileName: this.#fileName,
        what: 'A booking stands outside any statement.',
        at: { line: this.#lineAt(start), element: 'Ntry' },
        expected: 'an Ntry inside Stmt, Rpt or Ntfctn',
      })
    }
    this.#keep(start)
    this.#entry = { start, line: this.#lineAt(start) }
    if (empty) this.#closeEntry(end, found)
  }

  #closeEntry(end: number, found: Scanned[]): void {
    // A closing tag without its opening one stays in the statement, where the parser will refuse it.
    if (!this.#entry) return
    const xml = this.#buffer.slice(this.#entry.start, end)
    found.push({ kind: 'entry', xml, line: this.#entry.line })
    this.#entry = undefined
    this.#flushed = end
    this.#append(breaksOf(xml))
  }

  #openStatement(name: string, start: number): void {
    this.#keep(start)
    this.#statement = { name, line: this.#lineAt(start) }
  }

  #closeStatement(name: string, end: number, found: Scanned[]): void {
    if (this.#statement?.name !== name) return
    this.#keep(end)
    found.push({ kind: 'statement', xml: this.#inner, line: this.#statement.line, name })
    this.#outer += breaksOf(this.#inner)
    this.#inner = ''
    this.#statement = undefined
  }

  /** Sets aside the text up to `until`, for the statement or the document. */
  #keep(until: number): void {
    this.#append(this.#buffer.slice(this.#flushed, until))
    this.#flushed = until
  }

  #append(text: string): void {
    if (this.#statement) this.#inner += text
    else this.#outer += text
  }

  /** Drops what is done with. An open entry stays: it is cut out whole. */
  #compact(): void {
    if (!this.#entry) this.#keep(this.#scanned)
    if (this.#flushed === 0) return
    this.#bufferLine = this.#lineAt(this.#flushed)
    this.#buffer = this.#buffer.slice(this.#flushed)
    this.#scanned -= this.#flushed
    if (this.#entry) this.#entry = { start: this.#entry.start - this.#flushed, line: this.#entry.line }
    this.#flushed = 0
    this.#countedTo = 0
    this.#countedLine = this.#bufferLine
  }

  #countedTo = 0
  #countedLine = 1

  /** Asked with growing positions, so that every line break is counted once. */
  #lineAt(position: number): number {
    if (position < this.#countedTo) {
      this.#countedTo = 0
      this.#countedLine = this.#bufferLine
    }
    for (
      let at = this.#buffer.indexOf('\n', this.#countedTo);
      at >= 0 && at < position;
      at = this.#buffer.indexOf('\n', at + 1)
    ) {
      this.#countedLine += 1
    }
    this.#countedTo = position
    return this.#countedLine
  }

  #unclosed(name: string, line: number): Error {
    return refuse({
      code: 'import/xml-invalid',
      fileName: this.#fileName,
      what: `The ${name === 'tag' ? name : `element ${name}`} that starts here is never closed. The file may be cut off: fetch it again.`,
      at: { line, element: name },
      expected: name === 'tag' ? '>' : `</${name}>`,
    })
  }
}

/** Longer than `<` and any name of a tag that matters, with its prefix. */
const tagCharsMax = 200
const markup = /<!--|<!\[CDATA\[|<\?|<!DOCTYPE|<(\/?)(?:[\w.-]{1,100}:)?(Ntry|Stmt|Rpt|Ntfctn)(?=[\s/>])/g
/** Attributes of a CAMT element are a few words. The bound keeps a tag without end from being looked through with every piece. */
const tagRestCharsMax = 64 * 1024

function breaksOf(text: string): string {
  return '\n'.repeat(text.split('\n').length - 1)
}

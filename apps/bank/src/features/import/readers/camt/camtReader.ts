import { refuse } from '../ImportProblem.ts'
import { linesMax } from '../limits.ts'
import type { StatementFormat } from '../StatementFile.ts'
import type { DraftStatement, ReadContext, ReadResult, ReadStep, StatementReader } from '../StatementReader.ts'
import type { Scanned } from './EntryScanner.ts'
import { EntryScanner } from './EntryScanner.ts'
import type { CamtEntry } from './readEntry.ts'
import { readEntry } from './readEntry.ts'
import { readStatement } from './readStatement.ts'
import { elementAt, parseXml } from './xml.ts'

/**
 * Reads ISO 20022 CAMT.052 (report), CAMT.053 (statement) and CAMT.054 (notification), versions 01 to 08 and later ones that
 * keep the names. An element at a time, so memory grows with the bookings and not with the XML.
 *
 * @see ISO 20022 message definitions, Bank-to-Customer Cash Management
 */
export const camtReader: StatementReader = {
  format: 'CAMT.052/053/054',

  detects(head) {
    if (!/^\s*</.test(head)) return 0
    return /<(?:[\w.-]+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)(?:V01)?[\s/>]/.test(head) ||
      /xsd:camt\.05[234]\./.test(head)
      ? 1
      : 0
  },

  *read(chunks, context): Generator<ReadStep, ReadResult, void> {
    const scanner = new EntryScanner(context.fileName)
    const document = new CamtDocument(context)
    for (const chunk of chunks) {
      for (const scanned of scanner.push(chunk)) document.accept(scanned)
      yield { lines: document.lines }
    }
    for (const scanned of scanner.end()) document.accept(scanned)
    return document.result()
  },
}

class CamtDocument {
  lines = 0
  readonly #context: ReadContext
  readonly #statements: DraftStatement[] = []
  readonly #names = new Set<string>()
  #entries: CamtEntry[] = []
  #head: { readonly format: StatementFormat; readonly version?: string } | undefined

  constructor(context: ReadContext) {
    this.#context = context
  }

  accept(scanned: Scanned): void {
    if (scanned.kind === 'entry') this.#entry(scanned)
    else if (scanned.kind === 'statement') this.#statement(scanned)
    else this.#document(scanned)
  }

  #entry({ line, xml }: Extract<Scanned, { kind: 'entry' }>): void {
    const index = this.#entries.length + 1
    const at = { line, element: `Ntry[${index}]` }
    const entry = readEntry(
      elementAt(parseXml(xml, at, this.#context.fileName), 'Ntry'),
      at,
      this.#statements.length,
      this.#context,
    )
    this.#entries.push(entry)
    this.lines += entry.lines.length
    if (this.lines > linesMax) {
      throw refuse({
        code: 'import/too-many-lines',
        fileName: this.#context.fileName,
        what: `The file has more than ${linesMax} bookings. Export shorter periods and import them one after another.`,
        at,
      })
    }
  }

  #statement({ line, name, xml }: Extract<Scanned, { kind: 'statement' }>): void {
    const at = { line, element: `${name}[${this.#statements.length + 1}]` }
    const node = elementAt(parseXml(xml, at, this.#context.fileName), name)
    this.#names.add(name)
    this.#statements.push(readStatement(node, name, this.#entries, at, this.#statements.length, this.#context))
    this.#entries = []
  }

  #document({ xml }: Extract<Scanned, { kind: 'document' }>): void {
    const tree = parseXml(xml, { line: 1 }, this.#context.fileName)
    const root = elementAt(tree, 'Document') ?? tree
    const message = messages.find(
      ({ element }) => elementAt(root, element) !== undefined || elementAt(root, `${element}V01`) !== undefined,
    )
    const namespace = namespaceIn(xml)
    const format = message?.format ?? messages.find(({ statement }) => this.#names.has(statement))?.format ?? 'camt.053'
    this.#head = { format, ...(namespace !== undefined && { version: namespace }) }
    if (this.#statements.length === 0) {
      const expected = message?.statement ?? 'Stmt'
      throw refuse({
        code: 'import/no-statement',
        fileName: this.#context.fileName,
        what: `The ${message ? format.toUpperCase() : 'XML'} message is well formed but holds no statement.`,
        at: { line: 1, element: message?.element ?? 'Document' },
        expected: `at least one ${expected} element with an account (Acct) and its bookings (Ntry)`,
      })
    }
  }

  result(): ReadResult {
    return {
      format: this.#head?.format ?? 'camt.053',
      ...(this.#head?.version && { version: this.#head.version }),
      statements: this.#statements,
    }
  }
}

const messages = [
  { element: 'BkToCstmrAcctRpt', statement: 'Rpt', format: 'camt.052' },
  { element: 'BkToCstmrStmt', statement: 'Stmt', format: 'camt.053' },
  { element: 'BkToCstmrDbtCdtNtfctn', statement: 'Ntfctn', format: 'camt.054' },
] as const

function namespaceIn(xml: string): string | undefined {
  return /xsd:(camt\.05[234]\.\d{3}\.\d{2})/.exec(xml)?.[1]
}

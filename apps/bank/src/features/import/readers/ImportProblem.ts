import type { FilePosition } from './StatementFile.ts'

/** Why a file is not imported. Plain data: it can be stored and sent to another thread. */
export interface ImportProblem {
  readonly code: ImportProblemCode
  readonly fileName: string
  /** A sentence or two for people: the file, the place, what was found, what was expected, what to do. Ends with the code. */
  readonly message: string
  readonly at?: FilePosition
  readonly found?: string
  readonly expected?: string
  /** What the person can add so that the file reads: see `ReadOptions`. */
  readonly needs?: 'currency' | 'encoding'
}

export type ImportProblemCode = keyof typeof importProblemCodes

/** Every code, with what it means. The readers have no others. */
export const importProblemCodes = {
  'import/too-large': 'The file has more bytes than are read.',
  'import/too-many-lines': 'The file has more bookings than are read at once.',
  'import/empty': 'The file has no content.',
  'import/binary': 'The file is not text: a PDF, an archive, an image, a spreadsheet.',
  'import/unreadable': 'The browser could not read the file: moved, deleted, or not permitted.',
  'import/wrong-encoding': 'The bytes are not text in the encoding that was asked for.',
  'import/format-not-read': 'The file is in a known format that is not read: OFX, QIF, a payment order.',
  'import/format-unknown': 'The file is text, but no statement format was recognised.',
  'import/csv-no-header': 'A table without a row that names its columns.',
  'import/csv-column-missing': 'The header row names no column for the date or the amount.',
  'import/csv-no-rows': 'A header row with no bookings under it.',
  'import/csv-quote': 'A quoted field that is never closed.',
  'import/date-invalid': 'A date that cannot be read.',
  'import/amount-invalid': 'An amount that cannot be read, or not exactly.',
  'import/field-invalid': 'A field of the file that does not have its form.',
  'import/currency-missing': 'The file names no currency.',
  'import/no-statement': 'The file is well formed but holds no statement.',
  'import/xml-invalid': 'The XML is not well formed.',
  'import/xml-doctype': 'The XML declares a document type, which statements never do and attacks often do.',
  'import/element-missing': 'An element that every statement has is not there.',
  'import/insecure-page': 'The page was opened without https, so the browser offers no SHA-256 to recognise files by.',
  'import/worker-failed': 'The background thread that reads files did not start, or stopped.',
  'import/unexpected': 'A fault of this program, not of the file.',
} as const

/** Carries an {@link ImportProblem} as something that can be thrown. Readers throw nothing else. */
export class ImportRefused extends Error {
  readonly problem: ImportProblem

  constructor(problem: ImportProblem, cause?: unknown) {
    super(problem.message, cause === undefined ? undefined : { cause })
    this.name = 'ImportRefused'
    this.problem = problem
  }
}

export interface Refusal {
  readonly code: ImportProblemCode
  readonly fileName: string
  /** What happened and what to do, without the place, `found`, `expected` and code: those are added. */
  readonly what: string
  readonly at?: FilePosition | undefined
  readonly found?: string | undefined
  readonly expected?: string | undefined
  readonly needs?: ImportProblem['needs'] | undefined
  readonly cause?: unknown
}

/** Makes the error that refuses a file, with one shape of message for all readers. */
export function refuse({ code, fileName, what, at, found, expected, needs, cause }: Refusal): ImportRefused {
  const place = at ? `, line ${at.line}${at.element === undefined ? '' : ` (${at.element})`}` : ''
  const shown = found === undefined ? undefined : excerpt(found)
  const message = [
    `${fileName}${place}: ${what}`,
    shown === undefined ? undefined : `Found “${shown}”.`,
    expected === undefined ? undefined : `Expected ${expected}.`,
    `(${code})`,
  ]
    .filter((part) => part !== undefined)
    .join(' ')
  return new ImportRefused(
    {
      code,
      fileName,
      message,
      ...(at && { at }),
      ...(shown !== undefined && { found: shown }),
      ...(expected !== undefined && { expected }),
      ...(needs && { needs }),
    },
    cause,
  )
}

const excerptMax = 80

/** One line of at most 80 characters, with control characters shown as pictures such as `␀`. */
export function excerpt(text: string): string {
  const start = text.slice(0, excerptMax * 2)
  const shown = start
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, picture)
    .trim()
  return shown.length > excerptMax || text.length > start.length ? `${shown.slice(0, excerptMax)}…` : shown
}

function picture(control: string): string {
  const code = control.charCodeAt(0)
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '�'
}

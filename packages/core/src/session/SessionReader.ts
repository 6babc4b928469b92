import { infoOf, nameOfToday } from '../action/registry.ts'
import { messageOf } from '../error/PlayheadError.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { headerOf, isHeader } from './headerLine.ts'
import type { ImportedType } from './ImportReport.ts'
import { recordOf } from './recordLine.ts'
import type { Session, SessionHeader, SessionProblem } from './Session.ts'
import { badLine, badOffset, gap, lineTooLong, notASession, truncated, unreadableRecord } from './sessionErrors.ts'

/**
 * Reads a session file piece by piece, wherever the pieces are cut. It keeps all that it can
 * read and tells of the rest, with the line.
 */
export class SessionReader {
  #line = 0
  /** The end of what was pushed, up to the next line's end. */
  #rest = ''
  /** Inside a line that is too long already. */
  #skipping = false
  #begun = false
  #header: SessionHeader | undefined
  #last = -1
  readonly #records: PlacedRecord[] = []
  readonly #ids = new Set<string>()
  readonly #problems: SessionProblem[] = []
  #problemsLeftOut = 0

  push(piece: string): void {
    let from = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      this.#take(piece.slice(from, end))
      this.#endLine()
      from = end + 1
    }
    this.#take(piece.slice(from))
  }

  end(): Session {
    if (this.#rest !== '' || this.#skipping) this.#endLine()
    if (!this.#begun) this.#problem(notASession(1, 'it is empty'))
    const header = this.#header
    if (header && this.#last < header.to) this.#problem(truncated(this.#line, this.#last, header.to))
    const types = typesOf(this.#records)
    const readable = types.every(({ reading }) => reading === 'same' || reading === 'upcast')
    return {
      header,
      records: this.#records,
      report: {
        compatible: header !== undefined && this.#problems.length === 0 && readable,
        types,
        problems: this.#problems,
        problemsLeftOut: this.#problemsLeftOut,
      },
    }
  }

  #take(text: string): void {
    if (this.#skipping) return
    this.#rest += text
    if (this.#rest.length <= LINE_LENGTH_MAX) return
    this.#rest = ''
    this.#skipping = true
  }

  #endLine(): void {
    const text = this.#rest
    const tooLong = this.#skipping
    this.#rest = ''
    this.#skipping = false
    this.#line++
    if (tooLong) {
      this.#problem(lineTooLong(this.#line, LINE_LENGTH_MAX))
      this.#begun = true
      return
    }
    // Editors leave a mark at the beginning and carriage returns at the ends.
    const line = (this.#begun ? text : text.replace(/^\uFEFF/, '')).trim()
    if (line !== '') this.#read(line)
  }

  #read(text: string): void {
    const first = !this.#begun
    this.#begun = true
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch (thrown) {
      if (first) this.#problem(notASession(this.#line, messageOf(thrown)))
      else this.#problem(badLine(this.#line, `it is not JSON: ${messageOf(thrown)}`, thrown))
      return
    }
    if (isHeader(json)) {
      if (first) this.#takeHeader(json)
      else this.#problem(badLine(this.#line, 'a second header'))
      return
    }
    if (first) this.#problem(notASession(this.#line, 'its first line has no field "playhead"'))
    this.#takeRecord(json)
  }

  #takeHeader(json: Parameters<typeof headerOf>[0]): void {
    const { header, problems } = headerOf(json, this.#line)
    this.#header = header
    this.#last = header.from - 1
    for (const problem of problems) this.#problem(problem)
  }

  #takeRecord(json: unknown): void {
    let record: PlacedRecord
    try {
      record = recordOf(json)
    } catch (thrown) {
      this.#problem(unreadableRecord(this.#line, thrown))
      return
    }
    if (record.offset <= this.#last) {
      this.#problem(badOffset(this.#line, record.offset, this.#last))
      return
    }
    if (this.#ids.has(record.id)) {
      this.#problem(badLine(this.#line, `the record's id ${record.id} was there before`))
      return
    }
    if (record.offset > this.#last + 1) this.#problem(gap(this.#line, this.#last + 1, record.offset))
    this.#last = record.offset
    this.#ids.add(record.id)
    // Time never decreases along a log; one that goes back is raised, as any log does.
    const time = Math.max(record.time, this.#records.at(-1)?.time ?? record.time)
    this.#records.push(time === record.time ? record : { ...record, time })
  }

  #problem(problem: SessionProblem): void {
    if (this.#problems.length < PROBLEMS_MAX) this.#problems.push(problem)
    else this.#problemsLeftOut++
  }
}

const LINE_LENGTH_MAX = 2 ** 26
const PROBLEMS_MAX = 1_000

function typesOf(records: readonly PlacedRecord[]): readonly ImportedType[] {
  const counts = new Map<string, { type: string; version: number; records: number }>()
  for (const { type, version } of records) {
    const key = `${version} ${type}`
    const known = counts.get(key)
    if (known) known.records++
    else counts.set(key, { type, version, records: 1 })
  }
  return [...counts.values()].map((each) => {
    const knownVersion = infoOf(nameOfToday(each.type))?.version
    return { ...each, knownVersion, reading: readingOf(each.version, knownVersion) }
  })
}

function readingOf(version: number, known: number | undefined): ImportedType['reading'] {
  if (known === undefined) return 'unknown'
  if (version === known) return 'same'
  return version < known ? 'upcast' : 'newer'
}

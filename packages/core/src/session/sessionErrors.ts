import type { ErrorCode } from '../error/PlayheadError.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { SessionProblem } from './Session.ts'

interface ProblemOptions {
  readonly code: ErrorCode
  readonly line: number
  readonly text: string
  readonly cause?: unknown
}

const problem = ({ code, line, text, cause }: ProblemOptions): SessionProblem => ({
  line,
  error: new PlayheadError({ code, message: `Line ${line}: ${text}`, cause }),
})

export const notASession = (line: number, why: string) =>
  problem({
    code: 'session/not-a-session',
    line,
    text: `the file does not begin with the header of a session: ${why}. Records that follow are read all the same. Was another file chosen, or its beginning lost?`,
  })

export const newerFormat = (line: number, format: number, known: number) =>
  problem({
    code: 'session/newer-format',
    line,
    text: `the file is of form ${format}, and this program reads form ${known}. What it can read of it is here; open it with a newer Playhead to see all.`,
  })

export const badHeader = (line: number, field: string, why: string, cause?: unknown) =>
  problem({
    code: 'session/bad-header',
    line,
    cause,
    text: `the header's ${field} ${why}. It was left out; the records are read all the same. Export the session again where it was made.`,
  })

export const badLine = (line: number, why: string, cause?: unknown) =>
  problem({
    code: 'session/bad-line',
    line,
    cause,
    text: `${why}. The record was left out and the others are read. It was not written by exportSession, or was changed since.`,
  })

export const unreadableRecord = (line: number, thrown: unknown) =>
  badLine(line, `the record cannot be read: ${messageOf(thrown)}`, thrown)

export const lineTooLong = (line: number, max: number) =>
  problem({
    code: 'session/line-too-long',
    line,
    text: `the line has more than ${max.toLocaleString('en')} characters, the most that one may have. It was skipped unread.`,
  })

export const badOffset = (line: number, offset: number, last: number) =>
  problem({
    code: 'session/bad-offset',
    line,
    text: `the record has offset ${offset}, and the one before it ${last}. Offsets grow along a log: it was left out.`,
  })

export const gap = (line: number, expected: number, found: number) =>
  problem({
    code: 'session/gap',
    line,
    text: `${found - expected === 1 ? `record ${expected} is` : `records ${expected} to ${found - 1} are`} missing before it. What follows is kept; state will differ from the original.`,
  })

export const truncated = (line: number, last: number, to: number) =>
  problem({
    code: 'session/truncated',
    line,
    text: `the file ends after record ${last}, and its header speaks of records up to ${to}. What is there is kept. Was the download or copy cut off?`,
  })

export const hashMismatch = (slice: string, expected: string | undefined, found: string | undefined) =>
  new PlayheadError({
    code: 'session/hash-mismatch',
    message: `Slice "${slice}" ${
      expected === undefined
        ? 'was not in the store that made the session'
        : found === undefined
          ? 'was in the store that made the session, and is not in this one'
          : `came to another state than was exported: its hash is ${found}, and the file says ${expected}. Its reducers have changed since, or records are missing`
    }. The records are as they are in the file.`,
  })

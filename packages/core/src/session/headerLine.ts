import { decode } from '../codec/decode.ts'
import { encode } from '../codec/encode.ts'
import { messageOf } from '../error/PlayheadError.ts'
import type { Fields } from './recordLine.ts'
import { isFields, text, wholeNumber } from './recordLine.ts'
import { checkRedactions } from './redactionPath.ts'
import type { SessionHash, SessionHeader, SessionProblem, SessionRun } from './Session.ts'
import { SESSION_FORMAT } from './Session.ts'
import { badHeader, newerFormat } from './sessionErrors.ts'

/** The header as the first line of a file, without the line's end. */
export function headerLine({ format, types, checkpoint, runs, redacted, hash, ...rest }: SessionHeader): string {
  return JSON.stringify({
    playhead: format,
    ...rest,
    types: Object.fromEntries(types),
    ...(redacted.size > 0 && { redacted: Object.fromEntries(redacted) }),
    ...(hash && { hash: { of: hash.of, state: hash.state, slices: Object.fromEntries(hash.slices) } }),
    ...(checkpoint && { checkpoint: encode(checkpoint) }),
    ...(runs.length > 0 && { runs: encode(runs) }),
  })
}

/** Whether a line is meant as a header. */
export const isHeader = (json: unknown): json is Fields => isFields(json) && 'playhead' in json

/** Reads a header, field by field: what is malformed is told and left out. */
export function headerOf(
  json: Fields,
  line: number,
): { readonly header: SessionHeader; readonly problems: readonly SessionProblem[] } {
  const problems: SessionProblem[] = []
  const read = <T>(field: string, value: unknown, make: (value: unknown) => T): T | undefined => {
    if (value === undefined) return undefined
    try {
      return make(value)
    } catch (thrown) {
      problems.push(badHeader(line, field, `cannot be read: ${messageOf(thrown)}`, thrown))
      return undefined
    }
  }
  const format = read('playhead', json.playhead, (value) => wholeNumber('form', value, 1)) ?? SESSION_FORMAT
  if (format > SESSION_FORMAT) problems.push(newerFormat(line, format, SESSION_FORMAT))
  const from = read('from', json.from ?? null, (value) => wholeNumber('from', value, 0)) ?? 0
  const to = read('to', json.to ?? null, (value) => wholeNumber('to', value, from - 1)) ?? from - 1
  const header: SessionHeader = {
    format,
    app: read('app', json.app, (value) => text('app', value)),
    build: read('build', json.build, (value) => text('build', value)),
    from,
    to,
    types: read('types', json.types, versionsOf) ?? new Map(),
    checkpoint: read('checkpoint', json.checkpoint, checkpointOf),
    runs: read('runs', json.runs, runsOf) ?? [],
    redacted: read('redacted', json.redacted, pathsOf) ?? new Map(),
    hash: read('hash', json.hash, hashOf),
  }
  return { header, problems }
}

const fieldsOf = (value: unknown): Fields => {
  if (isFields(value)) return value
  throw new Error('it is no object')
}

const versionsOf = (value: unknown): ReadonlyMap<string, number> =>
  new Map(Object.entries(fieldsOf(value)).map(([type, version]) => [type, wholeNumber('version', version, 1)]))

const pathsOf = (value: unknown): ReadonlyMap<string, readonly string[]> =>
  new Map(
    Object.entries(fieldsOf(value)).map(([type, paths]) => {
      if (!Array.isArray(paths)) throw new Error('it holds no lists of paths')
      checkRedactions(type, paths)
      return [type, paths]
    }),
  )

function checkpointOf(value: unknown): Fields {
  return fieldsOf(decode(value))
}

function runsOf(value: unknown): readonly SessionRun[] {
  const runs = decode(value)
  if (!Array.isArray(runs)) throw new Error('it is no list')
  for (const run of runs as readonly unknown[]) checkRun(fieldsOf(run))
  return runs
}

function checkRun({ run, effect, status, startedAt, emissions, emitted, dropped, resumed }: Fields): void {
  wholeNumber('run', run, 0)
  text('effect', effect)
  text('status', status)
  wholeNumber('emissions', emissions, 0)
  wholeNumber('dropped', dropped, 0)
  const plain = typeof startedAt === 'number' && typeof resumed === 'boolean' && Array.isArray(emitted)
  if (!plain) throw new Error('one of them is not as exportSession writes it')
  for (const id of emitted) text('emitted', id)
}

function hashOf(value: unknown): SessionHash {
  const { of, state, slices } = fieldsOf(value)
  if (of !== 'log' && of !== 'redacted') throw new Error('it says neither "log" nor "redacted"')
  return {
    of,
    state: text('hash', state),
    slices: new Map(Object.entries(fieldsOf(slices)).map(([slice, hash]) => [slice, text('hash', hash)])),
  }
}

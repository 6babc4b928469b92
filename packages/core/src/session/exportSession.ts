import { PlayheadError } from '../error/PlayheadError.ts'
import type { Store } from '../store/Store.ts'
import { partsOf } from '../store/storeParts.ts'
import { hashOfState } from './hashOfState.ts'
import { headerLine } from './headerLine.ts'
import { OutgoingRecords } from './OutgoingRecords.ts'
import { outgoingRuns } from './outgoingRuns.ts'
import { recordLine } from './recordLine.ts'
import type { SessionHash } from './Session.ts'
import { SESSION_FORMAT } from './Session.ts'

export interface ExportOptions {
  /**
   * Offset of the first record. Default 0. From a later one on, the file holds the state before it as a
   * checkpoint. Where something in the range undoes what is before it, the file begins there.
   */
  readonly from?: number
  /** Offset of the last record. Default: the head. What is pending has no offset and is left out. */
  readonly to?: number
  /** Paths to take out, by action type, beside those that the actions declare: `{ 'bank/opened': ['payload.owner'] }`. */
  readonly redact?: { readonly [type: string]: readonly string[] }
  /** What made the log, for whoever opens the file. */
  readonly app?: string
  /** The build that made it. */
  readonly build?: string
}

/**
 * A store's log as a session file: newline-delimited JSON, `.playhead`. The first line is a
 * header, each other line a record; `importSession` reads it, in any later program.
 *
 * Comes in pieces of about 64 kB, made as they are asked for, so that a long log can be written
 * without holding its text. Dates, maps, sets, bigints and bytes survive. What actions declare
 * with `redact` is replaced before anything leaves; the hash in the header is then that of the
 * redacted log.
 *
 * Payloads are written in today's shape, however old the record is.
 *
 * @throws PlayheadError `session/bad-range`, `action/bad-redaction`
 */
export async function* exportSession(store: Store, options: ExportOptions = {}): AsyncGenerator<string, void, void> {
  // Old records may be in the durable log only.
  await store.load(options.to === undefined ? {} : { to: options.to })
  yield* pieces(store, options)
}

/**
 * The whole file as one text, at once: for a download, a test, a bug report.
 *
 * @throws PlayheadError as `exportSession` does
 */
export function sessionText(store: Store, options: ExportOptions = {}): string {
  return [...pieces(store, options)].join('')
}

const PIECE_LENGTH = 65_536

function* pieces(store: Store, options: ExportOptions): Generator<string, void, void> {
  let piece = ''
  for (const line of lines(store, options)) {
    piece += `${line}\n`
    if (piece.length < PIECE_LENGTH) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

function* lines(store: Store, options: ExportOptions): Generator<string, void, void> {
  const { from, to } = rangeOf(store, options)
  const outgoing = new OutgoingRecords(store, options.redact)
  const types = new Map<string, number>()
  for (const { type, version } of outgoing.range(from, to)) types.set(type, Math.max(version, types.get(type) ?? 0))
  const redacted = outgoing.redactedUpTo(to)
  const states = redacted.size > 0 ? outgoing.fold(from, to) : statesOf(store, from, to)
  yield headerLine({
    format: SESSION_FORMAT,
    app: options.app || undefined,
    build: options.build || undefined,
    from,
    to,
    types,
    checkpoint: from > 0 ? states.before : undefined,
    runs: outgoingRuns(store.runs, redacted.size > 0),
    redacted,
    hash: hashIfStorable(redacted.size > 0 ? 'redacted' : 'log', states.after),
  })
  for (const record of outgoing.range(from, to)) yield recordLine(record, redacted.get(record.type))
}

/** An adopted reducer may hold anything in its state: the file then says no hash. */
function hashIfStorable(of: SessionHash['of'], state: State): SessionHash | undefined {
  try {
    return hashOfState(of, state)
  } catch (thrown) {
    if (thrown instanceof PlayheadError) return undefined
    throw thrown
  }
}

type State = Readonly<Record<string, unknown>>

const statesOf = (store: Store, from: number, to: number) => ({
  before: store.at(from - 1).getState() as State,
  after: store.at(to).getState() as State,
})

function rangeOf(store: Store, { from = 0, to }: ExportOptions): { readonly from: number; readonly to: number } {
  const { head } = store.timeline.playhead
  const last = to ?? head
  if (Number.isInteger(from) && Number.isInteger(last) && from >= 0 && last >= from - 1 && last <= head) {
    return { from: partsOf(store).log().reachOf(from, last), to: last }
  }
  throw new PlayheadError({
    code: 'session/bad-range',
    message: `Cannot export records ${from} to ${last}: the log has records 0 to ${head}. Pass offsets of this log, \`from\` not after \`to\`.`,
  })
}

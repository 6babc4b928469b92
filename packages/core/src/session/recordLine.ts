import { decode } from '../codec/decode.ts'
import { encode } from '../codec/encode.ts'
import { isPlainObject } from '../data/isPlainObject.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import { asOffset } from '../log/Offset.ts'
import type { RecordId } from '../log/RecordId.ts'

/** A record as one line of JSON, without the line's end. Its payload and `rest` go through the codec. */
export function recordLine(record: PlacedRecord, redacted: readonly string[] = []): string {
  const { offset, id, type, version, time, actor, causedBy, effect, group, payload, rest } = record
  const fields: Record<string, unknown> = { offset, id, type, version, time, actor, causedBy, effect, group }
  if (payload !== undefined) fields.payload = encode(payload)
  if (rest !== undefined) fields.rest = encode(rest)
  if (redacted.length > 0) fields.redacted = redacted
  // Fields that are `undefined` are not written.
  return JSON.stringify(fields)
}

/**
 * The record of a line that `JSON.parse` has read. The line may come from anywhere.
 *
 * @throws Error with what is wrong; PlayheadError `codec/malformed` for its payload
 */
export function recordOf(json: unknown): PlacedRecord {
  if (!isFields(json)) throw new Error('it is no object')
  const { offset, id, type, version, time, actor, causedBy, effect, group } = json
  return {
    offset: asOffset(wholeNumber('offset', offset, 0)),
    id: text('id', id, ID_LENGTH_MAX) as RecordId,
    type: text('type', type, TYPE_LENGTH_MAX),
    version: wholeNumber('version', version, 1),
    time: finite('time', time),
    payload: 'payload' in json ? decode(json.payload) : undefined,
    ...(actor !== undefined && { actor: text('actor', actor) }),
    ...(causedBy !== undefined && { causedBy: text('causedBy', causedBy, ID_LENGTH_MAX) as RecordId }),
    ...(effect !== undefined && { effect: effectOf(effect) }),
    ...(group !== undefined && { group: text('group', group) }),
    ...('rest' in json && { rest: restOf(json.rest) }),
  }
}

const TYPE_LENGTH_MAX = 1_024
const ID_LENGTH_MAX = 1_024
const TEXT_LENGTH_MAX = 65_536

export type Fields = Readonly<Record<string, unknown>>

export const isFields = (json: unknown): json is Fields =>
  typeof json === 'object' && json !== null && isPlainObject(json)

export function wholeNumber(name: string, value: unknown, least: number): number {
  if (Number.isSafeInteger(value) && (value as number) >= least) return value as number
  throw new Error(`its ${name} is ${shown(value)}, not a whole number from ${least}`)
}

function finite(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  throw new Error(`its ${name} is ${shown(value)}, not a number`)
}

export function text(name: string, value: unknown, lengthMax: number = TEXT_LENGTH_MAX): string {
  if (typeof value === 'string' && value !== '' && value.length <= lengthMax) return value
  throw new Error(`its ${name} is ${shown(value)}, not a text of 1 to ${lengthMax.toLocaleString('en')} characters`)
}

function effectOf(value: unknown): { readonly name: string; readonly run: number } {
  if (!isFields(value)) throw new Error(`its effect is ${shown(value)}`)
  return { name: text('effect', value.name), run: wholeNumber('run', value.run, 0) }
}

function restOf(value: unknown): Fields {
  const rest = decode(value)
  if (isFields(rest)) return rest
  throw new Error(`its rest is ${shown(value)}, not an object`)
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  const json = JSON.stringify(value) ?? String(value)
  return json.length > SHOWN_MAX ? `${json.slice(0, SHOWN_MAX)}…` : json
}

const SHOWN_MAX = 60

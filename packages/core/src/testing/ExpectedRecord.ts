import type { Dispatchable } from '../action/Action.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import { differences } from './differences.ts'
import { shownValue } from './shownValue.ts'

/**
 * What a record is compared with. Fields that are not given are not compared, so ids and times
 * may be left out: `bank.opened({ id })`, `{ type, payload, actor: 'ann' }`. The payload is
 * compared whole; a part that is made anew in each run takes a matcher of the test framework.
 *
 * A creator, and an action whose payload is not made yet, stand for any payload.
 */
export type ExpectedRecord = Dispatchable | Partial<LogRecord> | { readonly type: string; (...args: never[]): unknown }

/** In what a record differs from what was expected; empty where in nothing. */
export function recordDifferences(actual: LogRecord, expected: ExpectedRecord): readonly string[] {
  if (typeof expected === 'function') return differences(actual.type, expected.type, 'type')
  const found: string[] = []
  for (const [field, value] of Object.entries(expected)) {
    if (field === 'prepare' && typeof value === 'function') continue
    if (field in COMPARED || value === undefined) {
      found.push(...differences(actual[field as keyof LogRecord], value, field))
    } else {
      // Other fields of a Redux-style action.
      found.push(...differences(actual.rest?.[field], value, field))
    }
  }
  return found
}

/** A record or an expectation in one line. */
export function shownRecord(record: ExpectedRecord): string {
  if (typeof record === 'function') return `${record.type} (any payload)`
  const { type, payload, ...others } = record as Partial<LogRecord> & { readonly prepare?: unknown }
  if (typeof others.prepare === 'function') return `${type} (any payload)`
  const { causedBy, effect, actor, group } = others
  const more = Object.entries({ causedBy, effect: effect?.name, actor, group }).filter(
    ([, value]) => value !== undefined,
  )
  const shown = more.map(([field, value]) => ` ${field}=${String(value)}`).join('')
  if (type === undefined) {
    const fields = Object.entries(record).map(([field, value]) => `${field} ${shownValue(value)}`)
    return `any record${fields.length > 0 ? ` with ${fields.join(', ')}` : ''}`
  }
  return `${type}${payload === undefined ? '' : ` ${shownValue(payload)}`}${shown}`
}

const COMPARED: { readonly [Field in keyof LogRecord]-?: true } = {
  offset: true,
  id: true,
  type: true,
  version: true,
  payload: true,
  time: true,
  actor: true,
  causedBy: true,
  effect: true,
  group: true,
  rest: true,
}

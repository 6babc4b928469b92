import type { ActionInfo } from '../action/ActionInfo.ts'
import { infoOf, nameOfToday } from '../action/registry.ts'
import { validatePayload } from '../action/validatePayload.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { PlacedRecord } from './LogRecord.ts'

/** A stored record as today's program sees it. With a `problem` it is kept, and not folded. */
export interface ReadRecord {
  readonly record: PlacedRecord
  readonly problem?: PlayheadError
}

/**
 * Brings a stored record up to date: an action's new name, and its payload in today's shape.
 * What is stored is never rewritten.
 */
export function readRecord(stored: PlacedRecord, infos: ReadonlyMap<string, ActionInfo>): ReadRecord {
  const type = nameOfToday(stored.type)
  const record = type === stored.type ? stored : { ...stored, type }
  const info = infos.get(type) ?? infoOf(type)
  if (!info || record.version === info.version) return { record }
  if (record.version > info.version) return { record, problem: newerVersion(record, info) }
  try {
    const upcast = info.upcast[record.version] as ((old: unknown) => unknown) | undefined
    if (!upcast) throw new Error(`there is no upcaster from version ${record.version}`)
    return { record: { ...record, payload: validatePayload(info, upcast(record.payload)) } }
  } catch (thrown) {
    return { record, problem: upcastFailed(record, info, thrown) }
  }
}

const newerVersion = (record: PlacedRecord, info: ActionInfo) =>
  new PlayheadError({
    code: 'action/newer-version',
    record,
    message: `The record at offset ${record.offset} holds "${record.type}" at version ${record.version}, and this program knows it up to ${info.version}. The record is kept and not folded: load the newer program to see it.`,
  })

const upcastFailed = (record: PlacedRecord, info: ActionInfo, thrown: unknown) =>
  new PlayheadError({
    code: 'action/upcast-failed',
    record,
    cause: thrown,
    message: `The record at offset ${record.offset} holds "${record.type}" at version ${record.version}, and it could not be brought to version ${info.version}: ${messageOf(thrown)}. The record is kept and not folded: mend the upcaster and load again.`,
  })

import type { Dispatchable } from '../action/Action.ts'
import { sameValue } from '../codec/sameValue.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { RecordId } from '../log/RecordId.ts'
import type { Selector } from '../selector/Selector.ts'
import type { EffectServices } from './EffectServices.ts'
import { badResume } from './effectErrors.ts'

/** A run to start again, and the cause of what it will send: absent where the log does not tell. */
export interface Resumed {
  readonly record: LogRecord
  readonly cause: RecordId | undefined
}

/**
 * The records for which an effect starts its runs again, in the order in which they stand in the
 * log; then those that are in no log. What was asked since this store began has its run already.
 *
 * Walks the log from its end, until all are found.
 */
export function recordsToResume(
  effect: string,
  resume: Selector<Iterable<unknown>>,
  listens: (record: LogRecord) => boolean,
  services: EffectServices,
): readonly Resumed[] {
  const ids = new Set<unknown>()
  const actions: Dispatchable[] = []
  for (const asked of services.get(resume)) {
    if (typeof asked === 'string') ids.add(asked)
    else if (isAction(asked)) actions.push(asked)
    else services.report(badResume(effect, `its selector gave ${String(asked)}, which is no record id and no action`))
  }
  const found: LogRecord[] = []
  if (ids.size > 0 || actions.length > 0) {
    for (const record of services.newestFirst()) {
      const at = actions.findIndex((action) => isLike(record, action))
      if (at >= 0) actions.splice(at, 1)
      if (ids.delete(record.id) || at >= 0) found.push(record)
      if (ids.size === 0 && actions.length === 0) break
    }
  }
  for (const id of ids) services.report(badResume(effect, `there is no record ${String(id)} in the log`))
  const resumed: Resumed[] = found
    .reverse()
    .filter((record) => !services.isOwn(record))
    .map((record) => ({ record, cause: record.id }))
  for (const action of actions) resumed.push({ record: services.unlogged(action), cause: undefined })
  return resumed.filter(({ record }) => {
    if (listens(record)) return true
    services.report(badResume(effect, `it does not listen to "${record.type}" (record ${record.id})`))
    return false
  })
}

const isAction = (asked: unknown): asked is Dispatchable =>
  typeof asked === 'object' && asked !== null && 'type' in asked && typeof asked.type === 'string'

const isLike = (record: LogRecord, { type, payload }: Dispatchable): boolean =>
  record.type === type && sameValue(record.payload, payload)

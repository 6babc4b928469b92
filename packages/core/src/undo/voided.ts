import { createActions } from '../action/createActions.ts'
import { action } from '../action/definition.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { RecordId } from '../log/RecordId.ts'

/** What a void says. */
export interface Voided {
  /** Records that do not count from here on. Those of voids are redone by it. */
  readonly ids: readonly RecordId[]
}

/**
 * What `undo` and `redo` append: `playhead/voided { ids }`. Effects may listen to it, to take back
 * what they have done outside; it reaches no slice. Only `undo` and `redo` send it.
 */
export const { voided } = createActions('playhead', { voided: action<Voided>() })

/** Whether a record leaves others out. */
export const isVoid = ({ type, version }: LogRecord): boolean => type === voided.type && version === voided.version

/** The records that a void names. None where somebody else has written another payload. */
export function voidedIds({ payload }: LogRecord): readonly RecordId[] {
  if (typeof payload !== 'object' || payload === null || !('ids' in payload)) return []
  return Array.isArray(payload.ids) ? payload.ids.filter((id): id is RecordId => typeof id === 'string') : []
}

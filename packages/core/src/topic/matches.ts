import type { ActionInfo } from '../action/ActionInfo.ts'
import type { Trigger } from '../action/Trigger.ts'
import { isTopic } from './isTopic.ts'
import { topicOf } from './topicOf.ts'

/**
 * Whether a record is one that a trigger listens to. For one trigger; many of them are asked
 * through `TriggerRoutes`.
 *
 * @throws PlayheadError `topic/bad-word`, `topic/failed` where the record's own topic cannot be made
 */
export const matches = (
  trigger: Trigger,
  record: { readonly type: string; readonly payload?: unknown },
  infoOf: (type: string) => ActionInfo | undefined,
): boolean => (isTopic(trigger) ? trigger.matches(topicOf(record, infoOf(record.type))) : trigger.type === record.type)

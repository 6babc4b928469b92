import type { Dispatchable } from '../action/Action.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { ActiveRun } from './ActiveRun.ts'
import type { Causes } from './Causes.ts'
import type { EffectServices } from './EffectServices.ts'
import { emissionRefused, notAnAction } from './effectErrors.ts'
import type { RunJournal } from './RunJournal.ts'

/** What running effects share. */
export interface EffectDesk {
  readonly services: EffectServices
  readonly journal: RunJournal
  readonly causes: Causes
}

/**
 * Dispatches what a run sends, with its cause. Answers why it was refused, where it was. What
 * happens behind the door is not the run's: a reducer that throws, a log that is full.
 */
export function sendFrom(run: ActiveRun, value: unknown, desk: EffectDesk): PlayheadError | undefined {
  const { services } = desk
  const actions: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (actions.length === 0) return undefined
  const before = run.emissions
  try {
    services.dispatch(actions as readonly Dispatchable[], run)
  } catch (thrown) {
    const code = thrown instanceof PlayheadError ? thrown.code : undefined
    if (run.emissions === before)
      return code === 'dispatch/not-an-action' ? notAnAction(run, value, thrown) : emissionRefused(run, thrown)
    // A reducer that threw was reported by the store already.
    if (code !== 'fold/reducer-threw')
      services.report(thrown instanceof PlayheadError ? thrown : emissionRefused(run, thrown))
  }
  return undefined
}

/** Notes that a run has sent a record. */
export function noteSent(run: ActiveRun, record: LogRecord, { journal, causes }: EffectDesk): void {
  causes.add(record, run)
  journal.tell('emitted', run, record.id)
}

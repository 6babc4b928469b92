import { DEV } from '../dev.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { ActiveRun } from './ActiveRun.ts'

/** `Run 3 of effect "load", for "bank/asked" (record …),` */
const theRun = ({ run, owner, record }: ActiveRun): string =>
  record ? `Run ${run} of effect "${owner.name}", for "${record.type}" (record ${record.id}),` : theStream(owner.name)

const theStream = (name: string) => `The stream of effect "${name}"`

export const runFailed = (run: ActiveRun, thrown: unknown) =>
  new PlayheadError({
    code: 'effect/run-failed',
    record: run.record,
    cause: thrown,
    message: DEV
      ? `${theRun(run)} failed: ${messageOf(thrown)}. Its \`failed\` has answered with an action.`
      : [run.owner.name, run.run, messageOf(thrown)],
  })

export const runThrew = (run: ActiveRun, thrown: unknown) =>
  new PlayheadError({
    code: 'effect/run-threw',
    record: run.record,
    cause: thrown,
    message: DEV
      ? `${theRun(run)} threw before it gave a stream or a promise: ${messageOf(thrown)}. Its \`failed\` was asked for an action.`
      : [run.owner.name, run.run, messageOf(thrown)],
  })

export const badResult = (run: ActiveRun, result: unknown) =>
  new PlayheadError({
    code: 'effect/bad-result',
    record: run.record,
    message: DEV
      ? `${theRun(run)} gave ${shown(result)}, which is no stream, no promise and no array of actions. ${
          isAction(result)
            ? 'Put the action into an array.'
            : 'Was a `return` forgotten? A run that sends nothing gives [].'
        }`
      : [run.owner.name, run.run],
  })

export const notAnAction = (run: ActiveRun, value: unknown, cause: unknown) =>
  new PlayheadError({
    code: 'effect/not-an-action',
    record: run.record,
    cause,
    message: DEV
      ? `${theRun(run)} sent ${shown(value)}, which is no action. Map what comes in to an action; a run that tells nothing sends nothing (ignoreElements(), or a promise of undefined).`
      : [run.owner.name, run.run],
  })

export const emissionRefused = (run: ActiveRun, thrown: unknown) =>
  new PlayheadError({
    code: 'effect/emission-refused',
    record: run.record,
    cause: thrown,
    message: DEV
      ? `${theRun(run)} sent an action that could not be dispatched: ${messageOf(thrown)}`
      : [run.owner.name, run.run, messageOf(thrown)],
  })

export const failedThrew = (run: ActiveRun, thrown: unknown) =>
  new PlayheadError({
    code: 'effect/failed-threw',
    record: run.record,
    cause: thrown,
    message: DEV
      ? `${theRun(run)} failed, and so did its \`failed\`: ${messageOf(thrown)}. No action tells of the failure. What the run failed with: ${messageOf(run.failure?.cause ?? run.failure)}.`
      : [run.owner.name, run.run, messageOf(thrown), messageOf(run.failure?.cause ?? run.failure)],
  })

export const lateEmission = (run: ActiveRun) =>
  new PlayheadError({
    code: 'effect/late-emission',
    record: run.record,
    message: DEV
      ? `${theRun(run)} sent an action after ${
          run.endedBy
            ? `it was ${run.status} by "${run.endedBy.type}" (record ${run.endedBy.id})`
            : `it had ended (${run.status})`
        }. It was dropped. Pass \`signal\` on to what the run waits for, or give a stream that stops when it is unsubscribed.`
      : [run.owner.name, run.run],
  })

export const lateError = (run: ActiveRun, thrown: unknown) =>
  new PlayheadError({
    code: 'effect/late-error',
    record: run.record,
    cause: thrown,
    message: DEV
      ? `${theRun(run)} gave an error after it had ended (${run.status}): ${messageOf(thrown)}. A stream ends once; this one is broken, and nobody was told of its second end.`
      : [run.owner.name, run.run, run.status, messageOf(thrown)],
  })

export const teardownThrew = (run: ActiveRun, thrown: unknown) =>
  new PlayheadError({
    code: 'effect/teardown-threw',
    record: run.record,
    cause: thrown,
    message: DEV
      ? `${theRun(run)} has ended (${run.status}), and what cleans up after it threw: ${messageOf(thrown)}.`
      : [run.owner.name, run.run, run.status, messageOf(thrown)],
  })

export const keyThrew = (effect: string, record: LogRecord, thrown: unknown) =>
  new PlayheadError({
    code: 'effect/key-threw',
    record,
    cause: thrown,
    message: DEV
      ? `The \`key\` of effect "${effect}" threw on "${record.type}" (record ${record.id}): ${messageOf(thrown)}. No run was started or stopped for this record.`
      : [effect, record.type, record.id, messageOf(thrown)],
  })

export const tooManyRuns = (run: ActiveRun, bound: number) =>
  new PlayheadError({
    code: 'effect/too-many-runs',
    record: run.record,
    message: DEV
      ? `${theRun(run)} was not started: ${bound.toLocaleString('en')} runs of this effect are on or waiting. Do runs complete? If this is not a mistake, let fewer actions ask, or handle several in one run.`
      : [run.owner.name, run.run, bound],
  })

export const neverCompletes = (run: ActiveRun, record: LogRecord, forMs: number, waits: boolean) =>
  new PlayheadError({
    code: 'effect/never-completes',
    record: run.record,
    message: DEV
      ? `${theRun(run)} has been on for ${Math.round(forMs / 1000)} s, and "${record.type}" (record ${record.id}) ${
          waits ? 'waits behind it' : 'was ignored because of it'
        }. Let its stream complete (take(1), timeout), or use switch or merge.`
      : [run.owner.name, run.run, record.type, record.id],
  })

export const streamFailed = (run: ActiveRun, thrown: unknown, last: LogRecord | undefined, goesOn: boolean) =>
  new PlayheadError({
    code: 'effect/stream-failed',
    record: last,
    cause: thrown,
    message: DEV
      ? `${theStream(run.owner.name)} ended with an error: ${messageOf(thrown)}. ${
          goesOn ? 'It was begun again.' : 'It is not begun again: it has failed too often, or at once.'
        } Catch errors inside, around what can fail.`
      : [run.owner.name, messageOf(thrown)],
  })

export const duplicateEffect = (name: string) =>
  new PlayheadError({
    code: 'store/duplicate-effect',
    message: DEV
      ? `Two effects are called "${name}", and records name the effect that sent them. Rename one of them, or remove the first.`
      : [name],
  })

export const badResume = (effect: string, why: string, cause?: unknown) =>
  new PlayheadError({
    code: 'effect/bad-resume',
    cause,
    message: DEV ? `Effect "${effect}" could not resume: ${why}.` : [effect, why],
  })

const isAction = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const shown = (value: unknown): string => {
  if (typeof value === 'function') return `the function ${value.name || '(anonymous)'}`
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? JSON.stringify(value) : String(value)
  return `an object with the fields ${Object.keys(value).slice(0, 8).join(', ') || '(none)'}`
}

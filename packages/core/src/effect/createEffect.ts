import type { Trigger } from '../action/Trigger.ts'
import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { FamilyKey } from '../selector/createSelectorFamily.ts'
import type { Effect, FlattenedProgram } from './Effect.ts'
import { EFFECT, EFFECT_HOST } from './Effect.ts'
import type { CancelOn, EffectDefinition, Flatten, KeyedCancel } from './EffectDefinition.ts'
import { openEffectHost } from './EffectHost.ts'

/**
 * Defines what an action sets off outside: a request, a timer, a file. Its answers come back as
 * actions with their cause, so a replay finds them in the log and runs nothing.
 *
 * The framework does the flattening itself, and so knows of every run what started, stopped or
 * superseded it and what it sent: `store.runs$`. `flatten` and `failed` are required, as their
 * absence is what goes wrong in effects written with operators.
 *
 * Nothing that goes wrong in a run stops the effect, another run or the store; what `failed`
 * cannot answer is told through `store.error$` with the record.
 *
 * @throws PlayheadError `effect/bad-definition`
 */
export function createEffect<T extends Trigger, C extends Trigger = never, Deps extends object = object>(
  name: string,
  definition: EffectDefinition<T, C, Deps>,
): Effect<Deps> {
  checkDefinition(name, definition)
  const { cancelOn } = definition
  const byKey = keyedCancel(cancelOn)
  const stops = byKey ? byKey.on : (cancelOn as C | readonly C[] | undefined)
  const program: Omit<FlattenedProgram, 'deps'> = {
    kind: 'flattened',
    on: listOf<Trigger>(definition.on),
    flatten: definition.flatten,
    key: definition.key as Key | undefined,
    cancelOn: stops === undefined ? [] : listOf<Trigger>(stops),
    cancelKey: byKey?.key as Key | undefined,
    run: definition.run as unknown as FlattenedProgram['run'],
    failed: definition.failed as FlattenedProgram['failed'],
    resume: definition.resume,
  }
  return { name, [EFFECT]: (deps) => ({ ...program, deps }), [EFFECT_HOST]: openEffectHost }
}

type Key = (record: LogRecord) => FamilyKey

const listOf = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T])

/** `cancelOn` where it has a key. Creators are functions and topics have a pattern: neither has `on`. */
const keyedCancel = <C extends Trigger>(cancelOn: CancelOn<C> | undefined): KeyedCancel<C> | undefined =>
  typeof cancelOn === 'object' && 'on' in cancelOn ? (cancelOn as KeyedCancel<C>) : undefined

const FLATTENS: readonly Flatten[] = ['switch', 'merge', 'concat', 'exhaust']

/** What types check already, for those who have none. */
function checkDefinition<T extends Trigger, C extends Trigger, Deps>(
  name: string,
  definition: EffectDefinition<T, C, Deps>,
): void {
  const { flatten, run, failed, key, cancelOn } = definition
  if (typeof name !== 'string' || name.trim() === '') {
    throw badDefinition(String(name), 'its name is empty. Records name the effect that sent them: give it one')
  }
  if (!FLATTENS.includes(flatten)) {
    throw badDefinition(name, `\`flatten\` is ${JSON.stringify(flatten)}. Choose switch, merge, concat or exhaust`)
  }
  if (typeof run !== 'function') throw badDefinition(name, '`run` is not a function')
  if (typeof failed !== 'function') {
    throw badDefinition(name, '`failed` is not a function. Give the action that tells of a failed run')
  }
  if (keyedCancel(cancelOn) && !key) {
    throw badDefinition(
      name,
      '`cancelOn` has a key and the effect has none, so no run would ever be stopped. Give both a key, or neither',
    )
  }
}

const badDefinition = (name: string, why: string) =>
  new PlayheadError({
    code: 'effect/bad-definition',
    message: DEV ? `Effect "${name}" cannot be made: ${why}.` : [name, why],
  })

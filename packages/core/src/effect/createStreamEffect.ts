import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { Observable } from '../rx.ts'
import type { StreamSource } from '../stream/StreamSource.ts'
import type { Effect, StreamProgram } from './Effect.ts'
import { EFFECT, EFFECT_HOST } from './Effect.ts'
import type { EffectContext } from './EffectContext.ts'
import type { Emission } from './EffectDefinition.ts'
import { openEffectHost } from './EffectHost.ts'

/**
 * An effect in free form, over all actions of this store: for debounces, combinations, polling.
 * The stream is subscribed to when the store takes the effect. It is one node and one run; what
 * it sends while it is being handed a record has that record as its cause, and what comes later
 * has none, because nobody can know.
 *
 * ```ts
 * createStreamEffect('search', (action$, { scheduler }) =>
 *   action$.pipe(filter(typed.match), debounceTime(300, scheduler), map(({ payload }) => searched(payload))))
 * ```
 *
 * A stream that ends with an error is told through `store.error$` (`effect/stream-failed`) and
 * begun again, up to ten times; prefer `createEffect`, where one failure is one run's.
 *
 * @throws PlayheadError `effect/bad-definition`
 */
export function createStreamEffect<Deps extends object = object>(
  name: string,
  stream: (action$: Observable<LogRecord>, context: EffectContext & Deps) => StreamSource<Emission>,
): Effect<Deps> {
  return streamEffect(name, stream as unknown as StreamProgram['stream'])
}

export function streamEffect<Deps extends object>(name: string, stream: StreamProgram['stream']): Effect<Deps> {
  if (typeof name !== 'string' || name.trim() === '' || typeof stream !== 'function') {
    throw new PlayheadError({
      code: 'effect/bad-definition',
      message: DEV
        ? `Effect "${String(name)}" cannot be made: it takes a name and a function that gives a stream.`
        : [name],
    })
  }
  return { name, [EFFECT]: (deps) => ({ kind: 'stream', deps, stream }), [EFFECT_HOST]: openEffectHost }
}

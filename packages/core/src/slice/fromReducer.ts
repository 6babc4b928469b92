import type { LogRecord } from '../log/LogRecord.ts'
import { NODE } from '../selector/Selector.ts'
import type { Slice } from './Slice.ts'
import { PROGRAM } from './Slice.ts'

/**
 * Adopts a Redux reducer as a slice. It is given actions as they were dispatched, other
 * fields than `payload` included. Its state type is left as it is, so existing code fits.
 */
export function fromReducer<const Name extends string, State, A extends { readonly type: string }>(
  name: Name,
  reducer: (state: NoInfer<State> | undefined, action: A) => State,
): Slice<Name, State> {
  const reduce = reducer as (state: unknown, action: unknown) => State
  const initial = reduce(undefined, { type: '@@playhead/init' })
  return {
    name,
    initial,
    version: 1,
    [NODE]: { kind: 'slice', name, initial },
    [PROGRAM]: () => ({
      cases: new Map(),
      topicCases: [],
      every: (state, record) => reduce(state, asDispatched(record)),
      infos: [],
    }),
  }
}

/** The Redux action that a record was made from. */
export function asDispatched({ type, payload, rest }: LogRecord): object {
  return payload === undefined ? { ...rest, type } : { ...rest, type, payload }
}

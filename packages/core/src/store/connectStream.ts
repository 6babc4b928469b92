import type { Dispatch, Dispatchable } from '../action/Action.ts'
import { DEV } from '../dev.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { Subscription } from '../rx.ts'
import { fromStream } from '../stream/fromStream.ts'
import type { StreamSource } from '../stream/StreamSource.ts'
import type { ErrorChannel } from './ErrorChannel.ts'

export type ToAction<T> = (value: T) => Dispatchable | readonly Dispatchable[] | undefined

/**
 * Dispatches what a stream emits. An emission that is refused is reported and the next one
 * is taken: one bad message does not end a socket.
 */
export function connectStream<T>(
  source: StreamSource<T>,
  toAction: ToAction<T> | undefined,
  dispatch: Dispatch,
  errors: ErrorChannel,
): Subscription {
  return fromStream(source).subscribe({
    next(value) {
      try {
        const action = toAction ? toAction(value) : (value as Dispatchable)
        if (action !== undefined) dispatch(action as Dispatchable)
      } catch (thrown) {
        // A reducer that threw was reported by the store already.
        if (!isReported(thrown)) errors.report(refused(thrown))
      }
    },
    error: (thrown: unknown) => errors.report(ended(thrown)),
  })
}

const isReported = (thrown: unknown) => thrown instanceof PlayheadError && thrown.code === 'fold/reducer-threw'

const refused = (thrown: unknown) =>
  new PlayheadError({
    code: 'stream/emission-refused',
    cause: thrown,
    message: DEV
      ? `A connected stream emitted what could not be dispatched: ${messageOf(thrown)}. It was left out; the stream goes on.`
      : [messageOf(thrown)],
  })

const ended = (thrown: unknown) =>
  new PlayheadError({
    code: 'stream/failed',
    cause: thrown,
    message: DEV
      ? `A connected stream ended with an error: ${messageOf(thrown)}. Connect it again, or let it retry before it gets here.`
      : [messageOf(thrown)],
  })

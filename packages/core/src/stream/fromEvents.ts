import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { Observable } from '../rx.ts'

/** What has events: a DOM node, a `window`, a socket, a worker, an `AbortSignal`, or an emitter of Node. */
export type EventEmitting<E> = EventTargetLike<E> | EmitterLike<E>

/** The part of the platform's `EventTarget` that is used. */
export interface EventTargetLike<E> {
  addEventListener(type: string, listener: (event: E) => void, options?: ListenOptions): void
  removeEventListener(type: string, listener: (event: E) => void, options?: ListenOptions): void
}

/** The part of Node's `EventEmitter` that is used; many libraries have it. */
export interface EmitterLike<E> {
  on(type: string, listener: (event: E) => void): unknown
  off(type: string, listener: (event: E) => void): unknown
}

/** A target whose type does not say what its events are: a bare `EventTarget`. Say it: `fromEvents<CustomEvent<number>>(target, …)`. */
export interface UntypedEventTarget {
  addEventListener(type: string, listener: never, options?: ListenOptions): void
  removeEventListener(type: string, listener: never, options?: ListenOptions): void
}

/** As for `addEventListener`. Emitters of Node have none. */
export interface ListenOptions {
  readonly capture?: boolean
  readonly passive?: boolean
}

/**
 * The events of one type, for `connect` and `useStream`:
 * `store.connect(fromEvents(socket, 'message'), (event) => quotes.arrived(JSON.parse(event.data)))`.
 * It listens from subscription to unsubscription, and never completes.
 *
 * @throws PlayheadError `stream/not-an-emitter`
 */
export function fromEvents<E>(target: EventEmitting<E>, type: string, options?: ListenOptions): Observable<E>
export function fromEvents<E>(target: UntypedEventTarget, type: string, options?: ListenOptions): Observable<E>
export function fromEvents<E>(
  source: EventEmitting<E> | UntypedEventTarget,
  type: string,
  options: ListenOptions = {},
): Observable<E> {
  const target: unknown = source
  if (hasMethods<EventTargetLike<E>>(target, 'addEventListener', 'removeEventListener')) {
    return new Observable((subscriber) => {
      const listener = (event: E) => subscriber.next(event)
      target.addEventListener(type, listener, options)
      return () => target.removeEventListener(type, listener, options)
    })
  }
  if (hasMethods<EmitterLike<E>>(target, 'on', 'off')) {
    return new Observable((subscriber) => {
      const listener = (event: E) => subscriber.next(event)
      target.on(type, listener)
      return () => void target.off(type, listener)
    })
  }
  throw new PlayheadError({
    code: 'stream/not-an-emitter',
    message: DEV
      ? `Cannot listen to "${type}" of ${target === null ? 'null' : typeof target === 'object' ? 'an object without addEventListener or on' : String(target)}. Pass an EventTarget or an emitter; is the element there yet?`
      : [type],
  })
}

function hasMethods<T>(target: unknown, begin: keyof T & string, end: keyof T & string): target is T {
  if ((typeof target !== 'object' && typeof target !== 'function') || target === null) return false
  const candidate = target as { readonly [name: string]: unknown }
  return typeof candidate[begin] === 'function' && typeof candidate[end] === 'function'
}

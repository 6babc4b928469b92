import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { Subscriber, TeardownLogic } from '../rx.ts'
import { Observable } from '../rx.ts'
import { observableKeys } from './observableSymbol.ts'
import type { Pushes, StreamObserver, StreamSource } from './StreamSource.ts'

/**
 * An RxJS Observable of any stream: RxJS itself, `Symbol.observable` (most, xstream, Redux),
 * `toESObservable` (Bacon.js, Kefir), the platform's `Observable`, async iterables.
 * Unsubscribing ends the source's own subscription, in whichever way it offers one; so does a
 * source that errors or completes. An async generator ends where it next yields: nothing can end
 * it in the middle of an `await`. For events of the DOM and other emitters see `fromEvents`.
 *
 * @throws PlayheadError `stream/not-a-stream`
 */
export function fromStream<T>(source: StreamSource<T>): Observable<T> {
  const begin = subscriberOf<T>(source)
  return new Observable<T>((observer) => begin(observer))
}

type Begin<T> = (observer: Subscriber<T>) => () => void

function subscriberOf<T>(source: unknown): Begin<T> {
  if ((typeof source === 'object' && source !== null) || typeof source === 'function') {
    const candidate = source as Record<PropertyKey, unknown>
    for (const key of [...observableKeys(), 'toESObservable']) {
      const interop = candidate[key]
      if (typeof interop === 'function') return beginInterop(interop.call(candidate), candidate)
    }
    if (typeof candidate.onValue === 'function') return beginHandlers(source as TakesHandlers<T>)
    if (typeof candidate.subscribe === 'function') return beginPushes(source as Pushes<T>)
    if (typeof candidate[Symbol.asyncIterator] === 'function') return beginIterable(source as AsyncIterable<T>)
  }
  throw notAStream(source, 'it has no Symbol.observable, subscribe, onValue or Symbol.asyncIterator')
}

/** What `Symbol.observable` answered. It may be the source itself. */
function beginInterop<T>(answer: unknown, source: object): Begin<T> {
  if (typeof answer === 'object' && answer !== null && 'subscribe' in answer) return beginPushes(answer as Pushes<T>)
  throw notAStream(source, 'its Symbol.observable answers with something that has no subscribe')
}

const notAStream = (source: unknown, why: string) =>
  new PlayheadError({
    code: 'stream/not-a-stream',
    message: DEV ? `Cannot read ${shown(source)} as a stream: ${why}.` : [why],
  })

function shown(source: unknown): string {
  if (typeof source === 'function') return `the function ${source.name || '(anonymous)'}`
  if (typeof source !== 'object' || source === null) return typeof source === 'symbol' ? 'a symbol' : String(source)
  return `an object with the fields ${Object.keys(source).slice(0, 8).join(', ') || '(none)'}`
}

function beginPushes<T>(source: Pushes<T>): Begin<T> {
  return (subscriber) => {
    // The platform's Observable answers nothing and ends by a signal; others read the first argument only.
    const controller = new AbortController()
    // Before it begins: a source that pushes at once can be stopped in the middle of that.
    subscriber.add(() => controller.abort())
    const subscribe = source.subscribe as (observer: StreamObserver<T>, options: { signal: AbortSignal }) => unknown
    const subscription = subscribe.call(source, boundTo(subscriber), { signal: controller.signal })
    return () => end(subscription)
  }
}

/**
 * A subscriber whose methods know it: the platform's Observable calls them bare. To RxJS, also
 * another copy of it, this is still a subscriber and not an observer to be wrapped, so that a
 * source sees when nobody listens any more.
 */
const boundTo = <T>(subscriber: Subscriber<T>) => ({
  next: (value: T) => subscriber.next(value),
  error: (error: unknown) => subscriber.error(error),
  complete: () => subscriber.complete(),
  get closed() {
    return subscriber.closed
  },
  add: (teardown: TeardownLogic) => subscriber.add(teardown),
  remove: (teardown: Exclude<TeardownLogic, void>) => subscriber.remove(teardown),
  unsubscribe: () => subscriber.unsubscribe(),
})

function end(subscription: unknown): void {
  if (typeof subscription === 'function') subscription()
  else if (typeof subscription === 'object' && subscription !== null && 'unsubscribe' in subscription) {
    if (typeof subscription.unsubscribe === 'function') subscription.unsubscribe()
  }
}

/** One handler for each kind of event, each with its own end: what Bacon.js and Kefir began. */
interface TakesHandlers<T> {
  onValue(handler: (value: T) => unknown): unknown
  onError?(handler: (error: unknown) => unknown): unknown
  onEnd?(handler: () => unknown): unknown
}

function beginHandlers<T>(source: TakesHandlers<T>): Begin<T> {
  return (observer) => {
    // Values first: a source that has ended already tells so at once, and its last value would be lost.
    const ends = [
      source.onValue((value) => observer.next(value)),
      source.onError?.((error) => observer.error(error)),
      source.onEnd?.(() => observer.complete()),
    ]
    return () => {
      for (const each of ends) end(each)
    }
  }
}

function beginIterable<T>(source: AsyncIterable<T>): Begin<T> {
  return (observer) => {
    const iterator = source[Symbol.asyncIterator]()
    /** Whether it may have more, so that it is to be told when nobody wants it. */
    let open = true
    const pull = async () => {
      while (open) {
        const { done, value } = await iterator.next()
        if (!open) return
        if (done) {
          open = false
          observer.complete()
        } else observer.next(value)
      }
    }
    pull().catch((error: unknown) => {
      open = false
      // Nobody is told of an iterator that fails after it was left: there is nobody any more.
      observer.error(error)
    })
    return () => {
      if (!open) return
      open = false
      void iterator.return?.()
    }
  }
}

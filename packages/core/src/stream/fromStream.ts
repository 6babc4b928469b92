import { PlayheadError } from '../error/PlayheadError.ts'
import { Observable } from '../rx.ts'
import { observableSymbol } from './observableSymbol.ts'
import type { Pushes, StreamObserver, StreamSource } from './StreamSource.ts'

/**
 * An RxJS Observable of any stream: RxJS itself, `Symbol.observable` (most, xstream, Redux),
 * the platform's `Observable`, Bacon.js, async iterables. Unsubscribing ends the source's own
 * subscription, in whichever way it offers one.
 *
 * @throws PlayheadError `stream/not-a-stream`
 */
export function fromStream<T>(source: StreamSource<T>): Observable<T> {
  const begin = subscriberOf<T>(source)
  return new Observable<T>((observer) => begin(observer))
}

type Begin<T> = (observer: StreamObserver<T>) => () => void

function subscriberOf<T>(source: unknown): Begin<T> {
  if (typeof source === 'object' || typeof source === 'function') {
    const candidate = source as Record<PropertyKey, unknown> | null
    const interop = candidate?.[observableSymbol]
    if (typeof interop === 'function') return beginPushes(interop.call(candidate) as Pushes<T>)
    if (typeof candidate?.subscribe === 'function' && typeof candidate.onValue !== 'function') {
      return beginPushes(source as Pushes<T>)
    }
    if (typeof candidate?.onValue === 'function') return beginBacon(source as BaconLike<T>)
    if (typeof candidate?.[Symbol.asyncIterator] === 'function') return beginIterable(source as AsyncIterable<T>)
  }
  throw new PlayheadError({
    code: 'stream/not-a-stream',
    message: `Cannot read ${String(source)} as a stream: it has no Symbol.observable, subscribe, onValue or Symbol.asyncIterator.`,
  })
}

function beginPushes<T>(source: Pushes<T>): Begin<T> {
  return (observer) => {
    // The platform's Observable answers nothing and ends by a signal; RxJS reads the first argument only.
    const controller = new AbortController()
    const subscribe = source.subscribe as (observer: StreamObserver<T>, options: { signal: AbortSignal }) => unknown
    const subscription = subscribe.call(source, observer, { signal: controller.signal })
    return () => {
      controller.abort()
      end(subscription)
    }
  }
}

function end(subscription: unknown): void {
  if (typeof subscription === 'function') subscription()
  else if (typeof subscription === 'object' && subscription !== null && 'unsubscribe' in subscription) {
    if (typeof subscription.unsubscribe === 'function') subscription.unsubscribe()
  }
}

/** Bacon.js and Kefir: each handler has its own unsubscribe. */
interface BaconLike<T> {
  onValue(handler: (value: T) => unknown): () => void
  onError?(handler: (error: unknown) => unknown): () => void
  onEnd?(handler: () => unknown): () => void
}

function beginBacon<T>(source: BaconLike<T>): Begin<T> {
  return (observer) => {
    const ends = [
      source.onError?.((error) => observer.error(error)),
      source.onEnd?.(() => observer.complete()),
      // Last: a source that has a value already pushes it here.
      source.onValue((value) => observer.next(value)),
    ]
    return () => {
      for (const each of ends) each?.()
    }
  }
}

function beginIterable<T>(source: AsyncIterable<T>): Begin<T> {
  return (observer) => {
    const iterator = source[Symbol.asyncIterator]()
    let open = true
    const pull = async () => {
      try {
        while (open) {
          const { done, value } = await iterator.next()
          if (!open) return
          if (done) return observer.complete()
          observer.next(value)
        }
      } catch (error) {
        if (open) observer.error(error)
      }
    }
    void pull()
    return () => {
      open = false
      void iterator.return?.()
    }
  }
}

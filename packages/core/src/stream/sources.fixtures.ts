import * as Bacon from 'baconjs'
import { Observable } from 'rxjs'
import xs from 'xstream'
import type { StreamSource } from '../index.ts'
import { observableSymbol } from './observableSymbol.ts'

/** What a source is told to do once it is subscribed to. */
export interface Feed {
  next(value: number): void
  error(error: unknown): void
  complete(): void
}

/** A source of one library's making, and whether anybody still holds it. */
export interface Sample {
  readonly source: StreamSource<number>
  /** What the newest subscription is fed by. */
  readonly feed: Feed
  /** Subscriptions that have begun and not ended. */
  readonly held: () => number
}

/** The part of each library that is not its own: handlers, and a count of who holds them. */
function newFeed() {
  let held = 0
  const none: Feed = { next() {}, error() {}, complete() {} }
  let to = none
  return {
    feed: {
      next: (value: number) => to.next(value),
      error: (error: unknown) => to.error(error),
      complete: () => to.complete(),
    },
    held: () => held,
    begin(feed: Feed): () => void {
      held++
      to = feed
      let open = true
      return () => {
        if (!open) return
        open = false
        held--
        if (to === feed) to = none
      }
    },
  }
}

type Make = () => Sample

/** RxJS 7. */
const rxjs: Make = () => {
  const { feed, held, begin } = newFeed()
  return { feed, held, source: new Observable<number>((subscriber) => begin(subscriber)) }
}

/** Stands for most and zen-observable: `Symbol.observable`, and a subscription with `unsubscribe`. */
const interop: Make = () => {
  const { feed, held, begin } = newFeed()
  const observable = {
    subscribe(observer: Feed) {
      const unsubscribe = begin(observer)
      return { unsubscribe }
    },
    [observableSymbol]: () => observable,
  }
  return { feed, held, source: observable as unknown as StreamSource<number> }
}

/** Only `subscribe`, which gives a function. */
const bare: Make = () => {
  const { feed, held, begin } = newFeed()
  return { feed, held, source: { subscribe: (observer: Feed) => begin(observer) } }
}

/**
 * Bacon.js 3. Its own `subscribe` takes a sink of event objects and must not be called; it offers
 * `toESObservable`, also under `Symbol.observable`. Errors do not end its streams.
 */
const bacon: Make = () => {
  const { feed, held, begin } = newFeed()
  const source = Bacon.fromBinder<number>((sink) =>
    begin({
      next: (value) => void sink(new Bacon.Next(value)),
      error: (error) => void sink(new Bacon.Error(error)),
      complete: () => void sink(new Bacon.End()),
    }),
  )
  return { feed, held, source }
}

/** Two streams of Bacon.js made into one by its own operators. */
const baconMerged: Make = () => {
  const { feed, held, source } = bacon()
  const stream = source as Bacon.EventStream<number>
  return { feed, held, source: stream.merge(Bacon.never<number>()).map((n) => n) }
}

/** xstream. */
const xstream: Make = () => {
  const { feed, held, begin } = newFeed()
  let stop = () => {}
  const source = xs.create<number>({
    start(listener) {
      stop = begin(listener)
    },
    stop: () => stop(),
  })
  return { feed, held, source }
}

/** Handlers alone, as Kefir and older Bacon.js have them: `onValue` gives the stream, or a function. */
const handlers: Make = () => {
  const { feed, held, begin } = newFeed()
  let on: Partial<{ value: (value: number) => unknown; error: (error: unknown) => unknown; end: () => unknown }> = {}
  return {
    feed,
    held,
    source: {
      onValue(handler: (value: number) => unknown) {
        on = { ...on, value: handler }
        return begin({
          next: (value) => void on.value?.(value),
          error: (error) => void on.error?.(error),
          complete: () => void on.end?.(),
        })
      },
      onError(handler: (error: unknown) => unknown) {
        on = { ...on, error: handler }
        return () => {}
      },
      onEnd(handler: () => unknown) {
        on = { ...on, end: handler }
        return () => {}
      },
    } as StreamSource<number>,
  }
}

/** Stands for the platform's `Observable`: it calls bare functions, gives nothing back, and a signal ends it. */
const platform: Make = () => {
  const { feed, held, begin } = newFeed()
  return {
    feed,
    held,
    source: {
      subscribe({ next, error, complete }: Feed, options?: { readonly signal?: AbortSignal }) {
        const unsubscribe = begin({
          next: (value) => next(value),
          error: (why) => error(why),
          complete: () => complete(),
        })
        options?.signal?.addEventListener('abort', unsubscribe)
      },
    } as StreamSource<number>,
  }
}

/** An async iterable that waits for what it is fed. */
const iterable: Make = () => {
  const { feed, held, begin } = newFeed()
  return {
    feed,
    held,
    source: {
      [Symbol.asyncIterator](): AsyncIterator<number> {
        const queue: Promise<IteratorResult<number>>[] = []
        let wanted: ((result: Promise<IteratorResult<number>>) => void)[] = []
        const push = (result: Promise<IteratorResult<number>>) => {
          result.catch(() => {})
          const [first, ...others] = wanted
          wanted = others
          if (first) first(result)
          else queue.push(result)
        }
        const release = begin({
          next: (value) => push(Promise.resolve({ done: false, value })),
          error(error) {
            push(Promise.reject(error))
            release()
          },
          complete() {
            push(Promise.resolve({ done: true, value: undefined }))
            release()
          },
        })
        return {
          next: () => queue.shift() ?? new Promise((resolve) => wanted.push(resolve)),
          return() {
            release()
            return Promise.resolve({ done: true, value: undefined })
          },
        }
      },
    },
  }
}

export const samples: readonly (readonly [name: string, make: Make])[] = [
  ['RxJS', rxjs],
  ['Symbol.observable', interop],
  ['subscribe', bare],
  ['Bacon.js', bacon],
  ['Bacon.js, merged', baconMerged],
  ['xstream', xstream],
  ['handlers', handlers],
  ["the platform's Observable", platform],
  ['an async iterable', iterable],
]

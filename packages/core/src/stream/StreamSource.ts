import type { Observable } from '../rx.ts'

/**
 * Anything that pushes `T`: RxJS, Bacon.js, xstream, most, the platform's `Observable`, an async
 * iterable. `Symbol.observable` is looked for first, then `toESObservable`, `onValue`,
 * `subscribe` and `Symbol.asyncIterator`. Events of the DOM come by `fromEvents`.
 */
export type StreamSource<T> =
  | Observable<T>
  | Pushes<T>
  | { readonly [Symbol.observable]: () => Pushes<T> }
  | { onValue(handler: (value: T) => unknown): unknown }
  | AsyncIterable<T>

/** The part of an observable that all libraries agree on. */
export interface Pushes<T> {
  subscribe(observer: StreamObserver<T>): unknown
}

export interface StreamObserver<T> {
  next(value: T): void
  error(error: unknown): void
  complete(): void
}

/** Ends what `connect` or a subscription began. */
export interface Connection {
  unsubscribe(): void
}

declare global {
  interface SymbolConstructor {
    readonly observable: symbol
  }
}

import type { Observable } from '../rx.ts'

/**
 * Anything that pushes `T`: RxJS, Bacon.js, the platform's `Observable`, an async iterable.
 * `Symbol.observable` is looked for first, then `subscribe`.
 */
export type StreamSource<T> =
  | Observable<T>
  | Pushes<T>
  | { readonly [Symbol.observable]: () => Pushes<T> }
  | { onValue(handler: (value: T) => unknown): () => void }
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

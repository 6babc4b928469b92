import type { StreamSource } from '@playhead/core'
import { fromStream } from '@playhead/core'

/** The latest value of a stream, as React reads from outside: subscribed to while a component is mounted. */
export class Latest<T, Initial> {
  readonly #stream: ReturnType<typeof fromStream<T>>
  #value: T | Initial
  #failure: { readonly thrown: unknown } | undefined

  /** @throws PlayheadError `stream/not-a-stream` */
  constructor(source: StreamSource<T>, initial: Initial) {
    this.#stream = fromStream(source)
    this.#value = initial
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#failure = undefined
    const subscription = this.#stream.subscribe({
      next: (value) => {
        this.#value = value
        changed()
      },
      error: (thrown: unknown) => {
        this.#failure = { thrown }
        changed()
      },
    })
    return () => subscription.unsubscribe()
  }

  /** The value; throws what the stream failed with, where it has. */
  readonly read = (): T | Initial => {
    if (this.#failure) throw this.#failure.thrown
    return this.#value
  }
}

import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import { Observable, Subject } from '../rx.ts'
import type { ErrorChannel } from './ErrorChannel.ts'

/**
 * Tells everybody who reads a view that it moved. It carries no value: each one reads what
 * is there now. So when a subscriber moves the view again from inside its call, those after
 * it see the newer state, never the older one late.
 */
export class Notifier {
  readonly #moved = new Subject<void>()
  readonly #errors: ErrorChannel

  constructor(errors: ErrorChannel) {
    this.#errors = errors
  }

  notify(): void {
    this.#moved.next()
  }

  /** The value now, and again after every move. A value that cannot be read is reported and left out. */
  values<T>(read: () => T): Observable<T> {
    return new Observable((subscriber) => {
      const emit = () => {
        const result = this.#attempt(read)
        if (result) subscriber.next(result.value)
      }
      emit()
      return this.#moved.subscribe({ next: emit, complete: () => subscriber.complete() })
    })
  }

  /** A listener that throws is reported; the others are called. */
  listen(listener: () => void): () => void {
    const subscription = this.#moved.subscribe(() => {
      try {
        listener()
      } catch (thrown) {
        this.#errors.report(
          new PlayheadError({
            code: 'store/subscriber-threw',
            cause: thrown,
            message: `A subscriber of the store threw: ${messageOf(thrown)}. The others were called; the state is as it should be.`,
          }),
        )
      }
    })
    return () => subscription.unsubscribe()
  }

  #attempt<T>(read: () => T): { readonly value: T } | undefined {
    try {
      return { value: read() }
    } catch (thrown) {
      this.#errors.report(
        new PlayheadError({
          code: 'store/selector-threw',
          cause: thrown,
          message: `A selector that is being watched threw: ${messageOf(thrown)}. It is asked again when the view moves; the others are not affected.`,
        }),
      )
      return undefined
    }
  }

  close(): void {
    this.#moved.complete()
  }
}

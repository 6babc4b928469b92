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

  /** The value now, and again after every move. */
  values<T>(read: () => T): Observable<T> {
    return new Observable((subscriber) => {
      subscriber.next(read())
      return this.#moved.subscribe({
        next: () => subscriber.next(read()),
        complete: () => subscriber.complete(),
      })
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

  close(): void {
    this.#moved.complete()
  }
}

import { DEV } from '../dev.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { Observable, Subscriber, TeardownLogic } from '../rx.ts'
import { Subject } from '../rx.ts'
import type { ErrorChannel } from './ErrorChannel.ts'
import { ReportingObservable } from './ReportingObservable.ts'
import { listenerThrew } from './storeErrors.ts'

/** Asks to be called on changes, and gives the way to stop it. */
export type Listen = (listener: () => void) => () => void

/**
 * Tells everybody who reads a view that it moved. It carries no value: each one reads what
 * is there now. So when a subscriber moves the view again from inside its call, those after
 * it see the newer state, never the older one late.
 */
export class Notifier {
  readonly #moved = new Subject<void>()
  readonly #closed = new Subject<void>()
  readonly #errors: ErrorChannel

  constructor(errors: ErrorChannel) {
    this.#errors = errors
  }

  notify(): void {
    this.#moved.next()
  }

  /** Calls the listener after every move. */
  readonly listen: Listen = (listener) => {
    const subscription = this.#moved.subscribe(() => this.call(listener))
    return () => subscription.unsubscribe()
  }

  /** Calls a listener. One that throws is reported, and the next can be called. */
  call(listener: () => void): void {
    try {
      listener()
    } catch (thrown) {
      this.#errors.report(listenerThrew(thrown))
    }
  }

  /**
   * The value now, and again after every move, or whenever `listen` calls. A value that cannot
   * be read is reported and left out.
   */
  values<T>(read: () => T, listen: Listen = this.listen): Observable<T> {
    return this.handedOut((subscriber) => {
      const emit = () => {
        const result = this.#attempt(read)
        if (result) subscriber.next(result.value)
      }
      subscriber.add(listen(emit))
      emit()
      return this.#closed.subscribe({ complete: () => subscriber.complete() })
    })
  }

  /** An observable whose subscribers are called as `call` calls listeners. */
  handedOut<T>(subscribe: (subscriber: Subscriber<T>) => TeardownLogic): Observable<T> {
    return new ReportingObservable((thrown) => this.#errors.report(listenerThrew(thrown)), subscribe)
  }

  close(): void {
    this.#moved.complete()
    this.#closed.complete()
  }

  #attempt<T>(read: () => T): { readonly value: T } | undefined {
    try {
      return { value: read() }
    } catch (thrown) {
      this.#errors.report(
        new PlayheadError({
          code: 'store/selector-threw',
          cause: thrown,
          message: DEV
            ? `A selector that is being watched threw: ${messageOf(thrown)}. It is asked again when what it reads changes; the others are not affected.`
            : [messageOf(thrown)],
        }),
      )
      return undefined
    }
  }
}

import type { Observer, Operator, Subscription, TeardownLogic } from '../rx.ts'
import { Observable, Subscriber } from '../rx.ts'

/**
 * An observable of a store, as it is handed out. A subscriber that throws is reported, also
 * behind operators, and stays subscribed. RxJS would throw its error from a timer, where nobody
 * can tell which store it belongs to, and where it ends a Node process.
 */
export class ReportingObservable<T> extends Observable<T> {
  readonly #report: (thrown: unknown) => void

  constructor(report: (thrown: unknown) => void, subscribe?: (subscriber: Subscriber<T>) => TeardownLogic) {
    super(subscribe)
    this.#report = report
  }

  override subscribe(
    observerOrNext?: Partial<Observer<T>> | ((value: T) => void) | null,
    error?: ((error: unknown) => void) | null,
    complete?: (() => void) | null,
  ): Subscription {
    // An operator's: what its function throws is an error of the stream, not of a subscriber.
    if (observerOrNext instanceof Subscriber) return super.subscribe(observerOrNext)
    const observer =
      typeof observerOrNext === 'object' && observerOrNext !== null
        ? observerOrNext
        : { ...(observerOrNext && { next: observerOrNext }), ...(error && { error }), ...(complete && { complete }) }
    return super.subscribe({
      next: (value) => {
        try {
          observer.next?.(value)
        } catch (thrown) {
          this.#report(thrown)
        }
      },
      ...(observer.error && { error: (reason: unknown) => observer.error?.(reason) }),
      ...(observer.complete && { complete: () => observer.complete?.() }),
    })
  }

  /** How RxJS 7 makes the observables of operators. */
  override lift<R>(operator?: Operator<T, R>): Observable<R> {
    const lifted = new ReportingObservable<R>(this.#report)
    lifted.source = this
    lifted.operator = operator
    return lifted
  }
}

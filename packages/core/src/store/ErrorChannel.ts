import type { PlayheadError } from '../error/PlayheadError.ts'
import { Observable, Subject } from '../rx.ts'

/**
 * What failed outside anybody's `catch`. Nothing is lost: while nobody listens, errors wait
 * for the first subscriber and are printed to the console as well.
 */
export class ErrorChannel {
  readonly #errors = new Subject<PlayheadError>()
  #waiting: PlayheadError[] = []
  readonly #recent: PlayheadError[] = []
  /** Told as well, whoever else is: to look on is not to listen, and what nobody listens to is printed. */
  onlooker: ((error: PlayheadError) => void) | undefined

  readonly error$: Observable<PlayheadError> = new Observable((subscriber) => {
    const waiting = this.#waiting
    this.#waiting = []
    const subscription = this.#errors.subscribe(subscriber)
    for (const error of waiting) subscriber.next(error)
    return subscription
  })

  /** The newest, whether anybody heard them or not. */
  get recent(): readonly PlayheadError[] {
    return this.#recent
  }

  report(error: PlayheadError): void {
    this.#recent.push(error)
    if (this.#recent.length > RECENT_MAX) this.#recent.shift()
    this.onlooker?.(error)
    if (this.#errors.observed) {
      this.#errors.next(error)
      return
    }
    if (this.#waiting.length === WAITING_MAX) this.#waiting.shift()
    this.#waiting.push(error)
    if (error.severity === 'warning') console.warn(error)
    else console.error(error)
  }

  close(): void {
    this.#errors.complete()
  }
}

/** At the bound the oldest is dropped; it was printed. */
const WAITING_MAX = 100
/** Kept for tools that are opened later. */
const RECENT_MAX = 100

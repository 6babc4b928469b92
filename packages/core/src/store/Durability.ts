import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'

interface Waiter {
  readonly sequence: number
  resolve(): void
  reject(error: PlayheadError): void
}

/**
 * Answers `store.durable(action)`: how sure it is that an action's record survives a crash.
 *
 * A store's own records are placed and stored in the order of their sequence, so one number
 * says which are safe.
 */
export class Durability {
  readonly #client: string
  readonly #logName: string
  readonly #sequences = new WeakMap<object, number>()
  readonly #placed: { readonly sequence: number; readonly offset: number }[] = []
  #waiters: Waiter[] = []
  #safeSequence = -1
  /** Records up to this offset survive a crash. */
  safeTo = -1
  /** Set where nothing will ever be stored. */
  #never: PlayheadError | undefined

  constructor({ client, logName, memoryOnly }: { client: string; logName: string; memoryOnly: boolean }) {
    this.#client = client
    this.#logName = logName
    if (memoryOnly) this.#never = memoryOnlyError(logName)
  }

  /** Remembers what was dispatched. A log in memory never answers, so nothing is remembered for it. */
  track(action: object, sequence: number): void {
    if (!this.#never) this.#sequences.set(action, sequence)
  }

  placed(records: readonly PlacedRecord[]): void {
    if (this.#never) return
    const mine = records.findLast(({ id }) => id.startsWith(this.#client))
    if (!mine) return
    const sequence = Number(mine.id.slice(this.#client.length + 1))
    this.#placed.push({ sequence, offset: mine.offset })
  }

  /** Records up to and including this offset survive a crash. */
  safe(upTo: number): void {
    this.safeTo = Math.max(this.safeTo, upTo)
    while (this.#placed[0] && this.#placed[0].offset <= upTo) {
      this.#safeSequence = Math.max(this.#safeSequence, this.#placed[0].sequence)
      this.#placed.shift()
    }
    this.#settle(
      ({ sequence }) => sequence <= this.#safeSequence,
      (waiter) => waiter.resolve(),
    )
  }

  /** What waits could not be stored. It may be yet: whoever asks again waits for the next attempt. */
  failed(error: PlayheadError): void {
    this.#settle(
      () => true,
      (waiter) => waiter.reject(error),
    )
  }

  /** The store goes on in memory. */
  endInMemory(logName: string): void {
    this.safeTo = -1
    this.#never = memoryOnlyError(logName)
    this.failed(this.#never)
  }

  durable(action: object): Promise<void> {
    const sequence = this.#sequences.get(action)
    if (sequence !== undefined && sequence <= this.#safeSequence) return Promise.resolve()
    if (this.#never) return Promise.reject(this.#never)
    if (sequence === undefined) return Promise.reject(notDispatched(this.#logName))
    return new Promise((resolve, reject) => this.#waiters.push({ sequence, resolve, reject }))
  }

  #settle(due: (waiter: Waiter) => boolean, settle: (waiter: Waiter) => void): void {
    const settled = this.#waiters.filter(due)
    if (settled.length === 0) return
    this.#waiters = this.#waiters.filter((waiter) => !due(waiter))
    for (const waiter of settled) settle(waiter)
  }
}

const memoryOnlyError = (logName: string) =>
  new PlayheadError({
    code: 'log/memory-only',
    message: DEV
      ? `Log "${logName}" is in memory: its records are gone with the page. Give the store a durable log, such as indexedDbLog(name).`
      : [logName],
  })

const notDispatched = (logName: string) =>
  new PlayheadError({
    code: 'store/not-dispatched',
    message: DEV
      ? `store.durable was asked about an object that was never dispatched to log "${logName}". Pass what dispatch returned.`
      : [logName],
  })

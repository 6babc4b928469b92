import { storedSize } from '../codec/storedSize.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'

interface Share {
  records: number
  bytes: number
}

/**
 * Finds a log that grows too fast to be kept: more than 100,000 records, or payloads of more than
 * 64 MiB, within a minute of recorded time. One payload in 16 is measured, and every large one. Tells once,
 * with the types that make most of it.
 */
export class GrowthCheck {
  #began = Number.NEGATIVE_INFINITY
  #all: Share = { records: 0, bytes: 0 }
  readonly #byType = new Map<string, Share>()
  #measureIn = 1
  #told = false

  appended(records: readonly LogRecord[]): PlayheadError | undefined {
    if (this.#told) return undefined
    for (const record of records) {
      this.#count(record)
      if (this.#all.records <= RECORDS_MAX && this.#all.bytes <= BYTES_MAX) continue
      this.#told = true
      return growing(this.#all, record.time - this.#began, this.#largest())
    }
    return undefined
  }

  #count({ type, time, payload }: LogRecord): void {
    if (time - this.#began >= WINDOW_MS) {
      this.#began = time
      this.#all = { records: 0, bytes: 0 }
      this.#byType.clear()
    }
    let share = this.#byType.get(type)
    if (share === undefined) {
      share = { records: 0, bytes: 0 }
      if (this.#byType.size < TYPES_MAX) this.#byType.set(type, share)
    }
    const bytes = this.#bytesOf(payload)
    for (const each of [share, this.#all]) {
      each.records++
      each.bytes += bytes
    }
  }

  #bytesOf(payload: unknown): number {
    if (--this.#measureIn > 0) return 0
    const bytes = storedSize(payload)
    const stride = bytes < LARGE_BYTES ? MEASURED_EVERY : 1
    this.#measureIn = stride
    return bytes * stride
  }

  #largest(): readonly (readonly [string, Share])[] {
    const weight = ({ records, bytes }: Share) => records / RECORDS_MAX + bytes / BYTES_MAX
    return [...this.#byType].sort(([, a], [, b]) => weight(b) - weight(a)).slice(0, SHOWN_TYPES)
  }
}

const growing = ({ records, bytes }: Share, ms: number, largest: readonly (readonly [string, Share])[]) =>
  new PlayheadError({
    code: 'check/growing-log',
    severity: 'warning',
    message: `The log has grown by ${shown(records)} records and about ${shown(bytes / 1024)} kB of payloads within ${shown(ms / 1000)} s, most of them ${largest
      .map(([type, share]) => `"${type}" (${shown(share.records)} records, ${shown(share.bytes / 1024)} kB)`)
      .join(
        ', ',
      )}. All of it is kept. Declare as \`ephemeral\` what is gone when it is over, such as pointer moves and progress; sample a stream before you connect it; put a file's rows into one payload. Told once.`,
  })

const shown = (amount: number) => Math.round(amount).toLocaleString('en')

const WINDOW_MS = 60_000
const RECORDS_MAX = 100_000
const BYTES_MAX = 67_108_864
const TYPES_MAX = 1_000
const SHOWN_TYPES = 3
const MEASURED_EVERY = 16
/** A payload from which on the next one is measured, too. */
const LARGE_BYTES = 4_096

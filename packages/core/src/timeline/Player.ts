import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { RecordList } from '../log/RecordList.ts'
import type { SchedulerLike } from '../rx.ts'
import type { PlayOptions } from './PlayOptions.ts'

/** What a player moves. */
export interface Played {
  records(): RecordList
  /** One move and one notification. */
  show(offset: number): void
  /** It has come to the head. */
  ended(): void
}

/** Offsets that are played again and again: `from` < `to`. */
export interface PlayedRange {
  readonly from: number
  readonly to: number
}

interface Pace {
  readonly speed: number
  readonly maxIdleMs: number
}

/**
 * Moves through recorded time. What it shows, and from when on it is due by the scheduler:
 *
 * ```
 *   recorded      3 ──── 120 ms ──── 4 ─ 4 ms ─ 5 ───────── 1 h ─────────► 6
 *   at speed 4    │       30 ms      │   1 ms   │   500 ms: cut to 2 s     │
 *   moves         ▲                             ▲ 4 and 5 are one          ▲
 * ```
 *
 * A record is due when the one before it was due, plus the gap: timers that come late, as they
 * do, are made up for and never add up.
 */
export class Player {
  readonly #played: Played
  readonly #scheduler: SchedulerLike
  #pace: Pace = { speed: 1, maxIdleMs: MAX_IDLE_MS }
  #range: PlayedRange | undefined
  #offset = -1
  /** When what is shown was due. */
  #shownAt = 0
  #timer: { unsubscribe(): void } | undefined

  constructor(played: Played, scheduler: SchedulerLike) {
    this.#played = played
    this.#scheduler = scheduler
  }

  get playing(): boolean {
    return this.#timer !== undefined
  }

  /** Begins at `offset`, or goes on from there at another pace. Without a range it plays to the head. */
  play(offset: number, pace: Pace, range?: PlayedRange): void {
    this.#pace = pace
    this.#range = range
    this.#goOnFrom(offset)
  }

  /** Goes on from another place. One outside the range that is being played leaves it. */
  seek(offset: number): void {
    if (this.#range && (offset < this.#range.from || offset > this.#range.to)) this.#range = undefined
    this.#goOnFrom(offset)
  }

  stop(): void {
    this.#timer?.unsubscribe()
    this.#timer = undefined
  }

  #goOnFrom(offset: number): void {
    this.stop()
    this.#shownAt = this.#scheduler.now()
    this.#show(offset)
  }

  /** Shows a place and waits for the next one that is due, at least for a frame. */
  #show(offset: number): void {
    this.#offset = offset
    if (!this.#range && offset >= this.#head) {
      this.#played.ended()
      return
    }
    const due = Math.max(this.#shownAt + this.#waitMs(), this.#scheduler.now() + FRAME_MS)
    // Before it is shown: whoever is told of the move may stop it, or seek.
    this.#timer = this.#scheduler.schedule(() => this.#wake(due), due - this.#scheduler.now())
    this.#played.show(offset)
  }

  /** `planned` is when this was to be called. A page that slept meanwhile does not make up for all of it. */
  #wake(planned: number): void {
    this.#timer = undefined
    this.#shownAt += Math.max(0, this.#scheduler.now() - planned - LATE_MAX_MS)
    if (this.#range && this.#offset === this.#range.to) {
      this.#shownAt += this.#waitMs()
      this.#show(this.#range.from)
    } else {
      this.#show(this.#dueNow())
    }
  }

  /** The last of the records that are due by now. */
  #dueNow(): number {
    const now = this.#scheduler.now()
    const end = this.#range?.to ?? this.#head
    const most = Math.min(end, this.#offset + FRAME_RECORDS_MAX)
    let offset = this.#offset
    for (; offset < most; offset++) {
      const due = this.#shownAt + this.#waitMs(offset)
      if (due > now) break
      this.#shownAt = due
    }
    return offset
  }

  get #head(): number {
    return this.#played.records().length - 1
  }

  /** How long a place is shown, by the scheduler. The newest record as long as the longest gap. */
  #waitMs(offset = this.#offset): number {
    const { speed, maxIdleMs } = this.#pace
    if (offset < 0) return 0
    if (offset >= this.#head) return maxIdleMs / speed
    const records = this.#played.records()
    return Math.min(records.timeAt(offset + 1) - records.timeAt(offset), maxIdleMs) / speed
  }
}

/** @throws PlayheadError `timeline/bad-speed` */
export function paceOf({ speed = 1, maxIdleMs = MAX_IDLE_MS }: PlayOptions): Pace {
  if (!(speed >= SPEED_MIN && speed <= SPEED_MAX)) throw badSpeed('speed', speed, `from ${SPEED_MIN} to ${SPEED_MAX}`)
  if (!(maxIdleMs >= 0)) throw badSpeed('maxIdleMs', maxIdleMs, 'from 0 up, in milliseconds')
  return { speed, maxIdleMs }
}

const FRAME_MS = 16
const MAX_IDLE_MS = 2_000
const SPEED_MIN = 0.25
const SPEED_MAX = 64
/** So many records are passed in one frame at most, however many are due: the rest follow in the next. */
const FRAME_RECORDS_MAX = 10_000
/** What a page that slept, or a tab in the background, makes up for. */
const LATE_MAX_MS = 1_000

const badSpeed = (option: string, value: unknown, allowed: string) =>
  new PlayheadError({
    code: 'timeline/bad-speed',
    message: DEV ? `Cannot play with ${option}: ${String(value)}. Pass a number ${allowed}.` : [option, value, allowed],
  })

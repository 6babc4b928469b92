import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import { sessionText } from '../session/exportSession.ts'
import type { Random } from '../store/ports.ts'
import type { Store } from '../store/Store.ts'
import type { UntypedEventTarget } from '../stream/fromEvents.ts'
import { fromEvents } from '../stream/fromEvents.ts'
import type { ReportedError } from './reportedError.ts'
import { reportedError } from './reportedError.ts'

/** How much of the log a report takes, and how often there is one. */
export interface RecorderOptions {
  /** Newest records, at most. Default 1,000. */
  readonly lastRecords?: number
  /** Only what happened within so many milliseconds before the newest record. Default: as old as it may be. */
  readonly lastMs?: number
  /** Longest report, in characters. Records are left out, the oldest first, until it fits. Default 1,000,000. */
  readonly bytesMax?: number
  /** Share of recorders that report at all, from 0 to 1. Default 1. */
  readonly sample?: number
  /** By which `sample` is decided. Default `Math.random`. */
  readonly random?: Random
  /** Reports that `watch` makes, at most: a page that fails in a loop sends no flood. Default 3. */
  readonly reportsMax?: number
  /** Taken out beside what the actions declare, as in `exportSession`. */
  readonly redact?: { readonly [type: string]: readonly string[] }
  readonly app?: string
  readonly build?: string
}

/** What came before an error, as a session file. */
export interface ErrorReport {
  /** The file, `.playhead`. Opens with `importSession`, the panel and the command line. */
  readonly session: string
  /** Offsets of its first and last record. */
  readonly from: number
  readonly to: number
  readonly error: ReportedError | undefined
}

export interface Recorder {
  /** Whether this one reports: see `sample`. */
  readonly isSampled: boolean
  /**
   * The newest part of the log, redacted, with the state before it. `undefined` where it is not sampled, and
   * where there is no report that is short enough. Never throws: something has failed already.
   */
  report(error?: unknown): ErrorReport | undefined
  /**
   * Reports what nobody caught: errors and rejections of a page, and those of the store's `error$`. Warnings are
   * left out. Gives the way to stop it. In React, hand `recorder.report(error)` from `onCaughtError`.
   */
  watch(page: UntypedEventTarget | undefined, send: (report: ErrorReport) => void): () => void
}

/**
 * Takes the end of a store's log away when something fails, for an error report that can be replayed.
 *
 * The log is there already, so nothing is recorded twice: a dispatch costs the same with a recorder and without.
 * The idea of a flight recorder: what came last is what is asked for.
 *
 * @throws PlayheadError `report/bad-option`
 */
export function recorder(store: Store, options: RecorderOptions = {}): Recorder {
  const { sample = 1, random = Math.random, reportsMax = 3 } = options
  check('sample', sample, sample >= 0 && sample <= 1)
  for (const name of ['lastRecords', 'lastMs', 'bytesMax', 'reportsMax'] as const) {
    const value = options[name]
    check(name, value, value === undefined || value > 0)
  }
  const isSampled = random() < sample
  let reports = 0

  const report = (thrown?: unknown): ErrorReport | undefined => {
    if (!isSampled) return undefined
    const error = thrown === undefined ? undefined : reportedError(thrown)
    try {
      const taken = newest(store, options)
      return taken && { ...taken, error }
    } catch (failure) {
      console.warn(failure)
      return undefined
    }
  }

  return {
    isSampled,
    report,
    watch(page, send) {
      const failed = (thrown: unknown) => {
        if (reports === reportsMax) return
        const made = report(thrown)
        if (!made) return
        reports++
        send(made)
      }
      const stops = [
        store.error$.subscribe((error) => {
          if (error.severity === 'error') failed(error)
        }),
      ]
      if (page) {
        stops.push(
          fromEvents<{ readonly error?: unknown; readonly message?: unknown }>(page, 'error').subscribe((event) =>
            failed(event.error ?? event.message),
          ),
          fromEvents<{ readonly reason?: unknown }>(page, 'unhandledrejection').subscribe(({ reason }) =>
            failed(reason),
          ),
        )
      }
      return () => {
        for (const each of stops) each.unsubscribe()
      }
    },
  }
}

type Taken = Omit<ErrorReport, 'error'>

/** The newest records that fit: fewer and fewer of them are tried, the oldest left out first. */
function newest(store: Store, options: RecorderOptions): Taken | undefined {
  const { lastRecords = 1_000, lastMs = Number.POSITIVE_INFINITY, bytesMax = 1_000_000, redact, app, build } = options
  const { head } = store.timeline.playhead
  const since = (store.recordAt(head)?.time ?? 0) - lastMs
  const first = firstSince(store, Math.max(0, head + 1 - lastRecords), head, since)
  const rest = { ...(redact && { redact }), ...(app !== undefined && { app }), ...(build !== undefined && { build }) }
  for (let count = head + 1 - first; ; count >>= 1) {
    const from = head + 1 - count
    const session = sessionText(store, { from, to: head, ...rest })
    if (session.length <= bytesMax) return { session, from, to: head }
    if (count > 0) continue
    console.warn(tooLarge(session.length, bytesMax))
    return undefined
  }
}

/** The first record of a range that is not older. Times never decrease along a log. */
function firstSince(store: Store, from: number, to: number, since: number): number {
  let [low, high] = [from, to + 1]
  while (low < high) {
    const middle = (low + high) >> 1
    // What is on the disk alone is old.
    if ((store.recordAt(middle)?.time ?? Number.NEGATIVE_INFINITY) >= since) high = middle
    else low = middle + 1
  }
  return Math.min(low, to + 1)
}

function check(name: string, value: unknown, isRight: boolean): void {
  if (isRight) return
  throw new PlayheadError({
    code: 'report/bad-option',
    message: DEV
      ? `${name}: ${String(value)} is not possible. \`sample\` is from 0 to 1, the others are numbers above 0; leave them out for the defaults.`
      : [name],
  })
}

const tooLarge = (length: number, bytesMax: number) =>
  new PlayheadError({
    code: 'report/too-large',
    message: DEV
      ? `A report of the state alone has ${length.toLocaleString('en')} characters, and bytesMax is ${bytesMax.toLocaleString('en')}. Allow more, or keep less in state.`
      : [length, bytesMax],
  })

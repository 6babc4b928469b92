import type { Random } from '@playhead/core'
import type { Observable, SchedulerLike } from 'rxjs'
import { defer, map, of, throwError, timer } from 'rxjs'
import type { ClearingAnswer, ClearingBank, SandboxMode } from './ClearingBank.ts'

export interface SandboxBankOptions {
  /** Time for its delays. */
  readonly scheduler: SchedulerLike
  /** Decides on refusals, lost connections and delays. */
  readonly random: Random
}

/**
 * A bank for trying things out: no money moves anywhere but in the ledger of this browser. It does what `random` and
 * `scheduler` say, and answers a request that it has heard as before.
 */
export function sandboxBank({ scheduler, random }: SandboxBankOptions): ClearingBank {
  const answers = new Map<string, ClearingAnswer>()
  const ask = (requestKey: string, mode: SandboxMode, reasons: readonly [string, ...string[]]) =>
    defer((): Observable<ClearingAnswer> => {
      const answer = () => {
        const given = answers.get(requestKey) ?? decide(mode, random, reasons)
        answers.set(requestKey, given)
        return given
      }
      if (mode === 'slow') return timer(SLOW_MS, scheduler).pipe(map(answer))
      if (mode !== 'flaky') return of(answer())
      const isLost = random() < LOST_SHARE
      const delayMs = random() * FLAKY_MS_MAX
      if (isLost) return throwError(() => new Error('The sandbox bank could not be reached.'))
      return timer(delayMs, scheduler).pipe(map(answer))
    })
  return {
    clear: (_, requestKey, mode) => ask(requestKey, mode, refusals),
    recall: (_, requestKey, mode) => ask(requestKey, mode, recallRefusals),
  }
}

function decide(mode: SandboxMode, random: Random, reasons: readonly [string, ...string[]]): ClearingAnswer {
  if (mode === 'refusing') return { kind: 'refused', reason: reasons[0] }
  if (mode !== 'flaky' || random() >= REFUSED_SHARE) return { kind: 'cleared' }
  return { kind: 'refused', reason: reasons[Math.floor(random() * reasons.length)] ?? reasons[0] }
}

const SLOW_MS = 8_000
const FLAKY_MS_MAX = 3_000
const LOST_SHARE = 1 / 3
const REFUSED_SHARE = 1 / 4

const refusals = [
  'The sandbox bank refused it: the daily limit is reached.',
  'The sandbox bank refused it: the receiving account takes no payments today.',
] as const

const recallRefusals = ['The sandbox bank refused it: the receiver keeps the money.'] as const

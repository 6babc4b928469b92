import type { Random } from '@playhead/core'
import type { SchedulerLike } from 'rxjs'
import { BehaviorSubject, defer, map, of, throwError, timer } from 'rxjs'
import type { ClearingAnswer, ClearingBank } from './ClearingBank.ts'

/**
 * - `instant`: clears at once
 * - `slow`: clears after four seconds
 * - `flaky`: answers after up to three seconds, refuses one payment in four, and loses every third connection
 */
export type SandboxMode = 'instant' | 'slow' | 'flaky'

/** A bank for trying things out: no money moves anywhere but in the ledger of this browser. */
export interface SandboxBank extends ClearingBank {
  /** What it does with requests from now on. */
  readonly mode$: BehaviorSubject<SandboxMode>
}

export interface SandboxBankOptions {
  readonly mode?: SandboxMode
  /** Time for its delays. */
  readonly scheduler: SchedulerLike
  /** Decides on refusals, lost connections and delays. */
  readonly random: Random
}

/** A sandbox bank, which does what `random` and `scheduler` say. It answers a request that it has heard as before. */
export function sandboxBank({ mode = 'instant', scheduler, random }: SandboxBankOptions): SandboxBank {
  const mode$ = new BehaviorSubject<SandboxMode>(mode)
  const answers = new Map<string, ClearingAnswer>()
  const answerTo = (requestKey: string): ClearingAnswer => {
    const answer = answers.get(requestKey) ?? decide(mode$.value, random)
    answers.set(requestKey, answer)
    return answer
  }
  return {
    mode$,
    clear: (_, requestKey) =>
      defer(() => {
        switch (mode$.value) {
          case 'instant':
            return of(answerTo(requestKey))
          case 'slow':
            return timer(SLOW_MS, scheduler).pipe(map(() => answerTo(requestKey)))
          case 'flaky': {
            const isLost = random() < LOST_SHARE
            const delayMs = random() * FLAKY_MS_MAX
            if (isLost) return throwError(() => new Error('The sandbox bank could not be reached.'))
            return timer(delayMs, scheduler).pipe(map(() => answerTo(requestKey)))
          }
        }
      }),
  }
}

function decide(mode: SandboxMode, random: Random): ClearingAnswer {
  if (mode !== 'flaky' || random() >= REFUSED_SHARE) return { kind: 'cleared' }
  const reason = refusals[Math.floor(random() * refusals.length)] ?? refusals[0]
  return { kind: 'refused', reason }
}

const SLOW_MS = 4_000
const FLAKY_MS_MAX = 3_000
const LOST_SHARE = 1 / 3
const REFUSED_SHARE = 1 / 4

const refusals = [
  'The sandbox bank refused it: the daily limit is reached.',
  'The sandbox bank refused it: the receiving account takes no payments today.',
] as const

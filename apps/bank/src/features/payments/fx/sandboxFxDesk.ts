import type { SchedulerLike } from 'rxjs'
import { defer, map, throwError, timer } from 'rxjs'
import type { Currency } from '../../../money/index.ts'
import type { FxDesk } from './FxDesk.ts'

/** A desk with rates of its own, which never move: a sandbox. */
export function sandboxFxDesk(scheduler: SchedulerLike): FxDesk {
  return {
    quote: (sell, buy) =>
      defer(() => {
        const [from, to] = [perEuro.get(sell), perEuro.get(buy)]
        if (from === undefined || to === undefined) {
          return throwError(() => new Error(`The sandbox bank does not exchange ${sell} for ${buy}.`))
        }
        return timer(ANSWER_MS, scheduler).pipe(
          map(() => ({ numerator: to * (1_000 - SPREAD_PER_MILLE), denominator: from * 1_000 })),
        )
      }),
  }
}

/** What one euro is worth, in thousandths. Invented. */
const perEuro: ReadonlyMap<Currency, number> = new Map([
  ['EUR', 1_000],
  ['GBP', 860],
  ['USD', 1_085],
  ['CHF', 955],
  ['JPY', 162_400],
  ['BHD', 409],
  ['PLN', 4_290],
  ['SEK', 11_350],
])

/** What the desk keeps. */
const SPREAD_PER_MILLE = 5
const ANSWER_MS = 300

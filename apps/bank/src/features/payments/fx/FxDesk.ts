import type { Observable } from 'rxjs'
import type { Currency } from '../../../money/index.ts'
import type { Quote } from './Quote.ts'

/** Port: whoever sells currencies. */
export interface FxDesk {
  /** Gives one rate; errors, with a sentence for the reader, where it has none. */
  quote(sell: Currency, buy: Currency): Observable<Pick<Quote, 'numerator' | 'denominator'>>
}

import type { Observable } from 'rxjs'
import type { Transfer } from '../actions.ts'

/** Port: the bank that carries out payments. */
export interface ClearingBank {
  /**
   * Asks for a payment, and gives one answer. Errors where the bank cannot be reached; asking again is safe, as a
   * bank does the same request once, however often it hears it.
   *
   * @param requestKey names the request: the id of the record that asked
   */
  clear(transfer: Transfer, requestKey: string): Observable<ClearingAnswer>
}

export type ClearingAnswer =
  | { readonly kind: 'cleared' }
  /** `reason` is a sentence for the reader. */
  | { readonly kind: 'refused'; readonly reason: string }

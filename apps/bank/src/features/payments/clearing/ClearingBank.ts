import type { Observable } from 'rxjs'
import type { Order } from '../Order.ts'

/** Port: the bank that carries out payments. */
export interface ClearingBank {
  /**
   * Asks for a payment, and gives one answer. Errors where the bank cannot be reached; asking again is safe, as a
   * bank does the same request once, however often it hears it.
   *
   * @param requestKey names the request: the id of the record that asked
   * @param mode for the sandbox; others have none
   */
  clear(order: Order, requestKey: string, mode: SandboxMode): Observable<ClearingAnswer>
  /** Asks for the money of a payment back. As safe to ask again. */
  recall(order: Order, requestKey: string, mode: SandboxMode): Observable<ClearingAnswer>
}

export type ClearingAnswer =
  | { readonly kind: 'cleared' }
  /** `reason` is a sentence for the reader. */
  | { readonly kind: 'refused'; readonly reason: string }

/**
 * - `instant`: clears at once
 * - `slow`: clears after eight seconds
 * - `flaky`: answers after up to three seconds, refuses one request in four, and loses every third connection
 * - `refusing`: refuses whatever is asked
 */
export type SandboxMode = 'instant' | 'slow' | 'flaky' | 'refusing'

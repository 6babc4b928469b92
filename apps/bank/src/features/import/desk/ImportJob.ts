import type { ImportPlan } from '../plan/ImportPlan.ts'
import type { ImportProblem } from '../readers/index.ts'
import type { ParseProgress } from '../worker/index.ts'

/** A file on its way in. */
export interface ImportJob {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  readonly phase: ImportPhase
}

/**
 * ```
 *   reading ──► preview ──► booking ──► done
 *      │           ▲           │
 *      ├► refused ─┘ (again)   └─► stopped
 *      └► (gone, when cancelled)
 * ```
 */
export type ImportPhase =
  | { readonly kind: 'reading'; readonly progress: ParseProgress | undefined }
  | { readonly kind: 'refused'; readonly problem: ImportProblem }
  /** Read, and nothing is booked. The plan is made again when the ledger changes. */
  | { readonly kind: 'preview'; readonly plan: ImportPlan }
  | { readonly kind: 'booking'; readonly booked: number; readonly entries: number }
  | { readonly kind: 'done'; readonly entries: number; readonly duplicates: number }
  /** By the user, or by an error, which `reason` then tells. What is booked stays; the rest can be resumed. */
  | { readonly kind: 'stopped'; readonly booked: number; readonly entries: number; readonly reason?: string }

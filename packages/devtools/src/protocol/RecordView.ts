import type { Preview } from './Preview.ts'

/** A record as an inspector shows it: everything but the payload. */
export interface RecordView {
  readonly offset: number
  readonly id: string
  readonly type: string
  /** Version of the payload's shape at which it was written, and the one that this program knows. */
  readonly version: number
  readonly knownVersion: number | undefined
  readonly time: number
  readonly sincePrevious: number
  readonly actor: string | undefined
  readonly group: string | undefined
  /** The record that led to it; its offset is absent where the log has none of that id. */
  readonly cause:
    | { readonly id: string; readonly offset: number | undefined; readonly type: string | undefined }
    | undefined
  readonly effect: { readonly name: string; readonly run: number } | undefined
  /** Fields of a Redux-style action other than `type` and `payload`. */
  readonly rest: Preview | undefined
  /** Slices that listen to its type. */
  readonly slices: readonly string[]
  /** What went wrong with it: a reducer that threw, an effect that failed. */
  readonly errors: readonly string[]
  /** Lines of the stack where it was dispatched; `undefined` where none was captured. */
  readonly callSite: readonly string[] | undefined
  readonly capturesCallSites: boolean
}

import type { TableParts } from './TableParts.ts'
import { TABLE_PARTS } from './TableParts.ts'

/** By this tables and their drafts are known, without what makes them. */
export abstract class TableRoot {
  /** `undefined` for a draft. */
  abstract get [TABLE_PARTS](): TableParts | undefined
}

import type { AnyTable } from './AnyTable.ts'
import { PersistentTable } from './PersistentTable.ts'

/** Whether a value is a table, and not the draft of one. */
export const isTable = (value: unknown): value is AnyTable => value instanceof PersistentTable

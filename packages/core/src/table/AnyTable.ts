import type { Table } from './Table.ts'

/** A table of whatever keys and rows. */
// biome-ignore lint/suspicious/noExplicitAny: keys are both read and asked for, so no other type takes every table
export type AnyTable = Table<any, any>

// Entries as lines of an account, in order of booking date, and the search through them.
export { accountHistory } from '../../ledger/index.ts'
export { entry, entryCount } from './entries.ts'
export type { RowFilter } from './filterRows.ts'
export { filterRows } from './filterRows.ts'

import { createSelector, createSelectorFamily } from '@playhead/core'
import type { EntryId, PostedEntry } from '../../ledger/index.ts'
import { ledger } from '../../ledger/index.ts'

const entryTable = createSelector(ledger, ({ entries }) => entries)

/** A posted entry with all its legs; `undefined` where there is none, or none yet. */
export const entry = createSelectorFamily(entryTable, (table, id: EntryId): PostedEntry | undefined => table.get(id))

/** How many entries are recorded. */
export const entryCount = createSelector(entryTable, (table) => table.size)

import { readerNow } from './readTracker.ts'
import type { TableKey } from './TableKey.ts'
import type { TableVersion } from './TableVersion.ts'
import { slotOf } from './TableVersion.ts'

/** The slot of a key, or −1. Tells the selector that runs now. */
export const noteRow = (table: object, version: TableVersion, key: TableKey): number =>
  readerNow()?.row(table, version, key) ?? slotOf(version, key)

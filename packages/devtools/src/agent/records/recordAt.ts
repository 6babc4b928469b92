import type { PlacedRecord } from '@playhead/core'
import { PlayheadError } from '@playhead/core'
import type { AgentStore } from '../store/AgentStore.ts'

/**
 * The record at an offset, brought from the disk where it is there alone.
 *
 * @throws PlayheadError `devtools/no-record`
 */
export async function recordAt({ store, head }: AgentStore, offset: number): Promise<PlacedRecord> {
  const known = store.recordAt(offset)
  if (known) return known
  if (!Number.isInteger(offset) || offset < 0 || offset > head) throw noRecord(offset, head)
  await store.load({ from: offset, to: offset })
  const loaded = store.recordAt(offset)
  if (loaded) return loaded
  throw noRecord(offset, head)
}

const noRecord = (offset: number, head: number) =>
  new PlayheadError({
    code: 'devtools/no-record',
    message: `There is no record at offset ${String(offset)}: the log has records 0 to ${head}. Choose one of them.`,
  })

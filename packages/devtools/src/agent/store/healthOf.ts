import type { StoreHealth } from '../../protocol/overview.ts'
import type { AgentStore } from './AgentStore.ts'

/** How a store is: how large, how fast, and what went wrong. */
export function healthOf(store: AgentStore): StoreHealth {
  const { inspection, head } = store
  const { bytes } = inspection
  return {
    records: head + 1,
    recordsPerMinute: recordsPerMinute(store),
    bytes,
    bytesPerRecord: head < 0 ? undefined : bytes / (head + 1),
    checkpoints: inspection.checkpoints,
    seekMs: store.seekTimes.summary ?? expectedSeekMs(inspection.segmentsMs),
    quarantined: store.troubles.quarantined,
    durable: inspection.isDurable,
    warnings: store.troubles.warnings,
  }
}

function recordsPerMinute({ inspection, head }: AgentStore): number {
  if (head < 0) return 0
  const { records } = inspection
  const now = Math.max(Date.now(), records.timeAt(head))
  const since = Math.max(now - WINDOW_MS, records.timeAt(0))
  const minutes = Math.max(now - since, MINUTE_MS) / MINUTE_MS
  return (head - records.offsetAt(since - 1)) / minutes
}

/** What seeks cost by the checkpoints: half a segment in the middle, the longest at worst. */
function expectedSeekMs(segmentsMs: readonly number[]): StoreHealth['seekMs'] {
  if (segmentsMs.length === 0) return undefined
  const sorted = segmentsMs.toSorted((a, b) => a - b)
  return { median: (sorted[Math.floor(sorted.length / 2)] as number) / 2, worst: sorted.at(-1) as number }
}

const MINUTE_MS = 60_000
const WINDOW_MS = 5 * MINUTE_MS

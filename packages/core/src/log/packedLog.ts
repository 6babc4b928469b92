import { UsedCheckpoints } from '../checkpoint/UsedCheckpoints.ts'
import { readHead } from '../pack/readHead.ts'
import { unpackSegment } from '../pack/unpackSegment.ts'
import type { CheckpointedLog, OpenedLog } from './CheckpointedLog.ts'
import type { EventLog, LogReader } from './EventLog.ts'
import type { KeptCheckpoints } from './memoryCheckpoints.ts'
import { memoryCheckpoints } from './memoryCheckpoints.ts'
import { branchLog } from './memoryLog.ts'

/** A log as bytes, which `packLog` makes and `packedLog` opens: to be sent, or kept in a file. */
export interface PackedLog extends KeptCheckpoints {
  /** Packed segments of the records from offset 0 on, without gaps. */
  readonly segments: readonly Uint8Array[]
}

/**
 * An event log in memory that begins with packed records. A store with the `build` for which there
 * is a checkpoint opens at its newest state without folding what is before it, and unpacks records
 * when they are asked for. Like every log in memory it is for one store, and gone with the page.
 *
 * @throws PlayheadError `log/segment-corrupt`, `log/segment-version`
 */
export function packedLog(packed: PackedLog, { name = 'packed' }: { readonly name?: string } = {}): EventLog {
  const { segments } = packed
  const last = segments.at(-1)
  const { offset, count, times } = last ? readHead(last) : { offset: 0, count: 0, times: [] }
  const memory = branchLog(name, { next: offset + count, lastTime: times.at(-1) ?? 0 })
  const opened: OpenedLog = { segments, records: [] }
  const enter = (reader: LogReader) => void memory.open(reader)
  const storage = memoryCheckpoints(packed)
  const log: CheckpointedLog = {
    openFrom(reader, from) {
      enter(reader)
      // All of it is at hand, wherever the store begins.
      const begins = from(offset + count - 1)
      return typeof begins === 'number' ? opened : begins.then(() => opened)
    },
  }
  return {
    ...memory,
    open(reader) {
      enter(reader)
      return segments.flatMap((segment) => unpackSegment(segment))
    },
    // For every store: those without a build take the segments as they are, too.
    checkpoints: { usedBy: (store) => new UsedCheckpoints(storage, log, store) },
  }
}

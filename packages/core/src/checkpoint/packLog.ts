import type { FoldedLog, Known } from '../fold/FoldedLog.ts'
import type { CheckpointEntry, StoredCheckpoint } from '../log/CheckpointStorage.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import type { PackedLog } from '../log/packedLog.ts'
import { loadPacking } from '../log/packing.ts'
import type { Store } from '../store/Store.ts'
import { partsOf } from '../store/storeParts.ts'
import { clockMeter } from '../work/clockMeter.ts'
import { pageTurns } from '../work/pageTurns.ts'
import { runInSlices } from '../work/runInSlices.ts'
import type { Work } from '../work/Work.ts'
import { BATCH_RECORDS } from '../work/Work.ts'
import { CHECKPOINTS_MAX, recordsToUndo, sliceStates } from './CheckpointKeeper.ts'
import { packCheckpoint } from './packCheckpoint.ts'
import { thinned } from './thinned.ts'

export interface PackLogOptions {
  /** Which build of the app this is. The checkpoints are used by stores of the same one. */
  readonly build: string
}

/**
 * The log of a store as bytes: its records up to now, and checkpoints near the newest state and of some
 * before it, so that `packedLog` opens it without folding it. For a worker, a file, a cache. What is
 * pending has no place in the log yet and is left out.
 *
 * Made in slices of time. Rejects with `timeline/not-loaded` where records are on the disk alone
 * (await `store.load()` before), and with `codec/not-storable` where state is not plain data.
 */
export async function packLog(store: Store, { build }: PackLogOptions): Promise<PackedLog> {
  await loadPacking()
  const { log, slices } = partsOf(store)
  const steps = packing(log(), log().records.upTo(log().head), build, slices())
  return runInSlices(steps, { meter: clockMeter, turns: pageTurns, sliceMs: SLICE_MS })
}

function* packing(
  log: FoldedLog,
  records: FoldedLog['records'],
  build: string,
  slices: Parameters<typeof sliceStates>[0],
): Work<PackedLog> {
  const places = placesOf(log, build)
  const segments: Uint8Array[] = []
  for (const segment of records.segments()) {
    segments.push(segment)
    yield BATCH_RECORDS
  }
  const checkpoints: StoredCheckpoint[] = []
  const blocks = new Map<string, Uint8Array>()
  for (const { offset, state } of places) {
    const parts = {
      offset,
      build,
      id: (records.at(offset) as PlacedRecord).id,
      slices: sliceStates(slices, state),
      voids: log.voids.list(0, offset),
      // The segments say it all.
      records: undefined,
      fullOutlines: [],
    }
    const { checkpoint, fresh } = yield* packCheckpoint(parts, new Set(blocks.keys()))
    checkpoints.push(checkpoint)
    for (const [name, bytes] of fresh) blocks.set(name, bytes)
  }
  return { segments, checkpoints, blocks }
}

/** The newest state behind which there is enough to undo, and some of those before it. */
function placesOf(log: FoldedLog, build: string): readonly Known[] {
  const known = log.checkpoints.filter(({ offset }) => offset <= log.head - recordsToUndo(log))
  const entries = known.map(({ offset }): CheckpointEntry => ({ offset, build }))
  const gone = new Set(thinned(entries, { build, keep: CHECKPOINTS_MAX }).map(({ offset }) => offset))
  return known.filter(({ offset }) => !gone.has(offset))
}

const SLICE_MS = 6

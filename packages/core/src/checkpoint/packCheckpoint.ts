import { stateHash } from '../codec/stateHash.ts'
import type { Blocks, StoredCheckpoint } from '../log/CheckpointStorage.ts'
import type { RecordId } from '../log/RecordId.ts'
import type { RecordList } from '../log/RecordList.ts'
import { packColumns } from '../pack/packColumns.ts'
import type { Work } from '../work/Work.ts'
import { BATCH_RECORDS } from '../work/Work.ts'
import { packOutlines } from './packOutlines.ts'
import type { BlockSink, PackedSlice, SliceState } from './packState.ts'
import { packState } from './packState.ts'

/** A void as it stands in a checkpoint: its offset, and those of the records that it names. */
export interface PackedVoid {
  readonly offset: number
  readonly names: readonly number[]
}

/** What the bytes of a checkpoint say; the rest stands in blocks. */
export interface CheckpointHead {
  readonly offset: number
  readonly build: string
  /** Of the record at `offset`: another log with as many records is not taken for this one. */
  readonly id: RecordId
  readonly slices: readonly PackedSlice[]
  readonly voids: readonly PackedVoid[]
  /** Blocks of what is known of the records up to `offset`: chunks by sixty-four. */
  readonly outlines: readonly string[]
}

/** What a checkpoint is made of. */
export interface CheckpointParts {
  readonly offset: number
  readonly build: string
  readonly id: RecordId
  readonly slices: readonly SliceState[]
  readonly voids: readonly PackedVoid[]
  /** Left out where they come along: nothing need be known of them without having them. */
  readonly records: RecordList | undefined
  /** Names of blocks of outlines that are full, in their order: they never change. Added to. */
  readonly fullOutlines: string[]
}

/** A checkpoint, and those of its blocks that were not known. */
export interface PackedCheckpoint {
  readonly checkpoint: StoredCheckpoint
  readonly fresh: Blocks
}

/**
 * Packs a checkpoint, a block at a time. Blocks whose names are in `known` are left out.
 *
 * @throws PlayheadError `codec/not-storable`, and NotPacked
 */
export function* packCheckpoint(parts: CheckpointParts, known: ReadonlySet<string>): Work<PackedCheckpoint> {
  const { offset, build, id, voids } = parts
  const fresh = new Map<string, Uint8Array>()
  const sink: BlockSink = {
    has: (name) => known.has(name) || fresh.has(name),
    add: (name, bytes) => void fresh.set(name, bytes),
  }
  const slices: PackedSlice[] = []
  for (const slice of parts.slices) slices.push(yield* packState(slice, sink))
  const outlines = yield* packedOutlines(parts, sink)
  const head: CheckpointHead = { offset, build, id, slices, voids, outlines }
  const bytes = packColumns([[head]])
  const blocks = new Set([...slices.flatMap(blocksOfSlice), ...outlines])
  return { checkpoint: { offset, build, bytes, hash: stateHash(bytes), blocks: [...blocks] }, fresh }
}

function* packedOutlines({ records, offset, fullOutlines }: CheckpointParts, sink: BlockSink): Work<readonly string[]> {
  if (!records) return []
  const full = Math.floor(records.chunksUpTo(offset) / OUTLINES_PER_BLOCK)
  // Of a longer log than this one has come to be.
  if (fullOutlines.length > full || fullOutlines.some((name) => !sink.has(name))) fullOutlines.length = 0
  const names = [...fullOutlines]
  for (let at = names.length; at <= full; at++) {
    const outlines = [...records.outlines(at * OUTLINES_PER_BLOCK, offset).take(OUTLINES_PER_BLOCK)]
    if (outlines.length === 0) break
    const bytes = packOutlines(outlines)
    const name = stateHash(bytes)
    if (!sink.has(name)) sink.add(name, bytes)
    names.push(name)
    if (at < full) fullOutlines.push(name)
    yield BATCH_RECORDS
  }
  return names
}

export const blocksOfSlice = ({ root, tables }: PackedSlice): readonly string[] => [
  root,
  ...tables.flatMap(({ blocks }) => blocks),
]

/** About 65,000 records, and 130 kB. */
const OUTLINES_PER_BLOCK = 64

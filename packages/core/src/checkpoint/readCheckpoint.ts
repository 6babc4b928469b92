import { stateHash } from '../codec/stateHash.ts'
import type { Blocks, StoredCheckpoint } from '../log/CheckpointStorage.ts'
import type { RecordId } from '../log/RecordId.ts'
import { RecordList } from '../log/RecordList.ts'
import { unpackColumns } from '../pack/packColumns.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { AnySlice } from '../slice/Slice.ts'
import type { CheckpointHead, PackedVoid } from './packCheckpoint.ts'
import { blocksOfSlice } from './packCheckpoint.ts'
import { unpackOutlines } from './packOutlines.ts'
import { blockOf, unpackState } from './unpackState.ts'

/**
 * What a checkpoint says before any of its blocks is read.
 *
 * @throws Error with words that go on from "was ignored: "
 */
export function readHead({ offset, build, bytes, hash }: StoredCheckpoint): CheckpointHead {
  if (stateHash(bytes) !== hash) throw new Error('its bytes are not those that were stored')
  const [[head] = []] = unpackColumns(bytes) as readonly (readonly CheckpointHead[])[]
  if (head?.offset !== offset || head.build !== build) throw new Error('it says to be another one')
  if (!Array.isArray(head.slices) || !Array.isArray(head.voids) || !Array.isArray(head.outlines))
    throw new Error('a part of it is missing')
  return head
}

/** Why a checkpoint is of no use to these slices; nothing where it is. */
export function misfit({ slices }: CheckpointHead, wanted: readonly AnySlice[]): string | undefined {
  const versions = new Map(slices.map(({ name, version }) => [name, version]))
  for (const { name, version } of wanted) {
    const stored = versions.get(name)
    if (stored === undefined) return `it has no slice "${name}"`
    if (stored !== version)
      return `its slice "${name}" is of version ${stored}, and this program has version ${version}`
  }
  return undefined
}

/** The blocks that these slices need of it, and those of its outlines. */
export const blocksOfHead = ({ slices, outlines }: CheckpointHead, wanted: readonly AnySlice[]): readonly string[] => {
  const names = new Set(wanted.map(({ name }) => name))
  return [...slices.filter(({ name }) => names.has(name)).flatMap(blocksOfSlice), ...outlines]
}

/** A checkpoint, read. */
export interface RestoredCheckpoint {
  readonly offset: number
  /** Of the record at `offset`. */
  readonly id: RecordId
  readonly state: StateBySlice
  readonly voids: readonly PackedVoid[]
  /** What is known of the records up to `offset`: they are in the durable log. */
  outlines(): RecordList
}

/** @throws Error with words that go on from "was ignored: ", and PlayheadErrors of the codec */
export function restore(head: CheckpointHead, wanted: readonly AnySlice[], blocks: Blocks): RestoredCheckpoint {
  const byName = new Map(head.slices.map((slice) => [slice.name, slice]))
  const state: Record<string, unknown> = {}
  for (const { name, initial } of wanted) {
    const packed = byName.get(name)
    if (packed) state[name] = unpackState(packed, initial, blocks)
  }
  return {
    offset: head.offset,
    id: head.id,
    state,
    voids: head.voids,
    outlines() {
      const records = new RecordList()
      for (const name of head.outlines)
        for (const outline of unpackOutlines(blockOf(name, blocks))) records.pushOutline(outline)
      if (records.length !== head.offset + 1)
        throw new Error(`it knows of ${records.length} records where ${head.offset + 1} belong`)
      return records
    },
  }
}

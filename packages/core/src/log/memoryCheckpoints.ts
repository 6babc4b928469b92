import type { Blocks, CheckpointEntry, CheckpointStorage, StoredCheckpoint } from './CheckpointStorage.ts'

/** Checkpoints and their blocks, as `packLog` gives them. */
export interface KeptCheckpoints {
  readonly checkpoints: readonly StoredCheckpoint[]
  readonly blocks: Blocks
}

/** Checkpoints of a log in memory. */
export function memoryCheckpoints({ checkpoints, blocks }: KeptCheckpoints): CheckpointStorage {
  let kept = [...checkpoints].sort((a, b) => a.offset - b.offset)
  const known = new Map(blocks)
  return {
    list: () => kept.map(({ offset, build }) => ({ offset, build })),
    read: (entry) => kept.find((each) => isSame(each, entry)),
    blocks: (names) => new Map(names.flatMap((name) => pairOf(name, known.get(name)))),
    write(checkpoint, fresh, gone) {
      const missing = checkpoint.blocks.find((name) => !fresh.has(name) && !known.has(name))
      if (missing !== undefined) throw new Error(`block ${missing} is missing`)
      for (const [name, bytes] of fresh) known.set(name, bytes)
      kept = kept.filter((each) => !isSame(each, checkpoint) && !gone.some((entry) => isSame(each, entry)))
      kept.push(checkpoint)
      kept.sort((a, b) => a.offset - b.offset)
      const named = new Set(kept.flatMap((each) => each.blocks))
      for (const name of known.keys()) if (!named.has(name)) known.delete(name)
    },
  }
}

const isSame = (a: CheckpointEntry, b: CheckpointEntry) => a.offset === b.offset && a.build === b.build

const pairOf = (name: string, bytes: Uint8Array | undefined): readonly (readonly [string, Uint8Array])[] =>
  bytes ? [[name, bytes]] : []

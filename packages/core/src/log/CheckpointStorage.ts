/** Which checkpoint: the state just after the record at `offset`, as one build of an app folds it. */
export interface CheckpointEntry {
  readonly offset: number
  readonly build: string
}

/**
 * A checkpoint as bytes, in a few kilobytes and in blocks that it may have in common with others: a
 * state that differs in one row shares all blocks but one with the state before.
 */
export interface StoredCheckpoint extends CheckpointEntry {
  readonly bytes: Uint8Array
  /** Hash of the bytes. They name the blocks by theirs, so it stands for all of it. */
  readonly hash: string
  /** Names of the blocks. */
  readonly blocks: readonly string[]
}

/** By name. */
export type Blocks = ReadonlyMap<string, Uint8Array>

/** Something that a log in memory has at once. */
export type MaybePromise<T> = T | Promise<T>

/**
 * Port: where a log keeps checkpoints beside its records. The store writes and reads them; the
 * log looks into none. They are caches: any of them may be missing, of another build, or damaged.
 */
export interface CheckpointStorage {
  /** What there is, the lowest offset first, without reading it. */
  list(): MaybePromise<readonly CheckpointEntry[]>
  read(entry: CheckpointEntry): MaybePromise<StoredCheckpoint | undefined>
  /** Some blocks. Those that are not there are left out. */
  blocks(names: readonly string[]): MaybePromise<Blocks>
  /**
   * Stores a checkpoint with those of its blocks that are new, and lets go of others, with the
   * blocks that nobody names any more: all of it or nothing. Rejects where a block is missing.
   */
  write(checkpoint: StoredCheckpoint, fresh: Blocks, gone: readonly CheckpointEntry[]): MaybePromise<void>
}

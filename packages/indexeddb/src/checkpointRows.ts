import type { Blocks, CheckpointEntry, StoredCheckpoint } from '@playhead/core'
import type { LogDatabase } from './database.ts'

/** The checkpoints that a log has, the lowest offset first. */
export async function listCheckpoints(database: LogDatabase): Promise<readonly CheckpointEntry[]> {
  const keys = await database.getAllKeys('checkpoints')
  return keys.map(([offset, build]) => ({ offset, build }))
}

export async function readCheckpoint(
  database: LogDatabase,
  { offset, build }: CheckpointEntry,
): Promise<StoredCheckpoint | undefined> {
  const row = await database.get('checkpoints', [offset, build])
  return row && { offset, build, ...row }
}

/** Some blocks. Those that are not there are left out. */
export async function readBlocks(database: LogDatabase, names: readonly string[]): Promise<Blocks> {
  const { store } = database.transaction('blocks')
  const all = await Promise.all(names.map((name) => store.get(name)))
  return new Map(all.flatMap((bytes, at) => (bytes ? [[names[at] as string, bytes]] : [])))
}

/**
 * Stores a checkpoint with its new blocks, and lets go of others with the blocks that nobody names
 * any more: in one transaction, which is refused where a block is missing.
 */
export async function writeCheckpoint(
  database: LogDatabase,
  { offset, build, bytes, hash, blocks: names }: StoredCheckpoint,
  fresh: Blocks,
  gone: readonly CheckpointEntry[],
): Promise<void> {
  const transaction = database.transaction(['checkpoints', 'blocks'], 'readwrite', { durability: 'relaxed' })
  const checkpoints = transaction.objectStore('checkpoints')
  const blocks = transaction.objectStore('blocks')
  const asked: Promise<unknown>[] = [transaction.done]
  try {
    for (const [name, block] of fresh) asked.push(blocks.put(block, name))
    asked.push(checkpoints.put({ bytes, hash, blocks: names }, [offset, build]))
    for (const entry of gone) asked.push(checkpoints.delete([entry.offset, entry.build]))
    const rows = checkpoints.getAll()
    asked.push(rows)
    const there = await blocks.getAllKeys()
    const kept = await rows
    const known = new Set(there)
    const missing = names.find((name) => !known.has(name))
    if (missing !== undefined) throw new Error(`block ${missing} is missing`)
    const named = new Set(kept.flatMap((each) => each.blocks))
    for (const name of there) if (!named.has(name)) asked.push(blocks.delete(name))
    transaction.commit()
    await Promise.all(asked)
  } catch (thrown) {
    // What each of them says is that the transaction was aborted.
    for (const each of asked) each.catch(() => {})
    abort(transaction)
    throw thrown
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // It has ended, by what was thrown.
  }
}

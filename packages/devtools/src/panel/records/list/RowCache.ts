import type { RecordRow } from '../../../protocol/rows.ts'

/** Asks for rows by key, from one up to, not including, another. */
export type FetchRows = (from: number, to: number) => Promise<readonly RecordRow[]>

/**
 * The rows around what is in view, by key. A key stays with its row while others come before and behind: rows that
 * were found earlier in the log than the first have keys below 0.
 *
 * Rows are asked for in blocks. What was wanted last is asked for first, and what has scrolled by in the meantime is
 * not asked for at all, so that a thrown scrollbar costs a few questions and not one for each row that it passes.
 */
export class RowCache {
  readonly #fetch: FetchRows
  readonly #changed: () => void
  readonly #blocks = new Map<number, Block>()
  #asking = 0
  #wanted: readonly number[] = []
  #closed = false

  constructor(fetch: FetchRows, changed: () => void) {
    this.#fetch = fetch
    this.#changed = changed
  }

  at(key: number): RecordRow | undefined {
    const block = Math.floor(key / BLOCK_ROWS)
    return this.#blocks.get(block)?.rows[key - block * BLOCK_ROWS]
  }

  /** What is in view: keys `from` up to `to`. Keys that no row has may be among them. */
  want(from: number, to: number): void {
    const first = Math.floor(from / BLOCK_ROWS)
    const last = Math.floor((to - 1) / BLOCK_ROWS)
    this.#wanted = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
    for (const at of this.#wanted) {
      const block = this.#blocks.get(at)
      if (!block) continue
      // The map is in the order of use: the oldest leaves.
      this.#blocks.delete(at)
      this.#blocks.set(at, block)
    }
    this.#ask()
  }

  /** Rows from `key` on are not what they were, or there are more of them: asked for again when they are in view. */
  renewFrom(key: number): void {
    this.#renew((at) => Math.max(0, key - at * BLOCK_ROWS))
  }

  /** The row of `key` is not what it was. */
  renew(key: number): void {
    const block = Math.floor(key / BLOCK_ROWS)
    this.#renew((at) => (at === block ? 0 : BLOCK_ROWS))
  }

  close(): void {
    this.#closed = true
    this.#blocks.clear()
  }

  /** `keptOf` says how many rows of a block are still what they were; `BLOCK_ROWS` or more for all of them. */
  #renew(keptOf: (block: number) => number): void {
    for (const [at, block] of this.#blocks) {
      const kept = keptOf(at)
      if (kept >= BLOCK_ROWS) continue
      block.kept = Math.min(block.kept, kept)
      block.state = block.state === 'asked' || block.state === 'askAgain' ? 'askAgain' : 'old'
    }
    this.#ask()
  }

  #ask(): void {
    for (const at of this.#wanted) {
      if (this.#asking >= ASKING_MAX || this.#closed) return
      const block = this.#blocks.get(at)
      if (block && block.state !== 'old') continue
      void this.#askFor(at, block)
    }
  }

  async #askFor(at: number, last: Block | undefined): Promise<void> {
    const kept = last?.rows.slice(0, last.kept) ?? []
    const block: Block = { rows: last?.rows ?? [], kept: BLOCK_ROWS, state: 'asked' }
    this.#blocks.delete(at)
    this.#blocks.set(at, block)
    this.#asking++
    try {
      const got = await this.#fetch(at * BLOCK_ROWS + kept.length, (at + 1) * BLOCK_ROWS)
      block.rows = [...kept, ...got]
      block.state = block.state === 'askAgain' ? 'old' : 'here'
    } catch {
      // The feed of the list says what is wrong; the block is asked for again when it is wanted again.
      this.#blocks.delete(at)
      this.#wanted = this.#wanted.filter((each) => each !== at)
    }
    this.#asking--
    if (this.#closed) return
    this.#forget()
    this.#changed()
    this.#ask()
  }

  #forget(): void {
    for (const [at, block] of this.#blocks) {
      if (this.#blocks.size <= BLOCKS_MAX) return
      if (block.state !== 'asked' && block.state !== 'askAgain' && !this.#wanted.includes(at)) this.#blocks.delete(at)
    }
  }
}

interface Block {
  rows: readonly RecordRow[]
  /** So many of them are what they were: of an old block, only the others are asked for. */
  kept: number
  /** `old` rows are shown until they have come again. */
  state: 'asked' | 'askAgain' | 'here' | 'old'
}

/** More than a tall panel shows at once. */
export const BLOCK_ROWS = 100
/** What has been in view lately, so that scrolling back shows rows at once: 2,400 rows. */
const BLOCKS_MAX = 24
/** Questions under way. A third would wait behind rows that have scrolled by. */
const ASKING_MAX = 2

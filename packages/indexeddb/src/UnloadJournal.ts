import type { PlacedRecord, RecordId } from '@playhead/core'
import { parse, stringify } from '@playhead/core'
import { checkRow } from './checkRow.ts'
import { databaseName } from './database.ts'

/**
 * What a page had not stored yet when it ended, for the page that opens the log next.
 *
 * A page that is gone cannot finish a transaction: Chromium aborts those that run, also one
 * that was asked to commit (1 to 2 in 100 reloads right after a dispatch lost it). `localStorage` is
 * slow and small, but what was put there is there when the call returns, and it outlives the page.
 */
export class UnloadJournal {
  readonly #key: string
  readonly #storage: KeyedTexts | undefined
  /** Whether anything may be kept. */
  #held = true

  constructor(log: string, storage: KeyedTexts | undefined = pageStorage()) {
    this.#key = databaseName(log)
    this.#storage = storage
  }

  /**
   * Keeps consecutive records, which follow `before`, in place of those kept until now. What the
   * browser does not take is not kept: there is room for about five million characters.
   */
  keep(records: readonly PlacedRecord[], before: PlacedRecord | undefined): void {
    if (records.length === 0) {
      this.clear()
      return
    }
    this.#held = true
    try {
      this.#storage?.setItem(this.#key, stringify([before?.id ?? null, records]))
    } catch {
      // Too large, or not to be stored at all. What was kept before are older records of the same log.
    }
  }

  /** Offset of the first record that is kept; `undefined` where none is, 0 where it cannot be read. */
  get from(): number | undefined {
    const text = this.#storage?.getItem(this.#key) ?? null
    if (text === null) return undefined
    try {
      return readEntry(text)[1][0]?.offset
    } catch {
      return 0
    }
  }

  /**
   * What is kept and goes on from these records, the last that are stored. Nothing, if what is kept belongs to another past:
   * the database was deleted since, or an older program went on without looking here.
   *
   * @throws Error, with words that go on from "Log … is damaged: ", when what is kept is malformed
   */
  goingOnFrom(stored: readonly PlacedRecord[]): readonly PlacedRecord[] {
    const text = this.#storage?.getItem(this.#key) ?? null
    if (text === null) return []
    const [before, records] = readEntry(text)
    const from = records[0]?.offset ?? 0
    const base = stored[0]?.offset ?? 0
    const last = stored[from - base - 1]
    if (from > base + stored.length || (last?.id ?? null) !== before) return []
    const problem = checkRow(from, records, last)
    if (problem) throw new Error(`of what its last page left in localStorage, ${problem}`)
    const known = stored.slice(from - base)
    if (known.some((record, i) => records[i] && records[i].id !== record.id)) return []
    return records.slice(known.length)
  }

  /** Forgets what is kept. */
  clear(): void {
    if (!this.#held) return
    this.#held = false
    this.#storage?.removeItem(this.#key)
  }
}

/** What is used of `localStorage`. */
type KeyedTexts = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

type Entry = readonly [before: RecordId | null, records: readonly PlacedRecord[]]

function readEntry(text: string): Entry {
  let entry: unknown
  try {
    entry = parse(text)
  } catch (thrown) {
    throw new Error('what its last page left in localStorage cannot be read', { cause: thrown })
  }
  if (Array.isArray(entry) && entry.length === 2 && Array.isArray(entry[1])) return entry as unknown as Entry
  throw new Error('what its last page left in localStorage is no list of records')
}

/** Absent in a worker, and where the browser refuses it. */
function pageStorage(): KeyedTexts | undefined {
  if (typeof document === 'undefined') return undefined
  try {
    return localStorage
  } catch {
    return undefined
  }
}

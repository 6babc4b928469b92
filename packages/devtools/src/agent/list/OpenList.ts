import type { LogRecord, Path } from '@playhead/core'
import { changeSearch } from '@playhead/core/inspect'
import type { Feeds, ListProgress } from '../../protocol/calls.ts'
import { BLOCK_RECORDS } from '../index/RecordIndex.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import type { Steps } from '../work/inSlices.ts'
import { FoldedRows } from './FoldedRows.ts'
import type { RecordTest } from './recordTest.ts'
import { recordTest } from './recordTest.ts'
import { searchingChanges } from './searchingChanges.ts'

/** A list of records that a panel has open: what was found so far, and where the search goes on. */
export class OpenList {
  readonly store: AgentStore
  readonly rows: FoldedRows
  readonly #test: RecordTest
  readonly #path: Path | undefined
  /** The next record to look at above, and the next one below. */
  #up: number
  #down: number

  /** @throws PlayheadError `topic/bad-pattern`, `topic/too-many-hashes` */
  constructor(store: AgentStore, { filter, folded, near }: Feeds['list']['give']) {
    this.store = store
    this.#test = recordTest(store, filter)
    this.#path = filter.path && filter.path.length > 0 ? filter.path : undefined
    this.#up = Math.min(Math.max(0, near), store.head + 1)
    this.#down = this.#up - 1
    this.rows = new FoldedRows(folded ? (earlier, later) => this.#areOneRun(earlier, later) : () => false)
  }

  get isDone(): boolean {
    return this.#down < 0 && this.#up > this.store.head
  }

  get progress(): ListProgress {
    const { rows, store } = this
    return {
      rows: rows.length,
      before: rows.before,
      nearRow: Math.max(0, Math.min(rows.before, rows.length - 1)),
      searched: this.#up - this.#down - 1,
      total: store.head + 1,
      done: this.isDone,
    }
  }

  /** Searches outward, a stretch above and a stretch below in turn, as far as the log goes now. */
  *searching(): Steps<void> {
    while (!this.isDone) {
      if (this.#up <= this.store.head) yield* this.#searchUp()
      if (this.#down >= 0) yield* this.#searchDown()
    }
  }

  *#searchUp(): Steps<void> {
    const from = this.#up
    const to = Math.min(this.store.head, this.#path ? from + PATH_STRETCH - 1 : blockEnd(from))
    const found = yield* this.#found(from, to)
    for (const offset of found) this.rows.pushUp(offset)
    this.#up = to + 1
    yield
  }

  *#searchDown(): Steps<void> {
    const to = this.#down
    const from = Math.max(0, this.#path ? to - PATH_STRETCH + 1 : blockBegin(to))
    const found = yield* this.#found(from, to)
    for (let at = found.length - 1; at >= 0; at--) this.rows.pushDown(found[at] as number)
    this.#down = from - 1
    yield
  }

  /** Offsets of the records of a stretch that fit, in order. */
  *#found(from: number, to: number): Steps<readonly number[]> {
    yield* this.store.knowing(from, to)
    const byIndex: number[] = []
    for (let offset = from; offset <= to; offset++) if (this.#test.byIndex(offset)) byIndex.push(offset)
    if (byIndex.length === 0) return byIndex
    const changed = this.#path && (yield* this.#changed(this.#path, from, to))
    return yield* this.#byRecord(changed ? byIndex.filter((offset) => changed.has(offset)) : byIndex)
  }

  *#byRecord(offsets: readonly number[]): Steps<readonly number[]> {
    const { byRecord } = this.#test
    if (!byRecord) return offsets
    const { records } = this.store.inspection
    const fitting: number[] = []
    let run: { readonly from: number; readonly records: readonly LogRecord[] } = { from: 0, records: [] }
    for (const [at, offset] of offsets.entries()) {
      if (at % YIELD_EVERY === YIELD_EVERY - 1) yield
      while (offset < run.from || offset >= run.from + run.records.length) {
        const around = records.around(offset)
        if (around) run = around
        else yield this.store.store.load({ from: offset, to: offset })
      }
      if (byRecord(run.records[offset - run.from] as LogRecord)) fitting.push(offset)
    }
    return fitting
  }

  *#changed(path: Path, from: number, to: number): Steps<ReadonlySet<number>> {
    const changed = new Set<number>()
    const search = changeSearch(this.store.store, path, to)
    for (const found of searchingChanges(this.store.store, search)) {
      if (found instanceof Promise) yield found
      else for (const { record } of found) if (record.offset >= from) changed.add(record.offset)
      if (search.down < from) break
      yield
    }
    return changed
  }

  /** Offsets of the records of the row that holds `offset`, from one place among them to another, `to` not included. */
  offsetsOfRun(offset: number, from: number, to: number): readonly number[] {
    const row = this.rows.at(this.rows.rowFrom(offset))
    const offsets: number[] = []
    if (!row || row.offset > offset) return offsets
    // Between them are hidden records alone, of other types.
    const type = this.store.index.typeAt(row.offset)
    for (let at = row.offset, place = 0; at <= row.end && place < to; at++) {
      if (this.store.index.typeAt(at) !== type) continue
      if (place++ >= from) offsets.push(at)
    }
    return offsets
  }

  #areOneRun(earlier: number, later: number): boolean {
    const { index } = this.store
    if (index.typeAt(earlier) !== index.typeAt(later)) return false
    for (let between = earlier + 1; between < later; between++) if (!this.#test.isHidden(between)) return false
    return true
  }
}

const blockEnd = (offset: number) => offset - (offset % BLOCK_RECORDS) + BLOCK_RECORDS - 1
const blockBegin = (offset: number) => offset - (offset % BLOCK_RECORDS)
/** A stretch is folded from the checkpoint before it: longer ones fold less twice. */
const PATH_STRETCH = 8_192
/** Records whose payloads are looked at between two looks at the clock. */
const YIELD_EVERY = 64

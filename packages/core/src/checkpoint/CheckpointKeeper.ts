import type { FoldedLog, Known } from '../fold/FoldedLog.ts'
import type { CheckpointEntry, CheckpointStorage, StoredCheckpoint } from '../log/CheckpointStorage.ts'
import type { CheckpointedStore } from '../log/LogCheckpoints.ts'
import type { PlacedRecord } from '../log/LogRecord.ts'
import type { AnySlice } from '../slice/Slice.ts'
import type { Work } from '../work/Work.ts'
import { BATCH_RECORDS } from '../work/Work.ts'
import { notStored } from './checkpointProblems.ts'
import type { CheckpointHead, PackedCheckpoint } from './packCheckpoint.ts'
import { packCheckpoint } from './packCheckpoint.ts'
import type { SliceState } from './packState.ts'
import { thinned } from './thinned.ts'

/**
 * Stores a checkpoint of a log now and then, so that the next opening folds little: in idle moments,
 * behind what the log calls durable, and never two at a time.
 */
export class CheckpointKeeper {
  readonly #storage: CheckpointStorage
  readonly #store: CheckpointedStore
  readonly #build: string
  /** What is stored, with the blocks of those that were read or written here. */
  #stored: { readonly entry: CheckpointEntry; readonly blocks: readonly string[] }[] = []
  readonly #fullOutlines: string[] = []
  /** Offset of the newest that was stored, or tried. */
  #newest = -1
  /** The checkpoint that is being written. */
  writing: Promise<void> | undefined
  #isTold = false
  #isRefused = false

  constructor(storage: CheckpointStorage, store: CheckpointedStore, build: string) {
    this.#storage = storage
    this.#store = store
    this.#build = build
  }

  /** There are these. */
  knows(entries: readonly CheckpointEntry[]): void {
    this.#stored = entries.map((entry) => ({ entry, blocks: [] }))
    this.#newest = entries.findLast(({ build }) => build === this.#build)?.offset ?? -1
  }

  /** Its blocks are there, too. */
  hasRead({ offset, build, blocks }: StoredCheckpoint, { outlines }: CheckpointHead): void {
    this.#stored = this.#stored.map((each) =>
      each.entry.offset === offset && each.entry.build === build ? { entry: each.entry, blocks } : each,
    )
    // The last of them goes on with the log.
    if (offset === this.#newest) this.#fullOutlines.splice(0, Number.POSITIVE_INFINITY, ...outlines.slice(0, -1))
  }

  /** It cannot be read, or is of another log. */
  distrusts({ offset }: CheckpointEntry): void {
    this.#fullOutlines.length = 0
    if (offset === this.#newest) this.#newest = -1
  }

  /** Whether there is one to be stored. Costs nothing: to be asked whenever something was stored. */
  get isDue(): boolean {
    const log = this.#store.log()
    if (this.writing || this.#isRefused || log.fold !== this.#store.fold) return false
    const behind = this.#placeIn(log).offset - this.#newest
    const isFar = behind >= APART_RECORDS || behind * log.msPerRecord >= log.options.seekBudgetMs * APART_SEEKS
    return isFar && behind >= APART_RECORDS_MIN
  }

  due(): Work<void> | undefined {
    const log = this.#store.log()
    return this.isDue ? this.#keep(log, this.#placeIn(log)) : undefined
  }

  /** The newest state of which all records survive a crash, and behind which there is enough to undo. */
  #placeIn(log: FoldedLog): Known {
    return log.checkpointBefore(Math.min(this.#store.durableTo(), log.head - recordsToUndo(log)))
  }

  *#keep(log: FoldedLog, { offset, state }: Known): Work<void> {
    this.#newest = offset
    try {
      const packed = yield* packCheckpoint(
        {
          offset,
          build: this.#build,
          id: (log.records.at(offset) as PlacedRecord).id,
          slices: sliceStates(this.#store.slices, state),
          voids: log.voids.list(0, offset),
          records: log.records,
          fullOutlines: this.#fullOutlines,
        },
        new Set(this.#stored.flatMap(({ blocks }) => blocks)),
      )
      this.#write(packed)
    } catch (thrown) {
      // It will not be otherwise the next time.
      this.#isRefused = true
      this.#tell(offset, thrown)
    }
  }

  #write({ checkpoint, fresh }: PackedCheckpoint): void {
    const entry: CheckpointEntry = { offset: checkpoint.offset, build: checkpoint.build }
    const others = this.#stored.filter((each) => each.entry.offset !== entry.offset || each.entry.build !== entry.build)
    const stored = [...others, { entry, blocks: checkpoint.blocks }]
    const gone = thinned(
      stored.map((each) => each.entry),
      { build: this.#build, keep: CHECKPOINTS_MAX },
    )
    const storage = this.#storage
    this.writing = Promise.resolve()
      .then(() => storage.write(checkpoint, fresh, gone))
      .then(
        () => {
          this.#stored = stored.filter((each) => !gone.includes(each.entry))
        },
        (thrown: unknown) => {
          // Whatever is there: the next one brings all of its blocks.
          this.#stored = this.#stored.map((each) => ({ entry: each.entry, blocks: [] }))
          this.#tell(checkpoint.offset, thrown)
        },
      )
      .finally(() => {
        this.writing = undefined
      })
  }

  #tell(offset: number, thrown: unknown): void {
    if (this.#isTold) return
    this.#isTold = true
    this.#store.report(notStored(offset, thrown))
  }
}

/**
 * Records at the end of a log that are folded anew when it is opened: as many as an undo may take back
 * at once, and more. What is known of them is the same after a reload.
 */
export const recordsToUndo = ({ msPerRecord, options }: FoldedLog): number =>
  Math.max(BATCH_RECORDS, Math.min(UNDO_RECORDS_MAX, Math.ceil((2 * options.seekBudgetMs) / msPerRecord)))

/** Slices with their states. */
export const sliceStates = (slices: readonly AnySlice[], state: Known['state']): readonly SliceState[] =>
  slices.map(({ name, version, initial }) => ({ name, version, initial, state: state[name] }))

const UNDO_RECORDS_MAX = 1_024
/** Records between two that are stored, or so many times the seek budget of fold cost, of at least a few records. */
const APART_RECORDS = 2_048
const APART_SEEKS = 4
const APART_RECORDS_MIN = 64
/** Checkpoints that a log keeps: the newest, and some all over the past. */
export const CHECKPOINTS_MAX = 12

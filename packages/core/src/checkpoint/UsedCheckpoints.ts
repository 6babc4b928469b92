import type { CheckpointedLog } from '../log/CheckpointedLog.ts'
import type { CheckpointEntry, CheckpointStorage, MaybePromise } from '../log/CheckpointStorage.ts'
import type { CheckpointedStore, CheckpointUse, Opening } from '../log/LogCheckpoints.ts'
import { providePacking } from '../log/packing.ts'
import * as packing from '../pack/packing.ts'
import type { Waiting } from '../work/Waiting.ts'
import { settle, waitFor } from '../work/Waiting.ts'
import type { Work } from '../work/Work.ts'
import { CheckpointKeeper } from './CheckpointKeeper.ts'
import { ignored, ofAnotherBuild } from './checkpointProblems.ts'
import { OpenedPast } from './OpenedPast.ts'
import type { RestoredCheckpoint } from './readCheckpoint.ts'
import { blocksOfHead, misfit, readHead, restore } from './readCheckpoint.ts'

/** One store's use of the checkpoints of its log. */
export class UsedCheckpoints implements CheckpointUse {
  readonly #storage: CheckpointStorage
  readonly #log: CheckpointedLog
  readonly #store: CheckpointedStore
  readonly #keeper: CheckpointKeeper | undefined
  /** Checkpoints of this build that may be of use, the newest last. */
  #usable: CheckpointEntry[] = []
  #isTold = false

  constructor(storage: CheckpointStorage, log: CheckpointedLog, store: CheckpointedStore) {
    providePacking(packing)
    this.#storage = storage
    this.#log = log
    this.#store = store
    const { build } = store
    this.#keeper = build === undefined ? undefined : new CheckpointKeeper(storage, store, build)
  }

  open(): MaybePromise<Opening> {
    return settle(this.#open())
  }

  *#open(): Waiting<Opening> {
    let restored: RestoredCheckpoint | undefined
    const begin = (head: number) =>
      settle(
        this.#begin(head, (found) => {
          restored = found
        }),
      )
    const opened = yield* waitFor(this.#log.openFrom(this.#store.reader, begin))
    return yield* OpenedPast.of(opened, restored, {
      store: this.#store,
      log: this.#log,
      ignore: (thrown) => restored && this.#ignore(this.#entryAt(restored.offset), thrown),
      earlier: (offset) => this.#find(offset),
    })
  }

  /** Where the store can begin. */
  *#begin(head: number, found: (restored: RestoredCheckpoint | undefined) => void): Waiting<number> {
    const { build, report } = this.#store
    if (build === undefined) return 0
    const entries = yield* waitFor(this.#storage.list())
    this.#keeper?.knows(entries)
    this.#usable = entries.filter((entry) => entry.build === build && entry.offset <= head)
    const restored = yield* this.#find(head)
    const other = entries.at(-1)
    if (!restored && other && !entries.some((entry) => entry.build === build)) report(ofAnotherBuild(other, build))
    found(restored)
    return restored?.offset ?? 0
  }

  /** The newest checkpoint up to an offset that can be read. */
  *#find(offset: number): Waiting<RestoredCheckpoint | undefined> {
    for (;;) {
      const entry = this.#usable.findLast((each) => each.offset <= offset)
      if (!entry) return undefined
      try {
        return yield* this.#read(entry)
      } catch (thrown) {
        this.#ignore(entry, thrown)
      }
    }
  }

  *#read(entry: CheckpointEntry): Waiting<RestoredCheckpoint> {
    const { slices } = this.#store
    const stored = yield* waitFor(this.#storage.read(entry))
    if (!stored) throw new Error('it is not there any more')
    const head = readHead(stored)
    const why = misfit(head, slices)
    if (why !== undefined) throw new Error(why)
    const restored = restore(head, slices, yield* waitFor(this.#storage.blocks(blocksOfHead(head, slices))))
    this.#keeper?.hasRead(stored, head)
    return restored
  }

  #ignore(entry: CheckpointEntry | undefined, thrown: unknown): void {
    if (!entry) return
    this.#usable = this.#usable.filter((each) => each !== entry)
    this.#keeper?.distrusts(entry)
    // What is wrong with one is mostly wrong with those before it, too.
    if (!this.#isTold) this.#store.report(ignored(entry, thrown))
    this.#isTold = true
  }

  #entryAt(offset: number): CheckpointEntry | undefined {
    return this.#usable.find((each) => each.offset === offset)
  }

  async approach(offset: number): Promise<void> {
    const log = this.#store.log()
    const entry = this.#usable.findLast((each) => each.offset <= offset)
    // Reducers that were replaced have another past.
    if (!entry || log.fold !== this.#store.fold || entry.offset <= log.checkpointBefore(offset).offset) return
    const restored = await settle(this.#find(offset))
    if (restored) log.learn(restored)
  }

  get isDue(): boolean {
    return this.#keeper?.isDue ?? false
  }

  due(): Work<void> | undefined {
    return this.#keeper?.due()
  }

  async settled(): Promise<void> {
    await this.#keeper?.writing
  }
}

import { DEV } from '../dev.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { CheckpointedLog } from '../log/CheckpointedLog.ts'
import type { CheckpointStorage } from '../log/CheckpointStorage.ts'
import type { CheckpointedStore, CheckpointUse, LogCheckpoints, Opening } from '../log/LogCheckpoints.ts'
import type { Work } from '../work/Work.ts'

/**
 * Lets stores begin at a checkpoint of a log, and store new ones. For those who write a log:
 * `checkpoints: logCheckpoints(storage, log)`.
 *
 * ```
 *   records      0 ─────────────────────────── 41,000 ── head     on the disk
 *   checkpoints     ■         ■         ■         ■
 *   opening                                       └─────►         reads one, and what is behind it
 *   seek              └──►                                        reads another, and folds from there
 * ```
 *
 * What does it is loaded while such a store opens its log: a program that names no `build` never
 * loads it.
 */
export const logCheckpoints = (storage: CheckpointStorage, log: CheckpointedLog): LogCheckpoints => ({
  usedBy: (store) => (store.build === undefined ? undefined : new LoadedUse(storage, log, store)),
})

class LoadedUse implements CheckpointUse {
  readonly #store: CheckpointedStore
  readonly #load: () => Promise<CheckpointUse>
  #use: CheckpointUse | undefined

  constructor(storage: CheckpointStorage, log: CheckpointedLog, store: CheckpointedStore) {
    this.#store = store
    this.#load = async () => {
      const { UsedCheckpoints } = await import('./UsedCheckpoints.ts')
      return new UsedCheckpoints(storage, log, store)
    }
  }

  async open(): Promise<Opening | undefined> {
    try {
      this.#use = await this.#load()
    } catch (thrown) {
      this.#store.report(partNotLoaded(thrown))
      return undefined
    }
    return this.#use.open()
  }

  async approach(offset: number): Promise<void> {
    await this.#use?.approach(offset)
  }

  get isDue(): boolean {
    return this.#use?.isDue ?? false
  }

  due(): Work<void> | undefined {
    return this.#use?.due()
  }

  async settled(): Promise<void> {
    await this.#use?.settled()
  }
}

const partNotLoaded = (thrown: unknown) =>
  new PlayheadError({
    code: 'store/part-not-loaded',
    severity: 'warning',
    cause: thrown,
    message: DEV
      ? `The part of Playhead that reads and writes stored checkpoints could not be loaded: ${messageOf(thrown)}. All records are read and folded instead, which takes longer. Was a newer version of the app deployed? Keep the files of the old one for a while.`
      : [messageOf(thrown)],
  })

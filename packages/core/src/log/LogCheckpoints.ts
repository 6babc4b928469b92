import type { PlayheadError } from '../error/PlayheadError.ts'
import type { Fold } from '../fold/Fold.ts'
import type { FoldedLog, FoldedLogOptions } from '../fold/FoldedLog.ts'
import type { AnySlice } from '../slice/Slice.ts'
import type { Work } from '../work/Work.ts'
import type { MaybePromise } from './CheckpointStorage.ts'
import type { LogReader } from './EventLog.ts'
import type { PlacedRecord } from './LogRecord.ts'

/**
 * How stores use the checkpoints of a log: `logCheckpoints(storage)` makes one. It comes with the
 * log, so that an app whose log keeps none does not carry the code.
 */
export interface LogCheckpoints {
  /** For one store, before it opens the log; `undefined` where it has no use for them. */
  usedBy(store: CheckpointedStore): CheckpointUse | undefined
}

/** What using checkpoints takes of a store. */
export interface CheckpointedStore {
  readonly reader: LogReader
  /** Which build of the app it is; none where it does not say. */
  readonly build: string | undefined
  readonly slices: readonly AnySlice[]
  readonly fold: Fold
  readonly budgets: FoldedLogOptions
  /** The log as it is now. */
  log(): FoldedLog
  /** Stored records in the shape of today. */
  upToDate(stored: readonly PlacedRecord[]): readonly PlacedRecord[]
  /** Records up to here survive a crash. */
  durableTo(): number
  report(problem: PlayheadError): void
}

/** A store's use of the checkpoints of its log. */
export interface CheckpointUse {
  /** Opens the log, with as few of its records as the store can begin with; `undefined` where it cannot, and the store is to open it. */
  open(): MaybePromise<Opening | undefined>
  /** Makes a state near a place known, if one is stored, so that the way there is short. */
  approach(offset: number): Promise<void>
  /** Whether one is due to be stored. Costs nothing. */
  readonly isDue: boolean
  /** A checkpoint to be stored, for idle moments; `undefined` where none is due. */
  due(): Work<void> | undefined
  /** Resolves when what is being stored is stored, or could not be. */
  settled(): Promise<void>
}

/** A log that was opened, and is to be folded. */
export interface Opening {
  /** Records that there are to fold. */
  readonly total: number
  fold(): Work<FoldedLog>
  /** Brings what the fold broke off for, so that it can go on; `undefined` where it is none of that. */
  recover(thrown: unknown): Promise<void> | undefined
}

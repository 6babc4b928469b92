import type { ActionInfo } from '../action/ActionInfo.ts'
import type { AnyEffect } from '../effect/Effect.ts'
import type { Fold } from '../fold/Fold.ts'
import type { FoldContext } from '../fold/FoldContext.ts'
import type { FoldedLogOptions } from '../fold/FoldedLog.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { SchedulerLike } from '../rx.ts'
import type { AnySlice } from '../slice/Slice.ts'
import type { Slicing } from '../work/Slicing.ts'
import type { Clock, Random } from './ports.ts'
import type { ParkedPolicy } from './StoreOptions.ts'

/** A store's parts, with every default filled in. */
export interface StoreConfig {
  readonly fold: Fold
  readonly context: FoldContext
  readonly log: EventLog
  readonly parked: ParkedPolicy
  readonly actor: string | undefined
  readonly clock: Clock
  readonly random: Random
  readonly payloadBytesMax: number
  readonly effects: readonly AnyEffect[]
  readonly deps: object
  readonly slices: readonly AnySlice[]
  readonly scheduler: SchedulerLike
  readonly slicing: Slicing
  readonly budgets: FoldedLogOptions
  readonly build: string | undefined
  readonly recordsInMemoryMax: number
  infoOf(type: string): ActionInfo | undefined
}

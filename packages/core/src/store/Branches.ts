import type { ActionInfo } from '../action/ActionInfo.ts'
import type { AnyEffect } from '../effect/Effect.ts'
import type { EventLog } from '../log/EventLog.ts'
import type { Offset } from '../log/Offset.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { AnySlice } from '../slice/Slice.ts'
import type { TimelineOfStore } from '../timeline/createTimeline.ts'
import type { ForkOptions } from '../timeline/ForkOptions.ts'
import type { LiveEnd } from './LiveEnd.ts'
import type { Inherited } from './layOutBranch.ts'
import { layOutBranch } from './layOutBranch.ts'
import type { RecordLoader } from './RecordLoader.ts'
import type { Store } from './Store.ts'
import type { StoreConfig } from './StoreConfig.ts'
import { parkedStore } from './storeErrors.ts'

export interface BranchesParts {
  readonly config: StoreConfig
  readonly liveEnd: LiveEnd
  readonly loader: RecordLoader
  readonly timeline: () => TimelineOfStore
  infoOf(type: string): ActionInfo | undefined
  /** The slices and effects that there are now. */
  slices(): readonly AnySlice[]
  effects(): readonly AnyEffect[]
  open(config: StoreConfig, inherited: Inherited): Store
}

/** The branches of a store: those that are asked for, and the one that a parked store acts on. */
export class Branches {
  readonly #parts: BranchesParts
  /** A branch that is looked at and acted on in the place of this store. */
  shown: Store | undefined

  constructor(parts: BranchesParts) {
    this.#parts = parts
  }

  /** @throws PlayheadError `timeline/bad-fork` */
  forkAt(at: Offset, options: ForkOptions): Store {
    const { config, liveEnd, loader, infoOf, slices, effects, open } = this.#parts
    const laidOut = layOutBranch(config, { log: liveEnd.log, at, options, infoOf })
    const { inherited } = laidOut
    // What it shares may be in the durable log only, and that is its parent's.
    const log: EventLog = {
      ...laidOut.log,
      async read(from, to) {
        await loader.load({ from, to })
        return [...liveEnd.log.records.range(from, to)]
      },
    }
    return open(
      { ...config, fold: liveEnd.fold, slices: slices(), log, effects: options.effects ? effects() : [] },
      inherited,
    )
  }

  /** State at the playhead of the branch that is shown; `undefined` where none is. */
  shownState(): StateBySlice | undefined {
    return this.shown?.getState() as StateBySlice | undefined
  }

  /**
   * The branch that is acted on instead: the one that is shown, or where the playhead is parked.
   *
   * @throws PlayheadError `dispatch/parked`
   */
  actedOn(): Store | undefined {
    if (this.shown) return this.shown
    const { parked } = this.#parts.config
    if (parked === 'append') return undefined
    const timeline = this.#parts.timeline()
    const { status, offset, head } = timeline.playhead
    if (status === 'live') return undefined
    if (parked === 'refuse') throw parkedStore(offset, head)
    return timeline.branchHere()
  }
}

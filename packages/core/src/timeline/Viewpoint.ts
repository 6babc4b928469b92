import type { Offset } from '../log/Offset.ts'
import { asOffset } from '../log/Offset.ts'
import type { StateBySlice } from '../selector/SelectorMemo.ts'
import type { LiveEnd } from '../store/LiveEnd.ts'
import type { Notifier } from '../store/Notifier.ts'
import type { Store } from '../store/Store.ts'
import type { Playhead } from './Playhead.ts'

/** Away from the live end: parked, or on the move. */
interface Away {
  readonly offset: Offset
  readonly state: StateBySlice
  readonly status: Exclude<Playhead['status'], 'live'>
  /** The branch that was begun here. */
  readonly branch?: Store
}

/** Where state is being looked at, and the state there. Whoever reads is told of each move, once. */
export class Viewpoint {
  readonly #liveEnd: LiveEnd
  readonly #notifier: Notifier
  #away: Away | undefined
  #playhead: Playhead | undefined

  constructor(liveEnd: LiveEnd, notifier: Notifier) {
    this.#liveEnd = liveEnd
    this.#notifier = notifier
  }

  /** The same object until something moves. */
  get playhead(): Playhead {
    const { log } = this.#liveEnd
    const head = asOffset(log.head)
    const { offset, status } = this.#away ?? { offset: head, status: 'live' }
    const shown = this.#playhead
    if (shown?.offset === offset && shown.head === head && shown.status === status) return shown
    this.#playhead = { offset, head, status, time: offset < 0 ? undefined : log.records.timeAt(offset) }
    return this.#playhead
  }

  get state(): StateBySlice {
    return this.#away?.state ?? this.#liveEnd.state
  }

  get branch(): Store | undefined {
    return this.#away?.branch
  }

  /** Moves, or only takes another status. A state that is known already spares the replay. */
  moveTo(offset: number, status: Away['status'], known?: StateBySlice): Playhead {
    const here = this.#away
    // A branch that was begun here goes on when the playhead comes to where it is.
    if (here?.offset === offset) {
      if (here.status === status) return this.playhead
      this.#away = { ...here, status }
    } else {
      this.#away = { offset: asOffset(offset), status, state: known ?? this.#liveEnd.log.stateAt(offset) }
    }
    this.#notifier.notify()
    return this.playhead
  }

  goLive(): Playhead {
    if (this.#away) {
      this.#away = undefined
      this.#notifier.notify()
    }
    return this.playhead
  }

  /** Remembers the branch that dispatches here go to. While live, that parks at the head. */
  branchesTo(branch: Store): void {
    const { offset } = this.playhead
    this.#away = { offset, status: 'parked', state: this.state, branch }
  }

  /** The log was folded by other reducers: what was kept of the old fold is not true any more. Tells nobody. */
  refolded(): void {
    if (this.#away) this.#away = { ...this.#away, state: this.#liveEnd.log.stateAt(this.#away.offset) }
  }
}

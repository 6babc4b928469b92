import type { Observable } from '../rx.ts'
import type { Store } from '../store/Store.ts'
import type { Place, Playhead } from './Playhead.ts'

/** Where a branch begins. */
export interface ForkOptions {
  /** Newest record to share with the parent. Default: the playhead. */
  readonly at?: Place
}

/** Moves the playhead. Moving it runs no effect and appends nothing. */
export interface Timeline<State extends object = object> {
  /** Where the playhead stands. The same object until it moves or the head does. */
  readonly playhead: Playhead
  /** The playhead now, and each change of it. */
  readonly playhead$: Observable<Playhead>
  /**
   * Views state as it was just after `place`, and parks there.
   *
   * The state has moved when this returns, where the records are in memory; the promise is
   * then resolved already.
   *
   * Rejects with `timeline/past-head` beyond the head, `timeline/no-such-offset` for a fraction
   * or anything below −1, `timeline/bad-place` for an invalid date.
   */
  seek(place: Place): Promise<Playhead>
  /** Moves by so many records, backwards if negative, and stops at either end. */
  step(records: number): Promise<Playhead>
  /** Follows the head again: the very live state, not a refold of it. */
  live(): Playhead
  /**
   * A store on a branch: it shares the records up to a place with this one, and appends its
   * own to a log in memory. This store stays as it is.
   *
   * @throws PlayheadError as `seek` rejects
   */
  fork(options?: ForkOptions): Store<State>
  /** Branches that dispatches have begun while parked, where the store was created with `parked: 'fork'`. */
  readonly branch$: Observable<Store<State>>
}

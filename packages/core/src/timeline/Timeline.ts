import type { PlacedRecord } from '../log/LogRecord.ts'
import type { Observable } from '../rx.ts'
import type { Selector } from '../selector/Selector.ts'
import type { Store, View } from '../store/Store.ts'
import type { Blame, SearchOptions } from './Blame.ts'
import type { ForkOptions } from './ForkOptions.ts'
import type { Origin } from './Origin.ts'
import type { Place, Playhead } from './Playhead.ts'
import type { PlayFromOptions, PlayOptions, PlayRange } from './PlayOptions.ts'
import type { DiffOptions, Path, StateChange } from './StateChange.ts'

/**
 * Moves the playhead, and compares, explains and branches the past. Moving it runs no effect
 * and appends nothing.
 *
 * While it plays, as people know it from players: `seek` goes on playing from there, `step`
 * and `pause` park, `live` stops and follows the head. Records that are appended meanwhile are
 * played when it comes to them.
 */
export interface Timeline<State extends object = object> {
  /** Where the playhead stands. The same object until it moves or the head does. */
  readonly playhead: Playhead
  /** The playhead now, and each change of it. */
  readonly playhead$: Observable<Playhead>
  /**
   * Views state as it was just after `place`, and parks there; while it plays, it goes on from there.
   *
   * The state has moved when this returns, where the records are in memory; the promise is
   * then resolved already. Where they are not, the status is `seeking` until they are.
   *
   * Rejects with `timeline/past-head` beyond the head, `timeline/no-such-offset` for a fraction
   * or anything below −1, `timeline/bad-place` for an invalid date.
   */
  seek(place: Place): Promise<Playhead>
  /** Moves by so many records, backwards if negative, and stops at either end. Parks there, also while it plays. */
  step(records: number): Promise<Playhead>
  /** Follows the head again: the very live state, not a refold of it. Ends whatever moves the playhead. */
  live(): Playhead
  /**
   * Moves forward with the recorded gaps between records, divided by `speed`; live again at the
   * head. Records that are due within one frame (16 ms) are one move and one notification.
   *
   * At the head it begins before the first record, as players do at the end of a film. Played
   * again while it plays, it goes on with the new options.
   *
   * Time comes from the store's `scheduler`.
   *
   * @throws PlayheadError `timeline/bad-speed` for a speed outside 0.25 … 64, or a `maxIdleMs` below 0
   * @throws PlayheadError as `seek` rejects, for `from`
   */
  play(options?: PlayFromOptions): Playhead
  /** Parks where it is; at the head when live. Ends `play`, `loop` and `runUntil`. */
  pause(): Playhead
  /**
   * Plays a range again and again, until something ends it. The last record is viewed as long as
   * it was in the recording, then the first place again.
   *
   * A `seek` out of the range leaves the loop, and plays on.
   *
   * @throws PlayheadError `timeline/bad-range` where `from` is not before `to`
   * @throws PlayheadError `timeline/bad-speed`, and as `seek` rejects
   */
  loop(range: PlayRange, options?: PlayOptions): Playhead
  /**
   * Moves forward, as fast as records fold and in slices of time, to the first record after which
   * `stop` answers true, and parks there. The playhead moves along, one move a slice, with the
   * status `seeking`. Resolves to `undefined` where it never did; the playhead is then live.
   * `from` is where it sets out, by default the playhead: the record there is not asked about.
   *
   * `stop` is given the state just after the record; the view is for this one call. It must not
   * dispatch, nor move the playhead.
   *
   * Rejects with `timeline/predicate-threw` and the record when `stop` throws, with the signal's
   * reason when it is aborted, with `timeline/interrupted` when something else moves the playhead.
   * The playhead is then parked where the run had come to, unless it was moved.
   */
  runUntil(
    stop: (view: View<State>, record: PlacedRecord) => boolean,
    options?: SearchOptions,
  ): Promise<Playhead | undefined>
  /**
   * A store on a branch: it shares the records up to a place, or up to the first change, with
   * this one and appends its own to a log in memory. This store stays as it is. Effects are off.
   *
   * With changes, the branch is there at once and views the state before the first of them; it
   * is `ready` when its records have been folded, in slices of time, as `progress$` tells. Dispatches
   * wait until then, and `close` abandons it. A change that makes no difference to the state of
   * the log costs no fold.
   *
   * @throws PlayheadError as `seek` rejects, for `at`
   * @throws PlayheadError `timeline/bad-fork` with the offset and the reason: there is no such record, an
   * action is refused (the `cause`), one record is both left out and replaced, or named twice in `order`
   */
  fork(options?: ForkOptions): Store<State>
  /** Where this branch came from; `undefined` for a store that is no branch. */
  readonly origin: Origin | undefined
  /** Branches that dispatches have begun while parked, where the store was created with `parked: 'fork'`. A branch begun while playing pauses it. */
  readonly branch$: Observable<Store<State>>
  /**
   * What is different at `after`, seen from `before`; either may be the later one. Costs what has
   * changed, and two seeks.
   *
   * Values are compared as they are stored, not by reference. Tables are compared row by row,
   * maps key by key, arrays index by index; a set, a date and bytes are one value each, and so
   * is a map whose order has changed. That a row stands elsewhere in its table is no change.
   *
   * @throws PlayheadError as `seek` rejects
   */
  diff(before: Place, after: Place, options?: DiffOptions): readonly StateChange[]
  /**
   * The records that changed the value at a path, or of a selector, newest first, beginning at the
   * playhead. Each is searched for when it is asked for, in slices of time; no state is kept.
   * What comes into the log after the call is not searched.
   *
   * ```ts
   * for await (const { record, before, after } of timeline.blame(['ledger', 'accounts', id, 'minor'])) break
   * ```
   *
   * Where there is nothing at the path, or the selector throws, the value is `undefined`.
   *
   * @throws PlayheadError `timeline/bad-path` for a path that begins with no slice of the store; as `seek` rejects, for `from`
   */
  blame(target: Path | Selector<unknown>, options?: SearchOptions): AsyncIterable<Blame>
}

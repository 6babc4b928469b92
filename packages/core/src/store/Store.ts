import type { Dispatch, Dispatchable } from '../action/Action.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import type { Observable } from '../rx.ts'
import type { Selector } from '../selector/Selector.ts'
import type { Connection, StreamSource } from '../stream/StreamSource.ts'
import type { Place } from '../timeline/Playhead.ts'
import type { Timeline } from '../timeline/Timeline.ts'

/** State at one place. */
export interface View<State extends object = object> {
  /**
   * The selector's value at this place.
   *
   * @throws PlayheadError `slice/not-added` when the store has no such slice
   */
  get<T>(selector: Selector<T>): T
  /** State by slice name. */
  getState(): State
}

/**
 * The log, its fold and its playhead. `get`, `getState`, `select`, `state$` and `subscribe`
 * follow the playhead; `action$` and `live` follow the head.
 *
 * `State` is by slice name and matters to `getState` and Redux code only; selectors bring
 * their own types.
 */
export interface Store<State extends object = object> extends View<State> {
  readonly dispatch: Dispatch
  /**
   * Resolves when the record of a dispatched action survives a crash. Takes what `dispatch`
   * returned. Rejects with `log/memory-only` in a store without a durable log, and with the
   * log's own error when it could not be stored.
   */
  durable(action: Dispatchable): Promise<void>
  /** Live records, after they were folded. Never a replayed one. */
  readonly action$: Observable<LogRecord>
  /** State at the playhead: now, and after every dispatch and move. */
  readonly state$: Observable<State>
  /** What failed outside anybody's `catch`, with the record that was being handled. */
  readonly error$: Observable<PlayheadError>
  readonly timeline: Timeline<State>
  /** The state at the head, wherever the playhead stands. */
  readonly live: View<State>
  /**
   * Resolves when the log has been opened and folded. Until then dispatches queue. Rejects
   * with `log/open-failed`; the store then goes on in memory.
   */
  readonly ready: Promise<void>
  /**
   * Calls `listener` after a dispatch or a move that has changed the selector's value, and gives
   * the way to stop it. What `useSelector` stands on: the cost is that of what has changed,
   * however many watch.
   */
  watch(selector: Selector<unknown>, listener: () => void): () => void
  /** The value now, and each different one after it. */
  select<T>(selector: Selector<T>): Observable<T>
  /**
   * State as of a place, without moving the playhead.
   *
   * @throws PlayheadError `timeline/past-head`, `timeline/no-such-offset`, `timeline/bad-place`
   */
  at(place: Place): View<State>
  /** The record at an offset; `undefined` where the log has none. */
  recordAt(offset: number): PlacedRecord | undefined
  /**
   * Dispatches what a stream emits, also while the playhead is parked: streams bring what
   * happens outside. An emission that is refused goes to `error$`, and so does the stream's error.
   */
  connect(source: StreamSource<Dispatchable>): Connection
  connect<T>(
    source: StreamSource<T>,
    toAction: (value: T) => Dispatchable | readonly Dispatchable[] | undefined,
  ): Connection
  /** Redux's: called after every dispatch and every move of the playhead. Returns the way to stop it. */
  subscribe(listener: () => void): () => void
  /**
   * Redux's: react-redux asks for it by type. Swaps the reducers adopted with `fromReducer`
   * and folds the log again.
   *
   * @throws PlayheadError `redux/replace-reducer` when the store has other slices
   */
  // `any`: Redux types the action by the store's own union, which is not kept.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  replaceReducer(reducer: (state: State | undefined, action: any) => State): void
  /** Stores what is left, ends every stream and lets go of the log. A dispatch afterwards is refused. */
  close(): Promise<void>
  /** So that RxJS `from(store)`, Redux code and other stream libraries can read state. */
  [Symbol.observable](): StateSource<State>
}

/** The least that stream libraries agree on. RxJS's `Observable` type does not declare `Symbol.observable`, Redux asks for it. */
export interface StateSource<State> {
  subscribe(observer: { next?(state: State): void }): Connection
  [Symbol.observable](): StateSource<State>
}

import type { Action, Dispatch, Dispatchable } from '../action/Action.ts'
import type { Effect } from '../effect/Effect.ts'
import type { Run, RunChange } from '../effect/Run.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord, PlacedRecord } from '../log/LogRecord.ts'
import type { Observable } from '../rx.ts'
import type { Selector } from '../selector/Selector.ts'
import type { AnySlice, Flat, Slice } from '../slice/Slice.ts'
import type { Connection, StreamSource } from '../stream/StreamSource.ts'
import type { Place } from '../timeline/Playhead.ts'
import type { Timeline } from '../timeline/Timeline.ts'
import type { Undoable, UndoGroup, UndoTarget } from '../undo/UndoStep.ts'
import type { Voided } from '../undo/voided.ts'
import type { Progress } from '../work/Progress.ts'

/** State at one place. */
export interface View<State extends object = object> {
  /**
   * The selector's value at this place.
   *
   * @throws PlayheadError `slice/not-added` when the store has no such slice
   * @throws PlayheadError `slice/catching-up` when it was added late and is not there yet
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
 * their own types. `Deps` is what effects that are added later may need.
 */
export interface Store<State extends object = object, Deps extends object = object> extends View<State> {
  readonly dispatch: Dispatch
  /**
   * Resolves when the record of a dispatched action survives a crash. Takes what `dispatch`
   * returned. Rejects with `log/memory-only` in a store without a durable log, and with the
   * log's own error when it could not be stored.
   */
  durable(action: Dispatchable): Promise<void>
  /**
   * Live records, after they were folded. Never a replayed one. They are given as they were
   * accepted, without an `offset`: with a log on disk or a network they have none yet.
   */
  readonly action$: Observable<LogRecord>
  /**
   * The live records whose topic fits a pattern: `store.topic('bank.account.*.opened')`. `*` is
   * one word, `#` zero or more. However many listen, a record costs its number of words.
   *
   * @throws PlayheadError `topic/bad-pattern`, `topic/too-many-hashes`
   */
  topic(pattern: string): Observable<LogRecord>
  /** State at the playhead: now, and after every dispatch and move. */
  readonly state$: Observable<State>
  /** What failed outside anybody's `catch`, with the record that was being handled. */
  readonly error$: Observable<PlayheadError>
  /** The newest 10,000 runs of effects, as they stand now, oldest first. Each read makes them anew. */
  readonly runs: readonly Run[]
  /** What happens to runs from now on: started, sent a record, cancelled by a record, failed, … */
  readonly runs$: Observable<RunChange>
  /**
   * Takes back the last own step that counts, or another: appends a record `playhead/voided`, from
   * which on state is the fold of the other records. What the step led to goes with it. Earlier
   * places show it as ever. Gives what was dispatched; `undefined` where there is nothing to undo,
   * and from inside a subscriber, where it is done next and a refusal goes to `error$`.
   *
   * Own steps are those of the store's `actor`. It works on the live state, wherever the playhead stands.
   *
   * @throws PlayheadError `undo/refused` where something of it is not declared `undoable`
   * @throws PlayheadError `undo/too-far` where folding again takes longer than `seekBudgetMs`
   * @throws PlayheadError `timeline/not-loaded`, `dispatch/parked`, `store/closed`
   */
  undo(target?: UndoTarget): Action<'playhead/voided', Voided> | undefined
  /**
   * Brings back what was undone last, or another step: appends a void of the void. A new undoable
   * action by the same actor leaves nothing to redo; what is named is redone all the same.
   *
   * @throws PlayheadError as `undo` does
   */
  redo(target?: UndoTarget): Action<'playhead/voided', Voided> | undefined
  /** What `undo()` and `redo()` would do now. The same object until that changes. */
  readonly undoable: Undoable
  readonly undoable$: Observable<Undoable>
  /**
   * Begins a group: what is dispatched with it is one step for undo, at once or over time.
   * `store.group('Move the card').dispatch([…])`.
   */
  group(name: string): UndoGroup
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
   * @throws PlayheadError `timeline/not-loaded` where the records are on the disk alone; `load` brings them
   */
  at(place: Place): View<State>
  /**
   * Resolves when the records from one offset to another, both included, are in memory: those of
   * a durable log may be on the disk alone. Default: all of them. Records that were loaded may be
   * dropped again when others are wanted.
   *
   * Rejects with the log's own error, and with `log/not-read` where it has not got them any more.
   */
  load(range?: { readonly from?: number; readonly to?: number }): Promise<void>
  /** The record at an offset; `undefined` where the log has none, or where it is not in memory. */
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
  /**
   * Adds a slice while the store runs. It folds the log behind the scenes, in slices of time, and
   * appears when it has caught up, what was dispatched meanwhile included: `ready` then gives
   * this store, whose state type now has the slice.
   *
   * @throws PlayheadError `store/duplicate-slice`, `slice/duplicate-case`
   */
  add<const Name extends string, S>(
    slice: Slice<Name, S>,
  ): Added<Store<Flat<Omit<State, Name> & { readonly [N in Name]: S }>, Deps>>
  /**
   * Adds an effect while the store runs; removing it stops its runs. What it needs must be among
   * the store's dependencies.
   *
   * @throws PlayheadError `store/duplicate-effect`
   */
  add(effect: Effect<Deps>): Added<Store<State, Deps>>
  /**
   * Replaces slices by others of the same names, as hot module replacement does. The log is
   * folded by the new reducers behind the scenes; the state of before stays until that is done,
   * and the playhead stays where it is. Resolves when the new state is shown, with one
   * notification. A replacement that comes before the one before it is done takes it over.
   *
   * A new reducer that throws quarantines the record in its slice; `error$` tells the first of each slice.
   *
   * Rejects with `slice/not-added` for a name that the store has not got, `slice/duplicate-case`,
   * and `store/closed`; the slices of before then stay.
   */
  replace(slices: AnySlice | readonly AnySlice[]): Promise<void>
  /** How far long work is that the store does behind the scenes, and `undefined` while there is none: now, and each change. */
  readonly progress$: Observable<Progress | undefined>
  /** Stores what is left, ends every stream and lets go of the log. A dispatch afterwards is refused. */
  close(): Promise<void>
  /** So that RxJS `from(store)`, Redux code and other stream libraries can read state. */
  [Symbol.observable](): StateSource<State>
}

/** A slice or effect that was added at run time. */
export interface Added<S> {
  /**
   * Resolves with the store when the slice has caught up with the log; at once for an effect. Rejects with
   * `slice/removed` when it is removed before, with `store/closed` when the store is closed.
   * Nobody has to handle that.
   */
  readonly ready: Promise<S>
  /** Takes the slice out again, with its state, or the effect, with its runs. The records stay, as all do. */
  remove(): void
}

/** The least that stream libraries agree on. RxJS's `Observable` type does not declare `Symbol.observable`, Redux asks for it. */
export interface StateSource<State> {
  subscribe(observer: { next?(state: State): void; complete?(): void }): Connection
  [Symbol.observable](): StateSource<State>
}

import type { Dispatch } from '../action/Action.ts'
import type { ActionInfo } from '../action/ActionInfo.ts'
import type { AnyEffect } from '../effect/Effect.ts'
import { EFFECT } from '../effect/Effect.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import type { FoldContext } from '../fold/FoldContext.ts'
import { foldOfReducer } from '../fold/foldOfReducer.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { Observable } from '../rx.ts'
import { distinctUntilChanged } from '../rx.ts'
import type { Selector } from '../selector/Selector.ts'
import type { AnySlice } from '../slice/Slice.ts'
import { PROGRAM } from '../slice/Slice.ts'
import { underObservableKeys } from '../stream/observableSymbol.ts'
import { resolvePlace } from '../timeline/resolvePlace.ts'
import type { Timeline } from '../timeline/Timeline.ts'
import { topicStreams } from '../topic/topicStreams.ts'
import type { Undo } from '../undo/createUndo.ts'
import type { Background } from './Background.ts'
import type { Branches } from './Branches.ts'
import type { Connections } from './Connections.ts'
import type { MovingView } from './createView.ts'
import { createView } from './createView.ts'
import type { Durability } from './Durability.ts'
import type { ErrorChannel } from './ErrorChannel.ts'
import type { LiveEnd } from './LiveEnd.ts'
import type { Notifier } from './Notifier.ts'
import type { RecordLoader } from './RecordLoader.ts'
import type { Refolds } from './Refolds.ts'
import type { SliceChanges } from './SliceChanges.ts'
import type { Store } from './Store.ts'
import type { StoreEffects } from './StoreEffects.ts'
import { stateSource } from './stateSource.ts'
import { cannotReplaceReducer, neverStored } from './storeErrors.ts'

/** What a store shows of itself. */
export interface SurfaceParts {
  readonly context: FoldContext
  readonly ready: Promise<void>
  readonly dispatch: Dispatch
  readonly records$: Observable<LogRecord>
  /** At the playhead, and at the head. */
  readonly viewed: MovingView
  readonly live: MovingView
  readonly timeline: Timeline
  readonly undo: Undo
  readonly branches: Branches
  readonly effects: StoreEffects
  readonly sliceChanges: SliceChanges
  readonly refolds: Refolds
  readonly connections: Connections
  readonly liveEnd: LiveEnd
  readonly loader: RecordLoader
  readonly durability: Durability
  readonly background: Background
  readonly notifier: Notifier
  readonly errors: ErrorChannel
  readonly report: (error: PlayheadError) => void
  infoOf(type: string): ActionInfo | undefined
  catchingUp(selector: Selector<unknown>): PlayheadError | undefined
  close(): Promise<void>
}

/** The store as an app has it. */
export function storeSurface(parts: SurfaceParts): Store {
  const { viewed, live, liveEnd, branches, undo, effects, sliceChanges, notifier, durability, records$ } = parts
  const topics = topicStreams(records$, parts.infoOf, parts.report)
  const store: Store = {
    get: viewed.get,
    getState: viewed.getState,
    watch: viewed.watch,
    live,
    ready: parts.ready,
    timeline: parts.timeline,
    dispatch: parts.dispatch,
    durable: (action) =>
      parts.infoOf(action.type)?.ephemeral ? Promise.reject(neverStored(action.type)) : durability.durable(action),
    action$: notifier.handedOut((subscriber) => records$.subscribe(subscriber)),
    topic(pattern) {
      const fitting$ = topics(pattern)
      return notifier.handedOut((subscriber) => fitting$.subscribe(subscriber))
    },
    state$: notifier.values(viewed.getState),
    error$: parts.errors.error$,
    undo: (target) => (branches.actedOn() ?? undo).undo(target),
    redo: (target) => (branches.actedOn() ?? undo).redo(target),
    get undoable() {
      return undo.undoable
    },
    undoable$: notifier.values(() => undo.undoable).pipe(distinctUntilChanged()),
    group: undo.group,
    get runs() {
      return effects.journal.runs
    },
    runs$: effects.journal.runs$,
    select: (selector) =>
      notifier.values(
        () => viewed.get(selector),
        (listener) => viewed.watch(selector, listener),
      ),
    at(place) {
      const state = liveEnd.log.stateAt(resolvePlace(place, liveEnd.log, 'read at'))
      return createView(() => state, parts.catchingUp)
    },
    recordAt: (offset) => liveEnd.log.records.at(offset),
    load: ({ from = 0, to = liveEnd.log.head } = {}) => parts.loader.load({ from, to }),
    connect: (...given: Parameters<Connections['add']>) => parts.connections.add(...given),
    subscribe: (listener) => notifier.listen(listener),
    replaceReducer(reducer) {
      if (!liveEnd.fold.adopted) throw cannotReplaceReducer()
      sliceChanges.replacedByReducer()
      parts.refolds.atOnce(foldOfReducer(reducer as Parameters<typeof foldOfReducer>[0], parts.context))
    },
    progress$: parts.background.progress$,
    add(added: AnySlice | AnyEffect) {
      if (EFFECT in added) return { ready: Promise.resolve(store as never), remove: effects.add(added) }
      const ready = sliceChanges.add(added).then(() => store as never)
      // Nobody has to wait for it.
      ready.catch(() => {})
      return { ready, remove: () => sliceChanges.remove(added) }
    },
    replace: (slices) => sliceChanges.replace(isSlice(slices) ? [slices] : slices),
    close: () => parts.close(),
    ...underObservableKeys(() => stateSource(notifier.values(viewed.getState))),
  }
  return store
}

const isSlice = (slices: AnySlice | readonly AnySlice[]): slices is AnySlice => PROGRAM in slices

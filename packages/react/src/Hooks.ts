import type {
  Dispatch,
  Dispatchable,
  Dispatched,
  Place,
  Playhead,
  Selector,
  Store,
  StreamSource,
  Timeline,
  UndoStep,
} from '@playhead/core'
import type { ReactNode } from 'react'

/** The hooks of a store, or of whichever store a `StoreProvider` brings. */
export interface Hooks {
  /** The selector's value at the playhead. Renders again when that value changes. */
  readonly useSelector: UseSelector
  /** Creators that dispatch; the same object every time. */
  readonly useActions: UseActions
  readonly useDispatch: UseDispatch
  /** The playhead and the means to move it. Renders again on every move and every new record; for buttons only, use `store.timeline`. */
  readonly useTimeline: UseTimeline
  /** What undo and redo would do, and the functions that do it, for buttons and shortcuts. */
  readonly useUndo: UseUndo
  /** The latest value of a stream, which must be the same object from render to render. */
  readonly useStream: UseStream
  /** Another store, or another moment, for the components below: stories, tests, server rendering. */
  readonly StoreProvider: (props: StoreProviderProps) => ReactNode
}

// Named, so that a file which exports the hooks has a short declaration.

export type UseSelector = <T>(selector: Selector<T>) => T

export type UseActions = <Group extends CreatorGroup>(group: Group) => BoundActions<Group>

export type UseDispatch = () => Dispatch

export type UseTimeline = () => TimelineHandle

export type UseUndo = () => UndoHandle

export interface UseStream {
  <T>(source: StreamSource<T>): T | undefined
  <T, Initial>(source: StreamSource<T>, initial: Initial): T | Initial
}

export interface StoreProviderProps {
  readonly store: Store
  /** Shows the store as of this place, without moving its playhead. Dispatches still go to the store. */
  readonly at?: Place
  readonly children?: ReactNode
}

export type CreatorGroup = Readonly<Record<string, (...args: never[]) => Dispatchable>>

/** A group of creators with `dispatch` already applied. */
export type BoundActions<Group> = {
  readonly [K in keyof Group]: Group[K] extends (...args: infer Args) => infer A
    ? (...args: Args) => Dispatched<A>
    : never
}

/** The playhead, and the means to move it: the same functions for good, so they can be handlers and dependencies. */
export interface TimelineHandle
  extends Playhead,
    Pick<Timeline, 'seek' | 'step' | 'live' | 'play' | 'pause' | 'loop' | 'runUntil'> {}

/** Undo and redo of the last own steps. The functions are the same for good, and may be handlers of events. */
export interface UndoHandle {
  /** Takes the last own step back. @throws PlayheadError `undo/refused`, `undo/too-far` */
  readonly undo: () => void
  readonly redo: () => void
  /** On a server, and until a page is hydrated, neither can be done. */
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What `undo` takes back; its `label` is the group's name, else the action type. */
  readonly undoStep: UndoStep | undefined
  readonly redoStep: UndoStep | undefined
}

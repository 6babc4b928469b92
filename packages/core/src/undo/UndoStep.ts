import type { Dispatch } from '../action/Action.ts'
import type { RecordId } from '../log/RecordId.ts'

/** What one `undo` takes back: a record, or those of a group. */
export interface UndoStep {
  /** For a button: the name of the group, else the action type. */
  readonly label: string
  /** Type of its first record. */
  readonly type: string
  /** Of the group's records; what they caused goes with them and is not listed here. */
  readonly ids: readonly RecordId[]
  readonly group?: string
  readonly actor?: string
  /** When it began, in milliseconds since 1970. */
  readonly time: number
}

/** What the undo and redo buttons can do now, for the store's own actor. */
export interface Undoable {
  /** Whether there is a step, and nothing that it caused stands in the way. The step may still be too far back. */
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What `undo()` takes back. */
  readonly undo: UndoStep | undefined
  /** What `redo()` brings back. */
  readonly redo: UndoStep | undefined
}

/**
 * What to undo or redo, when it is not the last own step: certain records, a group, or the last
 * step of somebody else.
 */
export type UndoTarget =
  | { readonly ids: readonly RecordId[] }
  | { readonly group: string | UndoGroup }
  | { readonly actor: string | undefined }

/** Several actions that are one step for undo, dispatched at once or over time. */
export interface UndoGroup {
  /** `<name>#<client>.<number>`: the `group` of its records. */
  readonly id: string
  readonly name: string
  /** The store's `dispatch`, into this group. */
  readonly dispatch: Dispatch
}

/** The name that a group was given. */
export const nameOfGroup = (id: string): string => (id.includes('#') ? id.slice(0, id.lastIndexOf('#')) : id)

import { PlayheadError } from '@playhead/core'
import type { Action } from 'redux'

/** The error of a reducer that wrote to its state, by name; `undefined` where something else was thrown. */
export function mutatingReducer(thrown: unknown, { type }: Action): PlayheadError | undefined {
  if (!(thrown instanceof TypeError) || !WRITES.test(thrown.message)) return undefined
  return new PlayheadError({
    code: 'redux/mutating-reducer',
    cause: thrown,
    message: `The reducer wrote to its state for "${type}": ${thrown.message}. The past would change with it, so the state is frozen in development. Copy what you change: { ...state, field }, or use createSlice of Redux Toolkit.`,
  })
}

/** What Chromium, Firefox and Safari say of writing to a frozen object or array. */
const WRITES =
  /read[- ]only property|object is not extensible|Cannot (?:add|delete) property|Attempted to assign to readonly|can't (?:define|delete|assign)|Cannot define property/i

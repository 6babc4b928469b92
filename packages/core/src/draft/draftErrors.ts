import { shownPath } from '../data/shownPath.ts'
import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'

export const leaked = (cause?: unknown): PlayheadError =>
  new PlayheadError({
    code: 'slice/draft-leaked',
    cause,
    message: DEV
      ? 'A draft was used or kept after the recipe or reducer that it was made for had returned. It would change under its reader. Copy what is needed out of a row inside `update`, and keep no draft in a variable.'
      : [],
  })

export const returnedAndChanged = (): PlayheadError =>
  new PlayheadError({
    code: 'slice/returned-and-changed',
    message: DEV
      ? 'A reducer or recipe changed its draft and returned another value, and only one of the two can be the result. Change the draft and return nothing, or return a new value and leave the draft alone. An arrow function without braces returns what it assigns.'
      : [],
  })

export const returnedPromise = (): PlayheadError =>
  new PlayheadError({
    code: 'slice/returned-promise',
    message: DEV
      ? 'A reducer or recipe returned a promise. Reducers are synchronous: wait in an effect, and dispatch an action when the answer is there.'
      : [],
  })

export const tableInCollection = (path: readonly PropertyKey[]): PlayheadError =>
  new PlayheadError({
    code: 'slice/table-in-collection',
    message: DEV
      ? `There is a table at ${shownPath('state', path)}, inside an array, a map or a set. Tables stand in fields of objects, or in rows of tables: use a table of rows that hold a table.`
      : [shownPath('state', path)],
  })

export const tooDeep = (path: readonly PropertyKey[]): PlayheadError =>
  new PlayheadError({
    code: 'slice/too-deep',
    message: DEV
      ? `State is nested more than ${path.length} levels deep at ${shownPath('state', path.slice(0, 8))}…, or holds itself. It could not be stored. Refer to other parts of state by their keys.`
      : [path.length, shownPath('state', path.slice(0, 8))],
  })

export const holdsItself = (): PlayheadError =>
  new PlayheadError({
    code: 'slice/too-deep',
    message: DEV
      ? 'A part of state was assigned to a field inside itself, and could never be stored. Refer to other parts of state by their keys.'
      : [],
  })

export const badField = (key: PropertyKey): PlayheadError =>
  new PlayheadError({
    code: 'slice/bad-field',
    message: DEV
      ? `Cannot set the field ${String(key)} of state: symbols and \`__proto__\` cannot be stored. Choose another name.`
      : [key],
  })

export const notByDefinition = (what: string): PlayheadError =>
  new PlayheadError({
    code: 'slice/bad-field',
    message: DEV ? `Cannot ${what} of a draft. State is plain data: assign to fields, or delete them.` : [what],
  })

import { DEV } from '../dev.ts'
import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import type { FoldFailure } from '../fold/Fold.ts'
import type { LogRecord } from '../log/LogRecord.ts'

export const reducerThrew = ({ slice, record, thrown }: FoldFailure) =>
  new PlayheadError({
    code: 'fold/reducer-threw',
    record,
    cause: thrown,
    message: `Slice "${slice}" threw on "${record.type}" (record ${record.id}): ${messageOf(thrown)}. The record is kept and left out of this slice, now and in every replay; the other slices folded it.`,
  })

export const unknownType = (record: LogRecord) =>
  new PlayheadError({
    code: 'action/unknown-type',
    record,
    message: DEV
      ? `No slice knows "${record.type}", and no createActions defines it. The record is kept and not folded. Is a slice missing from the store, or the name mistyped?`
      : [record.type],
  })

export const inReducer = () =>
  new PlayheadError({
    code: 'dispatch/in-reducer',
    message: DEV
      ? 'A reducer dispatched. Reducers only compute state: dispatch from an event handler or an effect.'
      : [],
  })

export const inSelector = () =>
  new PlayheadError({
    code: 'dispatch/in-selector',
    message: DEV
      ? 'A selector dispatched. Selectors only read state, and run when they are asked: dispatch from an event handler or an effect.'
      : [],
  })

export const listenerThrew = (thrown: unknown) =>
  new PlayheadError({
    code: 'store/subscriber-threw',
    cause: thrown,
    message: DEV
      ? `A subscriber of the store threw: ${messageOf(thrown)}. The others were called; the state is as it should be.`
      : [messageOf(thrown)],
  })

export const parkedStore = (offset: number, head: number) =>
  new PlayheadError({
    code: 'dispatch/parked',
    message: `Cannot dispatch while the playhead is parked at offset ${offset} of ${head}: this store refuses to act in the past. Go live first, or create the store with \`parked: 'append'\` or \`'fork'\`.`,
  })

export const storeClosed = (name: string) =>
  new PlayheadError({
    code: 'store/closed',
    message: `Cannot dispatch to log "${name}": the store was closed. Create a new one.`,
  })

export const closedUnstored = (name: string) =>
  new PlayheadError({
    code: 'store/closed',
    message: `The store was closed before log "${name}" said that this record is stored. It may be: open the log again to see.`,
  })

export const neverStored = (type: string) =>
  new PlayheadError({
    code: 'store/ephemeral',
    message: DEV
      ? `"${type}" is declared ephemeral: it is handed to effects and streams and stored nowhere, so it never becomes durable. Drop \`ephemeral\` from its definition to have it logged.`
      : [type],
  })

export const openFailed = (name: string, thrown: unknown) =>
  new PlayheadError({
    code: 'log/open-failed',
    cause: thrown,
    message: `Log "${name}" could not be opened: ${messageOf(thrown)}. The store goes on in memory, without the records of before; they are untouched.`,
  })

export const cannotReplaceReducer = () =>
  new PlayheadError({
    code: 'redux/replace-reducer',
    message: DEV
      ? 'replaceReducer swaps one Redux root reducer, and this store has slices made by createSlice. Only a store of slices made by fromReducer can do that.'
      : [],
  })

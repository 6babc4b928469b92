import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'

export const undoRefused = (reason: string, record?: LogRecord) =>
  new PlayheadError({
    code: 'undo/refused',
    ...(record && { record }),
    message: `Cannot undo: ${reason}. Nothing was changed. Reverse it by an action of its own, as a booking is reversed by another booking.`,
  })

export const redoRefused = (reason: string) =>
  new PlayheadError({ code: 'undo/refused', message: `Cannot redo: ${reason}. Nothing was changed.` })

export const tooFar = (refold: { readonly records: number; readonly ms: number }, seekBudgetMs: number) =>
  new PlayheadError({
    code: 'undo/too-far',
    message: `Cannot undo so far back: ${refold.records.toLocaleString('en')} records would be folded again, in about ${refold.ms.toLocaleString('en', { maximumSignificantDigits: 2 })} ms, and a seek is to take at most ${seekBudgetMs} ms. Nothing was changed. Compensate by a new action, look at a past without it with \`timeline.fork({ without })\`, or raise seekBudgetMs.`,
  })

export const voidsAreReserved = (type: string) =>
  new PlayheadError({
    code: 'undo/reserved',
    message: DEV
      ? `Cannot dispatch "${type}": it takes records out of the state, and only \`undo\` and \`redo\` know which may go. Call \`store.undo(target)\`.`
      : [type],
  })

export const voidInSlice = (slice: string, type: string) =>
  new PlayheadError({
    code: 'undo/in-slice',
    message: DEV
      ? `Slice "${slice}" listens to "${type}", which reaches no slice: it takes state to where it would be without the records that it names. Read \`store.undoable\` for what was undone, or listen in an effect.`
      : [slice, type],
  })

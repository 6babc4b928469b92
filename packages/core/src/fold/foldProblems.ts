import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'

export const overBudget = (slice: string, record: LogRecord, ms: number, seekBudgetMs: number) =>
  new PlayheadError({
    code: 'fold/over-budget',
    severity: 'warning',
    record,
    message: DEV
      ? `Slice "${slice}" took ${shownMs(ms)} ms to fold one "${record.type}" (offset ${record.offset}), and a seek is to take at most ${seekBudgetMs} ms: one that passes it cannot. Spread the work over several actions, do less in the reducer, or raise seekBudgetMs. Told once for this slice and action.`
      : [slice, ms, record.type, record.offset, seekBudgetMs],
  })

export const overMemory = (longestMs: number, seekBudgetMs: number, memoryBytesMax: number) =>
  new PlayheadError({
    code: 'fold/memory-budget',
    severity: 'warning',
    message: DEV
      ? `memoryBytesMax is ${memoryBytesMax.toLocaleString('en')} bytes, too little to seek within ${seekBudgetMs} ms in a log of this length: ${
          Number.isFinite(longestMs)
            ? `old checkpoints were thinned, and a seek far back may take ${shownMs(longestMs)} ms`
            : 'no checkpoints are left, and a seek folds the log from the beginning'
        }. Raise memoryBytesMax, keep large collections in a table(), or accept slower seeks. Told once.`
      : [memoryBytesMax, seekBudgetMs],
  })

export const checkpointDiffers = (slice: string, to: number, record: LogRecord | undefined) =>
  new PlayheadError({
    code: 'fold/checkpoint-differs',
    ...(record && { record }),
    message: DEV
      ? `Slice "${slice}" came out differently when the records up to offset ${to} were folded again: ${
          record
            ? `its reducer for "${record.type}" (offset ${record.offset}) is not pure`
            : 'one of its reducers is not pure, or state was changed from outside'
        }. The past that is shown may differ from what was seen. A reducer may use its state and the record alone: no clock, no randomness, nothing global; take such values in \`prepared\`. Told once for this slice${record ? ' and action' : ''}.`
      : [slice, to],
  })

const shownMs = (ms: number) => ms.toLocaleString('en', { maximumSignificantDigits: 2 })

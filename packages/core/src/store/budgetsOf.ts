import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { FoldedLogOptions } from '../fold/FoldedLog.ts'
import { FOLDED_LOG_DEFAULTS } from '../fold/FoldedLog.ts'
import type { Meter } from '../work/Meter.ts'

export interface BudgetOptions {
  readonly seekBudgetMs?: number
  readonly memoryBytesMax?: number
  readonly build?: string
  readonly recordsInMemoryMax?: number
}

/**
 * What a store may spend on its past.
 *
 * @throws PlayheadError `store/bad-option`
 */
export function budgetsOf(options: BudgetOptions, meter: Meter): FoldedLogOptions {
  const { seekBudgetMs, memoryBytesMax } = { ...FOLDED_LOG_DEFAULTS, ...given(options) }
  if (!(seekBudgetMs > 0 && seekBudgetMs < Number.POSITIVE_INFINITY))
    throw badOption('seekBudgetMs', seekBudgetMs, 'a number of milliseconds above 0')
  if (!(memoryBytesMax >= 0)) throw badOption('memoryBytesMax', memoryBytesMax, 'a number of bytes from 0 up')
  if (options.build !== undefined && (typeof options.build !== 'string' || options.build === ''))
    throw badOption('build', options.build, 'a text that is another one in each build, or leave it out')
  if (typeof meter?.start !== 'function') throw badOption('meter', meter, 'an object with `start()`')
  return { meter, seekBudgetMs, memoryBytesMax }
}

/** @throws PlayheadError `store/bad-option` */
export function recordsInMemoryMaxOf({ recordsInMemoryMax = Number.POSITIVE_INFINITY }: BudgetOptions): number {
  if (recordsInMemoryMax >= 0) return recordsInMemoryMax
  throw badOption('recordsInMemoryMax', recordsInMemoryMax, 'a number of records from 0 up')
}

/** Without those that are `undefined`, which JavaScript may pass. */
const given = ({ seekBudgetMs, memoryBytesMax }: BudgetOptions) => ({
  ...(seekBudgetMs !== undefined && { seekBudgetMs }),
  ...(memoryBytesMax !== undefined && { memoryBytesMax }),
})

const badOption = (name: string, value: unknown, allowed: string) =>
  new PlayheadError({
    code: 'store/bad-option',
    message: DEV ? `Cannot create a store with ${name}: ${shown(value)}. Pass ${allowed}.` : [name, allowed],
  })

const shown = (value: unknown) => (typeof value === 'string' ? `"${value}"` : String(value))

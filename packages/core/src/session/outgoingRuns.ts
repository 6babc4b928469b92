import type { Run } from '../effect/Run.ts'
import type { SessionRun } from './Session.ts'

/**
 * Runs in plain data. Where records are redacted, runs leave without their keys and the texts
 * of their errors: both may quote a payload.
 */
export const outgoingRuns = (runs: readonly Run[], redacted: boolean): readonly SessionRun[] =>
  runs.map(({ error, key, ...run }) => ({
    ...run,
    ...(key !== undefined && !redacted && { key }),
    ...(error && { error: { code: error.code, message: redacted ? '[redacted]' : error.message } }),
  }))

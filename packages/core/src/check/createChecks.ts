import type { PlayheadError } from '../error/PlayheadError.ts'
import { Checks } from './Checks.ts'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Makes the checks of a store in development; `undefined` in production. Written out and not as
 * `DEV`: a bundler that puts the literal of another file in does so after it has decided which
 * files to keep, and the checks would be among them.
 */
export const createChecks: ((report: (warning: PlayheadError) => void) => Checks) | undefined =
  process.env.NODE_ENV !== 'production' ? (report) => new Checks(report) : undefined

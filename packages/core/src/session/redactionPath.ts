import { PlayheadError } from '../error/PlayheadError.ts'

/**
 * The steps of a path that is taken out of records: `payload.rows.*.iban` is
 * `['payload', 'rows', '*', 'iban']`.
 */
export const redactionPath = (path: string): readonly string[] => path.split('.')

/**
 * Checks paths when the action is defined: one that says nothing would let out what it was
 * written to keep.
 *
 * @throws PlayheadError `action/bad-redaction`
 */
export function checkRedactions(type: string, paths: readonly string[]): void {
  for (const path of paths) {
    if (typeof path === 'string' && PATH.test(path)) continue
    throw new PlayheadError({
      code: 'action/bad-redaction',
      message: `Action "${type}" is to redact ${JSON.stringify(path)}, which is no path into its record. Begin with "payload" or "rest" and join the names of fields by ".", such as "payload.iban"; "*" is every item of a list or a map.`,
    })
  }
}

const PATH = /^(payload|rest)(\.[^.]+)*$/

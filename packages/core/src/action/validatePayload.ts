import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { ActionInfo } from './ActionInfo.ts'
import type { StandardIssue } from './StandardSchema.ts'

/**
 * The payload as its schema gives it back; as it is, where the action has no schema.
 *
 * @throws PlayheadError `action/payload-invalid` with the path of each issue
 * @throws PlayheadError `action/schema-async` when the schema answers with a promise
 */
export function validatePayload({ type, schema }: ActionInfo, payload: unknown): unknown {
  if (!schema) return payload
  const result = schema['~standard'].validate(payload)
  if (result instanceof Promise) {
    // Its answer comes too late to refuse the action, and nobody else will handle its failure.
    result.catch(() => {})
    throw new PlayheadError({
      code: 'action/schema-async',
      message: DEV
        ? `The schema of "${type}" answers with a promise, and dispatch is synchronous. Use a schema without asynchronous checks; do those in an effect.`
        : [type],
    })
  }
  if (!result.issues) return result.value
  throw new PlayheadError({
    code: 'action/payload-invalid',
    message: `The payload of "${type}" does not fit its schema: ${result.issues.map(described).join('; ')}. Nothing was appended.`,
  })
}

function described({ message, path = [] }: StandardIssue): string {
  const keys = path.map((part) => (typeof part === 'object' && part !== null && 'key' in part ? part.key : part))
  return `${['payload', ...keys.map(String)].join('.')}: ${message}`
}

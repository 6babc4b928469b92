import { PlayheadError } from './PlayheadError.ts'

/**
 * States what only a bug of ours could break. What the world can do wrong gets an error of its own.
 *
 * @throws PlayheadError `playhead/invariant`
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (condition) return
  throw new PlayheadError({
    code: 'playhead/invariant',
    message: `${message} This is a bug in Playhead. Please report it with the steps that led here.`,
  })
}

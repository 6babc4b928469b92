import { messageOf, PlayheadError } from '../error/PlayheadError.ts'
import { decode } from './decode.ts'

/**
 * The value that `stringify` made this text of. The text may come from anywhere.
 *
 * @throws PlayheadError `codec/malformed` when it is not JSON, or not as `stringify` writes it
 */
export function parse(text: string): unknown {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (thrown) {
    throw new PlayheadError({
      code: 'codec/malformed',
      cause: thrown,
      message: `Cannot read a stored value: ${messageOf(thrown)}. It was not written by Playhead, or was cut off.`,
    })
  }
  return decode(json)
}

import { parse } from '@playhead/core'

/** What is wrong with the text of a payload; `undefined` where it can be read. Nothing at all is read as no payload. */
export function payloadProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined
  try {
    parse(text)
    return undefined
  } catch (thrown) {
    const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown
    return cause instanceof Error ? cause.message : String(cause)
  }
}

/** The text of a payload with its lines indented, to be read and edited. What is no JSON stays as it is. */
export function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    return text
  }
}

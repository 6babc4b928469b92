import type { SessionHeader } from '@playhead/core'
import { importSession } from '@playhead/core'

/** What the first line of a session file says. */
export const headerOf = (text: string): SessionHeader | undefined =>
  importSession(text.slice(0, text.indexOf('\n') + 1 || undefined)).header

/** Paths that were taken out, each with its type before it: `bank/opened payload.owner`. */
export const redactedIn = (header: SessionHeader | undefined): readonly string[] =>
  [...(header?.redacted ?? [])].flatMap(([type, paths]) => paths.map((path) => `${type} ${path}`))

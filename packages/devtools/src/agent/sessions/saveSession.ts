import type { AgentStore } from '../store/AgentStore.ts'
import type { Steps } from '../work/inSlices.ts'
import type { ExportedRange } from './exported.ts'
import { exported } from './exported.ts'
import { headerOf, redactedIn } from './headerOf.ts'

/** A session file of a range, with what was taken out of it. */
export function* saveSession(
  store: AgentStore,
  range: ExportedRange,
): Steps<{ readonly text: string; readonly redacted: readonly string[] }> {
  const text = yield* exported(store, range)
  return { text, redacted: redactedIn(headerOf(text)) }
}

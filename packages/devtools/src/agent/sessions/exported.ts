import { exportSession } from '@playhead/core'
import type { Redaction } from '../../protocol/sessions.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import type { Steps } from '../work/inSlices.ts'

export interface ExportedRange {
  readonly from: number
  readonly to: number
  readonly redact?: Redaction | undefined
  readonly app?: string | undefined
}

/**
 * A range of a log as a session file, made in slices.
 *
 * @throws PlayheadError `session/bad-range`, `action/bad-redaction`
 */
export function* exported(store: AgentStore, { from, to, redact, app }: ExportedRange): Steps<string> {
  // The file begins with a state, and what undoes something may reach further back.
  yield store.store.load({ from: 0, to: Math.min(to, store.head) })
  const pieces: string[] = []
  const session = exportSession(store.store, { from, to, ...(redact && { redact }), ...(app !== undefined && { app }) })
  for (let isDone = false; !isDone; ) {
    yield session.next().then(({ done, value }) => {
      if (done) isDone = true
      else pieces.push(value)
    })
  }
  return pieces.join('')
}

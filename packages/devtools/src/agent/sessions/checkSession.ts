import type { Session } from '@playhead/core'
import { importSession } from '@playhead/core'
import type { SessionCheck, SessionProblemView } from '../../protocol/sessions.ts'
import { visibleText } from '../preview/visibleText.ts'
import { redactedIn } from './headerOf.ts'

/** Says what is in a session file. Opens nothing. */
export function checkSession(text: string): SessionCheck {
  const session = importSession(text)
  const { header, records, report } = session
  const [first, last] = [records[0], records.at(-1)]
  return {
    header: header && {
      app: header.app,
      build: header.build,
      from: header.from,
      to: header.to,
      redacted: redactedIn(header),
    },
    records: records.length,
    span: first && last && { from: first.time, to: last.time },
    types: report.types,
    problems: problemsOf(session),
    problemsLeftOut: report.problemsLeftOut,
  }
}

export const problemsOf = ({ report }: Session): readonly SessionProblemView[] =>
  report.problems.map(({ line, error }) => ({ line, code: error.code, message: visibleText(error.message) }))

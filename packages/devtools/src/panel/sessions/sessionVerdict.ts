import type { SessionCheck, SessionProblemView } from '../../protocol/sessions.ts'

/** What is to be done with a file that was read. */
export type SessionVerdict =
  | { readonly kind: 'whole' }
  /** Refused as it is; what can be read of it is offered. */
  | { readonly kind: 'partly'; readonly title: string; readonly why: SessionProblemView }
  | { readonly kind: 'refused'; readonly title: string; readonly why: SessionProblemView | undefined }

const TITLES: { readonly [code: string]: string } = {
  'session/not-a-session': 'This is not a session of Playhead',
  'session/newer-format': 'This file is from a newer version',
  'session/truncated': 'This file is cut off',
}

/** Whether a file can be opened as it is. What is wrong with the whole of it is said before what is wrong with a line. */
export function sessionVerdict({ problems, records, header }: SessionCheck): SessionVerdict {
  const why = problems.find(({ code }) => code in TITLES) ?? problems[0]
  if (!why) {
    return header || records > 0 ? { kind: 'whole' } : { kind: 'refused', title: 'This file is empty', why: undefined }
  }
  const title = TITLES[why.code] ?? 'Not all of this file can be read'
  return { kind: records > 0 ? 'partly' : 'refused', title, why }
}

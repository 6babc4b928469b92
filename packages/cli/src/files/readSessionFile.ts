import { createReadStream } from 'node:fs'
import type { Session } from '@playhead/core'
import { importSession } from '@playhead/core'
import { CliError } from '../CliError.ts'

/**
 * Reads a session file. What is wrong inside it is in the session's report; a file that cannot be read at all,
 * or that is none of ours, is refused.
 *
 * @throws CliError `cli/cannot-read`, `cli/not-a-session`
 */
export async function readSessionFile(
  file: string,
  core: { importSession: typeof importSession } = { importSession },
): Promise<Session> {
  let session: Session
  try {
    session = await core.importSession(createReadStream(file, { encoding: 'utf8' }) as AsyncIterable<string>)
  } catch (thrown) {
    throw new CliError({
      code: 'cli/cannot-read',
      message: `Cannot read ${file}: ${messageOf(thrown)}. Check the path and that you may read it.`,
      cause: thrown,
    })
  }
  if (session.header || session.records.length > 0) return session
  const why = session.report.problems[0]?.error.message ?? 'it holds no records'
  throw new CliError({ code: 'cli/not-a-session', message: `${file} is no session file: ${why}` })
}

const messageOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown))

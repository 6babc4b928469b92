import { createEffect } from '@playhead/core'
import { EMPTY, map } from 'rxjs'
import { imports } from '../actions.ts'
import { refuse } from '../readers/ImportProblem.ts'
import type { StatementFile } from '../readers/index.ts'
import type { StatementParser } from '../worker/index.ts'

/** What the effect is given: the files of this page, which no payload can hold. */
export interface ReadStatementPorts {
  readonly files: {
    get(jobId: string): File | undefined
    /** Keeps what a file says, for whoever hears `import/read`. */
    keep(jobId: string, read: StatementFile): void
  }
  readonly parser: StatementParser
}

/**
 * Reads a file in the background. Asking again, with a word more, ends the reading before; `import/readingCancelled`
 * ends it for good: in the middle of whatever its worker does. Files are read beside each other.
 */
export const readStatement = ({ files, parser }: ReadStatementPorts) =>
  createEffect('readStatement', {
    on: imports.readingAsked,
    flatten: 'switch',
    key: ({ payload }) => payload.jobId,
    cancelOn: { on: imports.readingCancelled, key: ({ payload }) => payload.jobId },
    run: ({ payload: { jobId, options } }) => {
      const file = files.get(jobId)
      if (!file) return EMPTY
      return parser.parse(file, options).pipe(
        map((event) => {
          if (event.kind === 'problem') return imports.readingRefused({ jobId, problem: event.problem })
          if (event.kind !== 'parsed') return imports.readingProgressed({ jobId, progress: event })
          files.keep(jobId, event.file)
          return imports.read({ jobId })
        }),
      )
    },
    failed: (error, { payload: { jobId } }) => {
      const { problem } = refuse({
        code: 'import/unexpected',
        fileName: files.get(jobId)?.name ?? '',
        what: `Reading it failed: ${error instanceof Error ? error.message : String(error)} Please report this.`,
      })
      return imports.readingRefused({ jobId, problem })
    },
  })

import { Observable } from 'rxjs'
import { ImportRefused, refuse } from '../readers/ImportProblem.ts'
import type { ParsedLine, StatementFile } from '../readers/index.ts'
import { refuseTooLarge } from '../readers/refuseTooLarge.ts'
import type { ParseAnswer, ParseOptions, ParseRequest, StatementFileHead } from './protocol.ts'
import type { ParseEvent, StatementParser } from './StatementParser.ts'

/**
 * Parses a file in a worker of its own, so that the page stays usable. Nothing starts before the subscription;
 * unsubscribing terminates the worker, in the middle of whatever it does.
 *
 * A file beyond `fileBytesMax` is refused by its size alone: no worker is started and no byte is read.
 *
 * @param createWorker the port for tests
 */
export function parseInWorker(
  file: File,
  options: ParseOptions = {},
  createWorker: () => Worker = importWorker,
): Observable<ParseEvent> {
  return new Observable<ParseEvent>((subscriber) => {
    const finish = (event: ParseEvent) => {
      subscriber.next(event)
      subscriber.complete()
    }
    const fail = (what: string, cause?: unknown) =>
      finish({
        kind: 'problem',
        problem: refuse({ code: 'import/worker-failed', fileName: file.name, what, cause }).problem,
      })
    try {
      refuseTooLarge(file.name, file.size)
    } catch (thrown) {
      if (!(thrown instanceof ImportRefused)) throw thrown
      finish({ kind: 'problem', problem: thrown.problem })
      return undefined
    }
    let worker: Worker
    try {
      worker = createWorker()
    } catch (thrown) {
      fail('The background thread that reads files could not be started. Reload the page.', thrown)
      return undefined
    }
    const assembly = new Assembly()
    worker.addEventListener('message', ({ data }: MessageEvent<ParseAnswer>) => {
      if (data.kind === 'progress') subscriber.next(data)
      else if (data.kind === 'problem') finish(data)
      else if (data.kind === 'head') assembly.start(data.file)
      else if (data.kind === 'lines') assembly.add(data.statement, data.lines)
      else finish({ kind: 'parsed', file: assembly.file() })
    })
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      fail(
        `The background thread that reads files stopped${event.message ? `: ${event.message}` : ''}. Reload the page and try again.`,
      )
    })
    worker.addEventListener('messageerror', () =>
      fail('An answer of the background thread could not be taken in. Reload the page and try again.'),
    )
    worker.postMessage({ file, options } satisfies ParseRequest)
    return () => worker.terminate()
  })
}

/** The parser that the page uses. */
export const workerParser: StatementParser = { parse: (file, options) => parseInWorker(file, options) }

function importWorker(): Worker {
  // Vite finds the worker by this very expression.
  return new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module', name: 'statement-import' })
}

/** Puts the file together from its head and its lines. */
class Assembly {
  #head: StatementFileHead | undefined
  #lines: ParsedLine[][] = []

  start(head: StatementFileHead): void {
    this.#head = head
    this.#lines = head.statements.map(() => [])
  }

  add(statement: number, lines: readonly ParsedLine[]): void {
    const all = this.#lines[statement]
    // One by one: spreading 2,000 arguments is slower.
    if (all) for (const line of lines) all.push(line)
  }

  /** The protocol sends the head first, so there is one. */
  file(): StatementFile {
    if (!this.#head) throw new Error('The worker was done before it sent the head of the file.')
    const { statements, ...rest } = this.#head
    return {
      ...rest,
      statements: statements.map((statement, index) => ({ ...statement, lines: this.#lines[index] ?? [] })),
    }
  }
}

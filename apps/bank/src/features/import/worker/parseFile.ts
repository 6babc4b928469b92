import type { Sha256 } from '../readers/index.ts'
import { fileHash, ImportRefused, readStatementFile, refuse, refuseTooLarge, webSha256 } from '../readers/index.ts'
import type { ParseAnswer, ParseRequest } from './protocol.ts'
import { linesPerMessage } from './protocol.ts'

/** Bytes taken from the disk between two reports of progress. */
const sliceBytes = 4 * 1024 * 1024

/** Reads a file and posts what it finds. What the worker does, without the worker. Never rejects. */
export async function parseFile(
  { file, options }: ParseRequest,
  post: (answer: ParseAnswer) => void,
  sha256: Sha256 = webSha256,
): Promise<void> {
  try {
    refuseTooLarge(file.name, file.size)
    const bytes = await bytesOf(file, post)
    const steps = readStatementFile(bytes, {
      ...options,
      fileName: file.name,
      sha256: await hashOf(file.name, bytes, sha256),
    })
    let step = steps.next()
    for (; !step.done; step = steps.next()) {
      post({ kind: 'progress', phase: 'parsing', bytesTotal: file.size, ...step.value })
    }
    const { statements, ...rest } = step.value
    post({ kind: 'head', file: { ...rest, statements: statements.map(({ lines: _, ...head }) => head) } })
    for (const [statement, { lines }] of statements.entries()) {
      for (let at = 0; at < lines.length; at += linesPerMessage) {
        post({ kind: 'lines', statement, lines: lines.slice(at, at + linesPerMessage) })
      }
    }
    post({ kind: 'done' })
  } catch (thrown) {
    const refused = thrown instanceof ImportRefused ? thrown : unexpected(file.name, thrown)
    post({ kind: 'problem', problem: refused.problem })
  }
}

async function bytesOf(file: File, post: (answer: ParseAnswer) => void): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size)
  const report = (bytesRead: number) =>
    post({ kind: 'progress', phase: 'reading', bytesRead, bytesTotal: file.size, lines: 0 })
  report(0)
  try {
    for (let at = 0; at < file.size; at += sliceBytes) {
      const slice = await file.slice(at, at + sliceBytes).arrayBuffer()
      bytes.set(new Uint8Array(slice), at)
      report(at + slice.byteLength)
    }
  } catch (thrown) {
    throw refuse({
      code: 'import/unreadable',
      fileName: file.name,
      what: 'The browser could not read the file. It may have been moved, changed or deleted since it was chosen: choose it again.',
      cause: thrown,
    })
  }
  return bytes
}

async function hashOf(fileName: string, bytes: Uint8Array<ArrayBuffer>, sha256: Sha256): Promise<string> {
  // Browsers have crypto.subtle on https and localhost only, whatever its type says.
  if (sha256 === webSha256 && !globalThis.crypto?.subtle) {
    throw refuse({
      code: 'import/insecure-page',
      fileName,
      what: 'Files cannot be recognised on a page without https, so a second import would book everything twice. Open the page by https or on localhost.',
    })
  }
  return fileHash(bytes, sha256)
}

function unexpected(fileName: string, thrown: unknown): ImportRefused {
  return refuse({
    code: 'import/unexpected',
    fileName,
    what: `Reading it failed for a reason that is not in the file: ${thrown instanceof Error ? thrown.message : String(thrown)} Please report this.`,
    cause: thrown,
  })
}

import { camtReader } from './camt/camtReader.ts'
import { checkStatements } from './checks/checkStatements.ts'
import { csvReader } from './csv/csvReader.ts'
import { explainFormat } from './explainFormat.ts'
import { fingerprintStatements } from './fingerprint/fingerprintStatements.ts'
import { ImportRefused, refuse } from './ImportProblem.ts'
import { Warnings } from './ImportWarning.ts'
import { chunkBytes, headChars } from './limits.ts'
import { mt940Reader } from './mt940/mt940Reader.ts'
import { refuseTooLarge } from './refuseTooLarge.ts'
import type { StatementFile } from './StatementFile.ts'
import type { ReadContext, ReadOptions, ReadResult, StatementReader } from './StatementReader.ts'
import { decodableEncoding, doubtfulLine } from './text/decodableEncoding.ts'
import { textChunks } from './text/textChunks.ts'

export interface ReadInput extends ReadOptions {
  readonly fileName: string
  /** Of the bytes, in lower-case hex: see `fileHash`. */
  readonly sha256: string
  /** A label of the Encoding Standard, where a person knows better than the bytes tell. */
  readonly encoding?: string
}

export interface ReadProgress {
  readonly bytesRead: number
  /** Bookings so far. */
  readonly lines: number
}

/** The readers, asked in this order; the surest takes the file. */
export const statementReaders: readonly StatementReader[] = [mt940Reader, camtReader, csvReader]

/**
 * Reads a statement file. What it is is told by its content, never by its name.
 *
 * A generator of progress: each step reads some 256 KiB. To cancel, stop asking.
 *
 * @throws ImportRefused and nothing else: it names the file, the place, what was found and what was expected
 */
export function* readStatementFile(bytes: Uint8Array, input: ReadInput): Generator<ReadProgress, StatementFile, void> {
  try {
    return yield* read(bytes, input)
  } catch (thrown) {
    if (thrown instanceof ImportRefused) throw thrown
    throw refuse({
      code: 'import/unexpected',
      fileName: input.fileName,
      what: `Reading it failed for a reason that is not in the file: ${thrown instanceof Error ? thrown.message : String(thrown)} Please report this, if you can with the file.`,
      cause: thrown,
    })
  }
}

function* read(bytes: Uint8Array, input: ReadInput): Generator<ReadProgress, StatementFile, void> {
  const { fileName, sha256 } = input
  refuseTooLarge(fileName, bytes.length)
  const warnings = new Warnings()
  const encoding = decodableEncoding(bytes, input)
  if (encoding.declared !== undefined) {
    warnings.add({
      code: 'import/encoding-differs',
      message: `The file says that it is ${encoding.declared}, but its bytes are not. It was read as ${encoding.encoding}: look at umlauts and accents.`,
    })
  }
  const doubtful = doubtfulLine(bytes, encoding)
  if (doubtful !== undefined) {
    warnings.add({
      code: 'import/encoding-doubtful',
      message: `Line ${doubtful} holds bytes that are no letters in Windows-1252, and the file is not UTF-8 either. Umlauts and accents may be wrong; choose the encoding if you know it.`,
      at: { line: doubtful },
    })
  }
  const head = headOf(textChunks(bytes, encoding, chunkBytes))
  if (head.trim() === '') {
    throw refuse({
      code: 'import/empty',
      fileName,
      what: 'The file holds nothing but white space.',
      expected: 'a statement',
    })
  }
  const reader = surest(head)
  if (!reader) throw explainFormat(head, fileName)

  let bytesRead = 0
  const chunks = function* () {
    for (const chunk of textChunks(bytes, encoding, chunkBytes)) {
      bytesRead = Math.min(bytes.length, bytesRead + chunkBytes)
      yield chunk
    }
  }
  const context: ReadContext = { ...input, warnings }
  const steps = reader.read(chunks(), context)
  let step = steps.next()
  for (; !step.done; step = steps.next()) yield { bytesRead, lines: step.value.lines }
  const { format, statements: drafts, version }: ReadResult = step.value

  const { repeated, statements } = fingerprintStatements(drafts)
  for (const statement of repeated) {
    warnings.add({
      code: 'import/statement-repeated',
      message: 'The file holds this statement a second time. It will book nothing twice.',
      statement,
    })
  }
  checkStatements(statements, format, warnings)
  return {
    format,
    ...(version !== undefined && { version }),
    fileName,
    bytes: bytes.length,
    sha256,
    encoding: encoding.encoding,
    statements,
    warnings: warnings.list(),
  }
}

function surest(head: string): StatementReader | undefined {
  const rated = statementReaders.map((reader) => ({ reader, confidence: reader.detects(head) }))
  const best = rated.reduce((most, one) => (one.confidence > most.confidence ? one : most))
  return best.confidence > 0 ? best.reader : undefined
}

function headOf(chunks: Iterable<string>): string {
  let head = ''
  for (const chunk of chunks) {
    head += chunk
    if (head.length >= headChars) break
  }
  return head.slice(0, headChars)
}

import { refuse } from '../ImportProblem.ts'
import { binaryKind } from './binaryKind.ts'
import type { DetectedEncoding } from './detectEncoding.ts'
import { detectEncoding, isDecodable } from './detectEncoding.ts'

/**
 * The encoding in which a file is text.
 *
 * @param asked a label that a person chose; without it the bytes decide
 * @throws ImportRefused `import/empty`, `import/binary`, `import/wrong-encoding`
 */
export function decodableEncoding(
  bytes: Uint8Array,
  { encoding: asked, fileName }: { readonly encoding?: string | undefined; readonly fileName: string },
): DetectedEncoding {
  if (bytes.length === 0) {
    throw refuse({ code: 'import/empty', fileName, what: 'The file has no bytes.', expected: 'a statement' })
  }
  const detected = detectEncoding(bytes)
  // UTF-16 is full of zero bytes and still text.
  const kind = detected.encoding.startsWith('utf-16') ? undefined : binaryKind(bytes)
  if (kind !== undefined) {
    throw refuse({
      code: 'import/binary',
      fileName,
      what: `This is ${kind}, not a text file, and was not read. Export the statement again as a statement file.`,
      expected: 'MT940, CAMT or CSV',
    })
  }
  const chosen =
    asked === undefined
      ? detected
      : { encoding: asked, markBytes: asked === detected.encoding ? detected.markBytes : 0 }
  const wrong = firstWrongByte(bytes, chosen)
  if (wrong === undefined) return chosen
  throw refuse({
    code: 'import/wrong-encoding',
    fileName,
    what: `The file is not text in ${chosen.encoding}. It may be damaged, or in another encoding: choose it, or save the file as UTF-8.`,
    at: { line: lineOf(bytes, wrong) },
    found: `byte 0x${(bytes[wrong] ?? 0).toString(16).padStart(2, '0')} at position ${wrong}`,
    needs: 'encoding',
  })
}

/**
 * The line of the first byte that stands for nothing in Windows-1252: a sign of another encoding, such as that of DOS. The
 * letters around it are wrong; dates and amounts are not touched by it. Undefined when there is none.
 */
export function doubtfulLine(bytes: Uint8Array, { encoding }: DetectedEncoding): number | undefined {
  if (encoding !== 'windows-1252') return undefined
  const at = bytes.findIndex(
    (byte) => byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d,
  )
  return at < 0 ? undefined : lineOf(bytes, at)
}

function lineOf(bytes: Uint8Array, position: number): number {
  return bytes.subarray(0, position).reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1)
}

/** Where the bytes stop being text; undefined when they are text throughout. */
function firstWrongByte(bytes: Uint8Array, { encoding, markBytes }: DetectedEncoding): number | undefined {
  const text = bytes.subarray(markBytes)
  if (isDecodable(text, encoding)) return undefined
  // Halve until the shortest start that cannot be decoded is found; its last byte is the wrong one.
  let [good, bad] = [0, text.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (startsDecodable(text.subarray(0, middle), encoding)) good = middle
    else bad = middle
  }
  return markBytes + good
}

/** As {@link isDecodable}, but a character that is cut off at the end is no fault. */
function startsDecodable(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

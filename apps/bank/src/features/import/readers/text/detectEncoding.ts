/** Which encoding the bytes are in, and how many bytes of byte order mark to pass over. */
export interface DetectedEncoding {
  /** A label of the Encoding Standard that `TextDecoder` takes. */
  readonly encoding: string
  readonly markBytes: number
  /** What an XML declaration says, where the bytes show that it is not so. */
  readonly declared?: string
}

/**
 * Tells the encoding of a whole file: byte order mark, then UTF-16 without one (every other byte is zero), then what an XML
 * declaration says, then UTF-8 if all bytes are valid UTF-8, else Windows-1252, the superset of Latin-1 that banks mean.
 *
 * The whole file is looked at, because the first umlaut may stand in its last line.
 */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', markBytes: 3 }
  if (starts(bytes, 0xff, 0xfe)) return { encoding: 'utf-16le', markBytes: 2 }
  if (starts(bytes, 0xfe, 0xff)) return { encoding: 'utf-16be', markBytes: 2 }
  const wide = withoutMark(bytes)
  if (wide) return { encoding: wide, markBytes: 0 }

  const declared = declaredEncoding(bytes)
  const isUtf8 = isDecodable(bytes, 'utf-8')
  if (declared === undefined || declared === 'utf-8') {
    if (isUtf8) return { encoding: 'utf-8', markBytes: 0 }
    return { encoding: 'windows-1252', markBytes: 0, ...(declared === undefined ? {} : { declared }) }
  }
  // A declaration of UTF-16 that could be read as bytes is wrong; so is a name nobody knows, and bytes that do not decode.
  if (!declared.startsWith('utf-16') && isDecodable(bytes, declared)) return { encoding: declared, markBytes: 0 }
  return { encoding: isUtf8 ? 'utf-8' : 'windows-1252', markBytes: 0, declared }
}

/** True when all bytes are valid in the encoding; false too for a name that is no encoding. */
export function isDecodable(bytes: Uint8Array, encoding: string): boolean {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    const step = 1024 * 1024
    for (let at = 0; at < bytes.length; at += step) decoder.decode(bytes.subarray(at, at + step), { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

function starts(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

/** UTF-16 of a Western text without a byte order mark: nearly every high byte of the start is zero, nearly no low one. */
function withoutMark(bytes: Uint8Array): string | undefined {
  const looked = bytes.subarray(0, 512)
  const pairs = Math.floor(looked.length / 2)
  if (pairs < 4) return undefined
  const zeros = [0, 0]
  for (let at = 0; at < pairs * 2; at += 1) if (looked[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > pairs * 0.8 && even === 0) return 'utf-16le'
  if (even > pairs * 0.8 && odd === 0) return 'utf-16be'
  return undefined
}

/** The encoding of an XML declaration, as `TextDecoder` names it; the written name where it knows none. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200))
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label).encoding
  } catch {
    return label
  }
}

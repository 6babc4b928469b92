/** RFC 4648, with padding. Here until `Uint8Array.fromBase64` is everywhere. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    const bits = (a << 16) | (b << 8) | c
    text += DIGITS.charAt(bits >>> 18) + DIGITS.charAt((bits >>> 12) & 63)
    text += at + 1 < bytes.length ? DIGITS.charAt((bits >>> 6) & 63) : '='
    text += at + 2 < bytes.length ? DIGITS.charAt(bits & 63) : '='
  }
  return text
}

/** The bytes, or `undefined` where the text is not what {@link toBase64} writes. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  const digits = text.length - padding
  let bits = 0
  for (let at = 0; at < text.length; at++) {
    const digit = at < digits ? VALUES[text.charCodeAt(at)] : 0
    if (digit === undefined || digit < 0) return undefined
    bits = (bits << 6) | digit
    if (at % 4 !== 3) continue
    const to = ((at - 3) / 4) * 3
    bytes[to] = bits >>> 16
    bytes[to + 1] = bits >>> 8
    bytes[to + 2] = bits
    if (at === text.length - 1 && bits & ((1 << (8 * padding)) - 1)) return undefined
    bits = 0
  }
  return bytes
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Int8Array(128).fill(-1)
for (let value = 0; value < 64; value++) VALUES[DIGITS.charCodeAt(value)] = value

/**
 * A 106-bit hash of a text, as 22 characters or fewer: two rounds of a 53-bit multiplicative hash with different seeds.
 *
 * Not cryptographic: it tells lines of one bank apart, it does not keep anybody from forging. WebCrypto would do, but one
 * promise for each of 100,000 lines costs more than reading them.
 */
export function hashText(text: string): string {
  return hash53(text, 0).toString(36) + hash53(text, 0x9e3779b9).toString(36).padStart(11, '0')
}

/** Two interleaved 32-bit lanes, mixed at the end as in MurmurHash3's finalizer. */
function hash53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed
  let low = 0x41c6ce57 ^ seed
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  const mixedLow = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909)
  return 4294967296 * (2097151 & mixedLow) + (mixedHigh >>> 0)
}

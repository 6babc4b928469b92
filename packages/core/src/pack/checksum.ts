/** FNV-1a of the bytes from a place on, in 32 bits: finds bytes that were changed, not those who change them. */
export function checksum(bytes: Uint8Array, from: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  return hash >>> 0
}

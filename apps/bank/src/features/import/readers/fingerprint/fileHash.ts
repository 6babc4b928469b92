/** SHA-256 of bytes. The port: `crypto.subtle` exists on secure pages only. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>

/** `crypto.subtle`'s. */
export const webSha256: Sha256 = (bytes) => crypto.subtle.digest('SHA-256', bytes)

/** The hash of a whole file, in lower-case hex. */
export async function fileHash(bytes: Uint8Array<ArrayBuffer>, sha256: Sha256 = webSha256): Promise<string> {
  const digest = new Uint8Array(await sha256(bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

import type { DetectedEncoding } from './detectEncoding.ts'

/** Decodes the bytes piece by piece. Pieces are cut by size alone: a reader must not care where. */
export function* textChunks(
  bytes: Uint8Array,
  { encoding, markBytes }: DetectedEncoding,
  chunkBytes: number,
): Generator<string, void, void> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  for (let at = markBytes; at < bytes.length; at += chunkBytes) {
    yield decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true })
  }
  const rest = decoder.decode()
  if (rest) yield rest
}

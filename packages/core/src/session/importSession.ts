import type { Session } from './Session.ts'
import { SessionReader } from './SessionReader.ts'

/**
 * Reads a session file that `exportSession` wrote, here or elsewhere. The file may come from
 * anywhere: whatever it holds is read or reported with its line, and nothing is thrown.
 *
 * Pieces may be cut anywhere. A text, or pieces that are there, are read at once; a stream gives
 * a promise, which rejects only where the stream does. For bytes, decode them on the way:
 * `file.stream().pipeThrough(new TextDecoderStream())`.
 */
export function importSession(source: string | Iterable<string>): Session
export function importSession(source: AsyncIterable<string>): Promise<Session>
export function importSession(source: string | Iterable<string> | AsyncIterable<string>): Session | Promise<Session> {
  if (typeof source === 'string') return readAll([source])
  return Symbol.asyncIterator in source ? readStream(source) : readAll(source)
}

function readAll(pieces: Iterable<string>): Session {
  const reader = new SessionReader()
  for (const piece of pieces) reader.push(piece)
  return reader.end()
}

async function readStream(pieces: AsyncIterable<string>): Promise<Session> {
  const reader = new SessionReader()
  for await (const piece of pieces) reader.push(piece)
  return reader.end()
}

import { PlayheadError } from '../error/PlayheadError.ts'

/** What is told of bytes that no `packSegment` wrote. */
export const segmentCorrupt = (why: string, cause?: unknown): PlayheadError =>
  new PlayheadError({
    code: 'log/segment-corrupt',
    cause,
    message: `Cannot read a segment of the log: ${why}. The bytes were cut off, changed, or not written by Playhead. Records before and after the segment are not affected: keep a copy, and read the log from a backup or without it.`,
  })

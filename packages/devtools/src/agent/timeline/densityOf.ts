import { PlayheadError } from '@playhead/core'
import type { Calls, TrackDensity } from '../../protocol/calls.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import type { Steps } from '../work/inSlices.ts'
import { stretchOf } from './stretchOf.ts'
import { tracksOf } from './tracksOf.ts'

/**
 * How many records fall into each of equal parts of a range, by track.
 *
 * @throws PlayheadError `devtools/bad-range`
 */
export function* densityOf(store: AgentStore, give: Calls['density']['give']): Steps<readonly TrackDensity[]> {
  const { from, to, buckets, axis } = give
  if (!(to > from) || !(buckets >= 1 && buckets <= BUCKETS_MAX)) throw badRange(from, to, buckets)
  const { first, last } = stretchOf(store, give)
  yield* store.knowing(first, last)
  const { index } = store
  const tracks = tracksOf(store, give.tracks)
  const count = Math.floor(buckets)
  const counted: { readonly counts: Uint32Array; readonly failed: Uint32Array }[] = []
  const scale = count / (to - from)
  const isTime = axis === 'time'
  for (let offset = first; offset <= last; offset++) {
    if (offset % YIELD_EVERY === YIELD_EVERY - 1) yield
    // Fractions may round up to the end of the range.
    const bucket = Math.min(count - 1, Math.floor(((isTime ? index.timeAt(offset) : offset) - from) * scale))
    const failed = index.isFailed(offset) ? 1 : 0
    const of = tracks.of(offset)
    for (let n = 0; n < of.length; n++) {
      const track = of[n] as number
      let into = counted[track]
      if (!into) {
        into = { counts: new Uint32Array(count), failed: new Uint32Array(count) }
        counted[track] = into
      }
      into.counts[bucket] = (into.counts[bucket] as number) + 1
      into.failed[bucket] = (into.failed[bucket] as number) + failed
    }
  }
  return counted.map(({ counts, failed }, track) => ({
    track: tracks.names[track] as string,
    counts: Array.from(counts),
    failed: Array.from(failed),
  }))
}

/** More than a screen has pixels. */
const BUCKETS_MAX = 10_000
const YIELD_EVERY = 16_384

const badRange = (from: number, to: number, buckets: number) =>
  new PlayheadError({
    code: 'devtools/bad-range',
    message: `Cannot count records from ${from} to ${to} in ${buckets} parts: \`from\` comes before \`to\`, and there are 1 to ${BUCKETS_MAX} parts.`,
  })

import type { Viewport } from '../view/Viewport.ts'
import { unitsPerPixel } from '../view/Viewport.ts'

/**
 * Data comes in tiles, as in a map: each is 512 buckets wide, and a bucket of level L is 2^L records (or milliseconds).
 * So what was asked for once serves every later pan, and two tiles make the one above them.
 *
 * ```
 * level 1   |        0        |        1        |
 * level 0   |   0    |   1    |   2    |   3    |
 * ```
 */
export interface TileAddress {
  readonly level: number
  readonly index: number
}

export const TILE_BUCKETS = 512

/** A bucket is drawn at least so wide, and less than twice that, except at level 0. */
const BUCKET_PX_MIN = 1

export const bucketOf = (level: number): number => 2 ** level

export const tileFrom = ({ level, index }: TileAddress): number => index * TILE_BUCKETS * 2 ** level

export const tileTo = ({ level, index }: TileAddress): number => (index + 1) * TILE_BUCKETS * 2 ** level

/** The level whose buckets suit the scale. */
export const levelFor = (view: Viewport): number =>
  Math.max(0, Math.ceil(Math.log2(unitsPerPixel(view) * BUCKET_PX_MIN) - 1e-9))

/** The tiles of a level that cover a range, `beyond` more at each side; none before `least`. */
export function tilesOver(
  range: { readonly from: number; readonly to: number },
  level: number,
  bounds: { readonly from: number; readonly to: number },
  beyond = 0,
): readonly TileAddress[] {
  const span = TILE_BUCKETS * 2 ** level
  const lowest = Math.floor(bounds.from / span)
  const highest = Math.floor(bounds.to / span)
  const first = Math.max(lowest, Math.floor(range.from / span) - beyond)
  const last = Math.min(highest, Math.floor(range.to / span) + beyond)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => ({ level, index: first + at }))
}

export const parentOf = ({ level, index }: TileAddress): TileAddress => ({
  level: level + 1,
  index: Math.floor(index / 2),
})

export const childrenOf = ({ level, index }: TileAddress): readonly [TileAddress, TileAddress] => [
  { level: level - 1, index: index * 2 },
  { level: level - 1, index: index * 2 + 1 },
]

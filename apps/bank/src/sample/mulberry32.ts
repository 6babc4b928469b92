import type { Random } from '@playhead/core'

/**
 * Numbers in [0, 1) that repeat for equal seeds, in every engine: integers alone, until the last division.
 *
 * After Tommy Ettinger's mulberry32 (public domain), as written down by bryc:
 * https://github.com/bryc/code/blob/master/jshash/PRNGs.md#mulberry32
 */
export function mulberry32(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from `low` to `high`, both included. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))

export const oneOf = <T>(random: Random, items: readonly [T, ...T[]]): T =>
  items[between(random, 0, items.length - 1)] as T

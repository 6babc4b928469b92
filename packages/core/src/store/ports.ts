/** Port: where time comes from, in milliseconds since 1970. `Date` is one. */
export interface Clock {
  now(): number
}

/** Port: where randomness comes from, in [0, 1). `Math.random` is one. */
export type Random = () => number

/** How many times as fast as it was recorded. */
export const playSpeeds = [1, 4, 16, 64] as const

export type PlaySpeed = (typeof playSpeeds)[number]

/** The next faster speed; after the fastest, the slowest. */
export const nextSpeed = (speed: PlaySpeed): PlaySpeed =>
  playSpeeds[(playSpeeds.indexOf(speed) + 1) % playSpeeds.length] ?? playSpeeds[0]

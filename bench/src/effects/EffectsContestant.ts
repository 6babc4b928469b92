/** How one library lets an action lead to another, as its own documentation would have it. */
export type EffectsContestant = (effects: number) => EffectsBench

/** A store with so many effects: effect n answers ping n with pong n, synchronously. Pongs and others are counted by a reducer. */
export interface EffectsBench {
  /** Sends ping number `at`; its pong has been counted when this returns. */
  ping(at: number): void
  pongs(): number
  /** Sends an action that no effect listens to. */
  other(): void
  others(): number
}

/**
 * Work that may be long, cut where it can be interrupted: each `yield` says how many records
 * were done since the one before. Nobody sees its result until it returns, so work that is
 * abandoned half-way has done nothing.
 */
export type Work<T> = Generator<number, T, void>

/** Records between two yields of a {@link Work}: enough that a meter with a coarse clock can tell their cost. */
export const BATCH_RECORDS = 64

import { PlayheadError } from '../error/PlayheadError.ts'

/** Told to who reads records that are in the durable log only. */
export const notLoaded = (from: number, to: number): PlayheadError =>
  new PlayheadError({
    code: 'timeline/not-loaded',
    message: `Cannot read the records from offset ${from} to ${to}: they are in the durable log and not in memory. Await store.load({ from: ${from}, to: ${to} }) first, or seek there, which loads them.`,
  })

export const isNotLoaded = (thrown: unknown): boolean =>
  thrown instanceof PlayheadError && thrown.code === 'timeline/not-loaded'

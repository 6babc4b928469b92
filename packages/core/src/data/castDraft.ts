import type { Draft } from './Draft.ts'

/** Says that a `readonly` value may stand in a draft. Does nothing at run time. */
export const castDraft = <T>(value: T): Draft<T> => value as Draft<T>

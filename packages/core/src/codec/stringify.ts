import { encode } from './encode.ts'

/**
 * A value as JSON text, for `parse`.
 *
 * @throws PlayheadError `codec/not-storable` with the path of the part that cannot be stored
 */
export const stringify = (value: unknown): string => JSON.stringify(encode(value))

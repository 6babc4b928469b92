/**
 * How values that JSON has not are written: an object whose only key begins with one `$`.
 *
 * ```
 *   undefined          { "$undefined": true }
 *   NaN, ±Infinity, −0 { "$number": "NaN" }
 *   12n                { "$bigint": "12" }
 *   Date               { "$date": "2026-11-23T05:31:00.000Z" }, null where it is invalid
 *   Map, Set           { "$map": [[key, value], …] }, { "$set": [value, …] }
 *   table              { "$table": [[key, row], …] }, in order of insertion
 *   bytes              { "$ArrayBuffer": "base64" }, { "$Uint8Array": "base64" }, …
 *   { $price: 1 }      { "$$price": 1 }: a key of the value that begins with `$` gets one more
 * ```
 */
export const TAG = '$'

/** A key of a value, as it is written. */
export const escapedKey = (key: string): string => (key.startsWith(TAG) ? TAG + key : key)

export const NUMBERS: { readonly [name: string]: number } = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-0': -0,
}

/** Reading decimal digits costs the square of their number. */
export const BIGINT_DIGITS_MAX = 10_000
const BIGINT_END = 10n ** BigInt(BIGINT_DIGITS_MAX)
export const isTooLong = (value: bigint): boolean => value >= BIGINT_END || value <= -BIGINT_END
export const TOO_LONG = `is a bigint of more than ${BIGINT_DIGITS_MAX} digits`

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

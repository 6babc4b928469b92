/**
 * Values that drafts replace as a whole. `Date` and typed arrays are among them, and
 * nothing can freeze those: make a new one, never call `setFullYear` or assign `bytes[0]`.
 */
export type Atomic = string | number | bigint | boolean | null | undefined | Date | ArrayBuffer | ArrayBufferView

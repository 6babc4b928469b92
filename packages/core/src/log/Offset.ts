declare const brand: unique symbol

/** A record's position in its log: 0, 1, 2 … with no gaps. Given by the log, never by the app. */
export type Offset = number & { readonly [brand]: 'Offset' }

/** Says that a number is known to be an offset. Does nothing at run time. */
export const asOffset = (offset: number): Offset => offset as Offset

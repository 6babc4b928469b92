declare const brand: unique symbol

/**
 * `<client>.<sequence>`: the client is a UUIDv7 minted once per store, the sequence counts from 0.
 * Stays the same when the record is copied to a branch or to another machine.
 *
 * One UUID a record was tried: 72 against 18 packed bytes, and 1.5 us more a dispatch.
 */
export type RecordId = string & { readonly [brand]: 'RecordId' }

export const recordId = (client: string, sequence: number): RecordId => `${client}.${sequence}` as RecordId

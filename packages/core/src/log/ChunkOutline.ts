/** What is known of records that are in the durable log only. */
export interface ChunkOutline {
  /** Offsets of the first and the last. */
  readonly from: number
  readonly to: number
  /** The different types of the records. */
  readonly types: readonly string[]
  /** What a record takes as an object, estimated. */
  readonly recordBytes: number
  /** Their recorded times, as `readTimes` reads them. */
  readonly times: Uint8Array
}

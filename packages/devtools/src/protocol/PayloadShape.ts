/** What payloads of a type look like, for a form. */
export interface PayloadShape {
  /**
   * The schema of the payload as JSON Schema (draft 2020-12) text, where the action's schema follows Standard JSON
   * Schema: https://standardschema.dev/json-schema. Absent where it has none, or none that can be written so.
   */
  readonly schema: string | undefined
  /** The newest payloads of the type, newest first, at most 50 and 100,000 characters; by the codec's text. */
  readonly seen: readonly string[]
  /** Records of the type. */
  readonly records: number
}

/** Where a value stands, from the root of state: slice name, then fields, keys of tables and maps, indices of arrays. */
export type Path = readonly (string | number)[]

/** One value that differs between two states. */
export type StateChange =
  | { readonly kind: 'added'; readonly path: Path; readonly after: unknown }
  | { readonly kind: 'changed'; readonly path: Path; readonly before: unknown; readonly after: unknown }
  | { readonly kind: 'removed'; readonly path: Path; readonly before: unknown }

/** How much of a difference is wanted. */
export interface DiffOptions {
  /** Stops after so many changes. Default: all of them; two distant states may differ in every row. */
  readonly changesMax?: number
}

declare const reason: unique symbol

/** Why a type was refused by `Storable`. It appears in compiler messages only. */
export interface NotStorable<Reason extends string> {
  readonly [reason]: Reason
}

/** Whatever can be called. Types of state leave it as it is; {@link Storable} refuses it. */
export type AnyFunction = (...args: never[]) => unknown

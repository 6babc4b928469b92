/**
 * The key under which RxJS and Redux look for observables, as it was when this was loaded. Not
 * every engine has `Symbol.observable`; where no polyfill was loaded, they use this string.
 */
export const observableSymbol: typeof Symbol.observable = (Symbol.observable ?? '@@observable') as never

/**
 * All keys under which libraries look for it now. Some make `Symbol.observable` when they are
 * loaded (Bacon.js, xstream), which may be after us: those before keep to the string.
 */
export const observableKeys = (): readonly PropertyKey[] => [
  ...new Set<PropertyKey>([observableSymbol, Symbol.observable ?? observableSymbol, '@@observable']),
]

/** The same answer under every key. */
export const underObservableKeys = <T>(answer: () => T): { [Symbol.observable](): T } =>
  Object.fromEntries(observableKeys().map((key) => [key, answer])) as { [Symbol.observable](): T }

/**
 * The key under which observables of all libraries are found. Not every engine has
 * `Symbol.observable`; where no polyfill was loaded, RxJS and Redux use this string.
 */
export const observableSymbol: typeof Symbol.observable = (Symbol.observable ?? '@@observable') as never

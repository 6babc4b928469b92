import type { Observable } from '../rx.ts'
import { observableSymbol } from '../stream/observableSymbol.ts'
import type { StateSource } from './Store.ts'

/** What a store answers to `Symbol.observable`: an observable that has it as well, as Redux asks. */
export function stateSource<State>(state$: Observable<State>): StateSource<State> {
  const source: StateSource<State> = {
    subscribe: (observer) => state$.subscribe((state) => observer.next?.(state)),
    [observableSymbol]: () => source,
  }
  return source
}

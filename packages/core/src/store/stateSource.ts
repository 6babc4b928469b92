import type { Observable } from '../rx.ts'
import { underObservableKeys } from '../stream/observableSymbol.ts'
import type { StateSource } from './Store.ts'

/** What a store answers to `Symbol.observable`: an observable that has it as well, as Redux asks. */
export function stateSource<State>(state$: Observable<State>): StateSource<State> {
  const source: StateSource<State> = {
    subscribe: (observer) =>
      state$.subscribe({ next: (state) => observer.next?.(state), complete: () => observer.complete?.() }),
    ...underObservableKeys(() => source),
  }
  return source
}

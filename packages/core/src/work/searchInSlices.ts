import type { Slicing } from './Slicing.ts'

/** A search that can be interrupted: each `yield` says how many records were looked at, and what was found in them. */
export type Search<T, Result = void> = Generator<
  { readonly records: number; readonly found: readonly T[] },
  Result,
  void
>

export interface SearchInSlicesOptions extends Slicing {
  readonly signal?: AbortSignal | undefined
}

/** One reader's search. */
export interface Searching<T> {
  /** Begins, or takes up again what was broken off. */
  search(): Search<T>
  /** Makes good what broke the search off, so that it can be taken up again; `false` where it cannot. */
  recover?(thrown: unknown): false | Promise<void>
  /** Nobody searches any more. */
  ended?(): void
}

/**
 * What a search finds, each when it is asked for: nothing is looked at before, and what was
 * found is not kept. `begin` is called for each reader. A reader that leaves, also in the middle
 * of a search that finds nothing, ends it at the next slice.
 */
export function searchInSlices<T>(begin: () => Searching<T>, options: SearchInSlicesOptions): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]() {
      const reader = { left: false }
      const found = findings(begin(), options, reader)
      return {
        next: () => found.next(),
        return() {
          // A generator that waits for its turn hears of this only when it yields.
          reader.left = true
          return found.return(undefined)
        },
      }
    },
  }
}

async function* findings<T>(
  searching: Searching<T>,
  { meter, turns, sliceMs, signal }: SearchInSlicesOptions,
  reader: { readonly left: boolean },
): AsyncGenerator<T, void, void> {
  let search = searching.search()
  let cost = 0
  try {
    while (!reader.left) {
      signal?.throwIfAborted()
      if (cost >= sliceMs) {
        cost = 0
        await turns.next()
        continue
      }
      const measure = meter.start()
      try {
        const step = search.next()
        if (step.done) return
        cost += measure(step.value.records)
        for (const each of step.value.found) {
          signal?.throwIfAborted()
          yield each
        }
      } catch (thrown) {
        const recovery = searching.recover?.(thrown)
        if (!recovery) throw thrown
        await recovery
        search = searching.search()
      }
    }
  } finally {
    searching.ended?.()
  }
}

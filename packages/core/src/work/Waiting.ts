/** Steps that wait for values which may be at hand. */
export type Waiting<T> = Generator<Promise<unknown>, T, unknown>

/** Waits for a value, where it is not at hand. */
export function* waitFor<T>(value: T | Promise<T>): Waiting<T> {
  return isPromise(value) ? ((yield value) as T) : value
}

/** Takes the steps: at once as far as all that they wait for is at hand, and later from there on. */
export function settle<T>(steps: Waiting<T>): T | Promise<T> {
  const goOn = ({ done, value }: IteratorResult<Promise<unknown>, T>): T | Promise<T> =>
    done
      ? value
      : value.then(
          (answer) => goOn(steps.next(answer)),
          (thrown: unknown) => goOn(steps.throw(thrown)),
        )
  return goOn(steps.next())
}

/** Not `instanceof`: there are promises that are not of this realm's class. */
export const isPromise = <T>(value: T | Promise<T>): value is Promise<T> =>
  typeof value === 'object' && value !== null && 'then' in value

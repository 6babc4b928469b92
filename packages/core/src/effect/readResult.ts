import { Observable } from '../rx.ts'
import { fromStream } from '../stream/fromStream.ts'
import type { StreamSource } from '../stream/StreamSource.ts'
import type { ActiveRun } from './ActiveRun.ts'

/** Lets a run observe what it gave: a stream, a promise or an array. Answers false where it is none of these. */
export function readResult(result: unknown, run: ActiveRun): boolean {
  if (result instanceof Observable) {
    result.subscribe(run)
    return true
  }
  if (Array.isArray(result)) {
    if (result.length > 0) run.next(result)
    run.complete()
    return true
  }
  if (isPromiseLike(result)) {
    result.then(
      (value) => {
        if (value !== undefined) run.next(value)
        run.complete()
      },
      (thrown) => run.error(thrown),
    )
    return true
  }
  const stream = streamOf(result)
  if (!stream) return false
  stream.subscribe(run)
  return true
}

const isPromiseLike = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'

function streamOf(value: unknown): Observable<unknown> | undefined {
  try {
    return fromStream(value as StreamSource<unknown>)
  } catch {
    return undefined
  }
}

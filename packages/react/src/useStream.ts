import type { StreamSource } from '@playhead/core'
import { useMemo, useSyncExternalStore } from 'react'
import { Latest } from './Latest.ts'
import { useUnstableStreamWarning } from './useUnstableStreamWarning.ts'

/**
 * The latest value of a stream; `initial` until it has one. The stream must be the same object
 * from render to render: make it outside the component, or with `useMemo`.
 *
 * It is subscribed to once the component is mounted, so a stream that has a value already shows
 * it in the second render; pass that value as `initial` to have it in the first. A stream that
 * fails throws its error in the component, to the error boundary above; one that completes
 * leaves its last value.
 */
export function useStream<T, Initial = undefined>(source: StreamSource<T>, initial?: Initial): T | Initial {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `initial` counts for the first value only, as in useState
  const latest = useMemo(() => new Latest<T, Initial>(source, initial as Initial), [source])
  useUnstableStreamWarning(source)
  return useSyncExternalStore(latest.subscribe, latest.read, latest.read)
}

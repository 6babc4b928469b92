import type { StreamSource } from '@playhead/core'
import { fromStream } from '@playhead/core'
import { useCallback, useRef, useSyncExternalStore } from 'react'

interface Latest<T, Initial> {
  readonly source: StreamSource<T>
  value: T | Initial
  error: { readonly thrown: unknown } | undefined
}

/**
 * The latest value of a stream; `initial` until it has one. The stream must be the same object
 * from render to render: make it outside the component, or with `useMemo`.
 *
 * A stream that fails throws its error in the component, to the error boundary above.
 */
export function useStream<T, Initial = undefined>(source: StreamSource<T>, initial?: Initial): T | Initial {
  const latest = useRef<Latest<T, Initial> | undefined>(undefined)
  if (latest.current?.source !== source) latest.current = { source, value: initial as Initial, error: undefined }
  const current = latest.current
  const subscribe = useCallback(
    (changed: () => void) => {
      const subscription = fromStream(source).subscribe({
        next(value) {
          current.value = value
          changed()
        },
        error(thrown: unknown) {
          current.error = { thrown }
          changed()
        },
      })
      return () => subscription.unsubscribe()
    },
    [source, current],
  )
  useSyncExternalStore(
    subscribe,
    () => current.error ?? current.value,
    () => current.value,
  )
  if (current.error) throw current.error.thrown
  return current.value
}

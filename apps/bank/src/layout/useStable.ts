import { useCallback, useLayoutEffect, useRef } from 'react'

/**
 * The same function on every render, which calls the newest one: so that a component that takes it is not drawn again
 * because of it. For events alone; while rendering it may still call the one before.
 */
export function useStable<Args extends readonly unknown[], Result>(
  act: (...args: Args) => Result,
): (...args: Args) => Result {
  const newest = useRef(act)
  useLayoutEffect(() => {
    newest.current = act
  })
  return useCallback((...args) => newest.current(...args), [])
}

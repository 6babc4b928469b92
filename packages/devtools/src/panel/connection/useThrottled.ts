import { useEffect, useRef, useState } from 'react'

/** A value that changes at most so often: at once after a pause, else when the time is over. The last one always comes. */
export function useThrottled<T extends string | number | boolean | undefined>(value: T, intervalMs: number): T {
  const [shown, setShown] = useState(value)
  const changedAt = useRef(0)

  useEffect(() => {
    if (value === shown) return
    const show = () => {
      changedAt.current = performance.now()
      setShown(value)
    }
    const timer = setTimeout(show, Math.max(0, changedAt.current + intervalMs - performance.now()))
    return () => clearTimeout(timer)
  }, [value, shown, intervalMs])

  return shown
}

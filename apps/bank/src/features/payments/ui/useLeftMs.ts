import { useEffect, useState } from 'react'

/** Milliseconds until a moment, looked at twice a second. */
export function useLeftMs(untilMs: number | undefined): number {
  const [nowMs, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (untilMs === undefined) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [untilMs])
  return untilMs === undefined ? 0 : Math.max(0, untilMs - nowMs)
}

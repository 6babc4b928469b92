import { useEffect, useMemo, useRef } from 'react'

/**
 * Calls `act` with the newest value at most once a frame, however often it is handed one.
 *
 * A pointer reports several moves a frame; drawing more than the last of them is work that nobody sees.
 * `flush` acts at once on what waits: when the pointer is let go. What waits at unmount is dropped.
 */
export function useEachFrame<T>(act: (value: T) => void): { offer: (value: T) => void; flush: () => void } {
  const latestAct = useRef(act)
  useEffect(() => {
    latestAct.current = act
  })
  const coalesced = useMemo(() => {
    let frame: number | undefined
    let waiting: { value: T } | undefined
    const flush = () => {
      if (frame !== undefined) cancelAnimationFrame(frame)
      frame = undefined
      const next = waiting
      waiting = undefined
      if (next) latestAct.current(next.value)
    }
    return {
      offer(value: T) {
        waiting = { value }
        frame ??= requestAnimationFrame(flush)
      },
      flush,
      drop() {
        if (frame !== undefined) cancelAnimationFrame(frame)
        frame = undefined
        waiting = undefined
      },
    }
  }, [])
  useEffect(() => coalesced.drop, [coalesced])
  return coalesced
}

import type { ReactNode } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'

export interface ScrollAreaProps {
  children: ReactNode
  /** Gives it its size and `overflow: auto`. */
  className?: string | undefined
}

/**
 * Content that may be longer than its place. While it is, it can be focused, so that arrows scroll it: not every browser
 * does that by itself, and text alone has nothing else to focus.
 */
export function ScrollArea({ children, className }: ScrollAreaProps) {
  const area = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [isLonger, setLonger] = useState(false)

  // Before the first paint: nobody meets it while it cannot be reached.
  useLayoutEffect(() => {
    const outer = area.current
    const inner = content.current
    if (!outer || !inner || typeof ResizeObserver === 'undefined') return
    const measure = () => setLonger(outer.scrollHeight > outer.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(outer)
    observer.observe(inner)
    return () => observer.disconnect()
  }, [])

  return (
    <div ref={area} className={className} {...(isLonger && { tabIndex: 0, role: 'group', 'aria-label': 'Content' })}>
      <div ref={content}>{children}</div>
    </div>
  )
}

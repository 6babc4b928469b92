import type { RefCallback } from 'react'
import { useCallback, useState } from 'react'

/** The width of an element in CSS pixels, and after each change of it. 0 before it was measured. */
export function useInlineSize(): [ref: RefCallback<HTMLElement>, widthPx: number] {
  const [widthPx, setWidthPx] = useState(0)
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return
    setWidthPx(element.clientWidth)
    // jsdom has no layout, hence no observer.
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setWidthPx(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, widthPx]
}

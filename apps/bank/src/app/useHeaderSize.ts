import type { RefCallback } from 'react'
import { useCallback } from 'react'

/**
 * Keeps `--header-size` of the page at the height of the header in which an element stands, so that what sticks below it
 * knows where that is: banners come and go.
 */
export function useHeaderSize(): RefCallback<HTMLElement> {
  return useCallback((element: HTMLElement | null) => {
    const header = element?.closest('header')
    if (!header || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--header-size', `${header.offsetHeight}px`)
    })
    observer.observe(header)
    return () => observer.disconnect()
  }, [])
}

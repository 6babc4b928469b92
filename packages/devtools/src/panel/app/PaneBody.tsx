import type { ReactNode } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import styles from './PartLayout.module.css'

/** What is in a pane. While it is longer than its place it can be focused, so that keys scroll it. */
export function PaneBody({ label, children }: { label: string; children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  const [isLonger, setLonger] = useState(false)

  useLayoutEffect(() => {
    const element = body.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const measure = () => setLonger(element.scrollHeight > element.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  })

  return (
    <div ref={body} className={styles.paneBody} {...(isLonger && { tabIndex: 0, role: 'group', 'aria-label': label })}>
      {children}
    </div>
  )
}

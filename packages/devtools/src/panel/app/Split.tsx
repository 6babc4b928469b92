import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { useId, useRef, useState } from 'react'
import styles from './Split.module.css'
import { storedShare, storeShare } from './storedShare.ts'

interface SplitProps {
  /** What the separator sizes, for screen readers: "Size of the timeline". */
  label: string
  /** Under which the size is kept for the next visit. */
  name: string
  /** `rows`: one above the other. */
  direction: 'rows' | 'columns'
  /** The first part's share at first, from 0 to 1. */
  share: number
  /** The least that each part is given. */
  leastPx: readonly [first: number, second: number]
  first: ReactNode
  second: ReactNode
}

/**
 * Two parts and a separator between them that the pointer drags and arrow keys move, as the window splitter of the ARIA
 * Authoring Practices; a double press puts it back.
 */
export function Split({ label, name, direction, share: initial, leastPx, first, second }: SplitProps) {
  const [share, setShare] = useState(() => storedShare(name) ?? initial)
  const [isDragged, setDragged] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const firstId = useId()
  const isRows = direction === 'rows'

  const place = (next: number) => {
    const clamped = Math.min(Math.max(next, 0.02), 0.98)
    setShare(clamped)
    storeShare(name, clamped)
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const bounds = box.current?.getBoundingClientRect()
    if (!bounds || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    place(isRows ? (event.clientY - bounds.top) / bounds.height : (event.clientX - bounds.left) / bounds.width)
  }
  const key = (event: KeyboardEvent) => {
    const [less, more] = isRows ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']
    const to = { [less]: share - STEP, [more]: share + STEP, Home: 0, End: 1, Enter: initial }[event.key]
    if (to === undefined) return
    event.preventDefault()
    place(to)
  }

  const [firstPx, secondPx] = leastPx
  const size = `clamp(min(${firstPx}px, 50%), ${(share * 100).toFixed(2)}%, calc(100% - min(${secondPx}px, 50%)))`
  return (
    <div ref={box} className={`${styles.split} ${isRows ? styles.rows : styles.columns}`}>
      <div id={firstId} className={styles.part} style={{ flex: `0 0 ${size}` }}>
        {first}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: an `hr` cannot be focused nor moved */}
      <div
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-controls={firstId}
        aria-orientation={isRows ? 'horizontal' : 'vertical'}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        className={styles.separator}
        data-dragged={isDragged || undefined}
        onPointerDown={(event) => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          setDragged(true)
        }}
        onPointerMove={drag}
        onPointerUp={() => setDragged(false)}
        onPointerCancel={() => setDragged(false)}
        onDoubleClick={() => place(initial)}
        onKeyDown={key}
      />
      <div className={styles.part} style={{ flex: '1 1 0' }}>
        {second}
      </div>
    </div>
  )
}

const STEP = 0.03

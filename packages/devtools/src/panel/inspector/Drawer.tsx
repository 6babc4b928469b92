import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { useRef, useState } from 'react'
import { storedShare, storeShare } from '../app/storedShare.ts'
import styles from './Drawer.module.css'

export interface DrawerProps {
  /** What the separator sizes, for screen readers. */
  readonly label: string
  /** Under which its size is kept for the next visit. */
  readonly name: string
  readonly children: ReactNode
}

const INITIAL = 0.45
const STEP = 0.04

/** A part below another, which stays as it is while this one comes, goes and is sized by pointer and keys. */
export function Drawer({ label, name, children }: DrawerProps) {
  const [share, setShare] = useState(() => storedShare(name) ?? INITIAL)
  const drawer = useRef<HTMLDivElement>(null)

  const place = (next: number) => {
    const clamped = Math.min(Math.max(next, 0.15), 0.85)
    setShare(clamped)
    storeShare(name, clamped)
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const around = drawer.current?.parentElement?.getBoundingClientRect()
    if (!around || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    place((around.bottom - event.clientY) / around.height)
  }
  const press = (event: KeyboardEvent) => {
    const to = { ArrowUp: share + STEP, ArrowDown: share - STEP, Home: 1, End: 0, Enter: INITIAL }[event.key]
    if (to === undefined) return
    event.preventDefault()
    event.stopPropagation()
    place(to)
  }

  return (
    <div ref={drawer} className={styles.drawer} style={{ flexBasis: `${(share * 100).toFixed(2)}%` }}>
      {/* biome-ignore lint/a11y/useSemanticElements: an `hr` cannot be focused nor moved */}
      <div
        role="separator"
        tabIndex={0}
        aria-label={label}
        aria-orientation="horizontal"
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={15}
        aria-valuemax={85}
        className={styles.separator}
        onPointerDown={(event) => {
          if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={drag}
        onDoubleClick={() => place(INITIAL)}
        onKeyDown={press}
      />
      {children}
    </div>
  )
}

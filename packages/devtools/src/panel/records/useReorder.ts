import type { PointerEvent, RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { RowScroller } from './list/RowScroller.ts'

interface ReorderOptions {
  readonly scroller: RowScroller
  readonly element: RefObject<HTMLElement | null>
  readonly rows: number
  /** Row `index` was put behind row `behind`; −1 is before all. */
  onDrop(index: number, behind: number): void
}

interface Drag {
  readonly index: number
  /** The row that it would go behind. */
  readonly behind: number
}

/**
 * A row follows the pointer to another place, and is there when it is let go. Escape leaves it where it was; near an
 * edge the list scrolls. The keyboard's way is Alt with the arrows.
 */
export function useReorder({ scroller, element, rows, onDrop }: ReorderOptions) {
  const [drag, setDrag] = useState<Drag>()
  const end = useRef<(() => void) | undefined>(undefined)
  useEffect(() => () => end.current?.(), [])

  const start = (event: PointerEvent, index: number) => {
    if (event.button !== 0 || !element.current) return
    event.preventDefault()
    const box = element.current.getBoundingClientRect()
    let y = event.clientY
    let current: Drag = { index, behind: index }
    let frame = 0
    const follow = () => {
      const inView = y - box.top - HEAD_PX
      if (inView < EDGE_PX) scroller.scrollBy(-SCROLL_PX)
      else if (inView > box.height - HEAD_PX - EDGE_PX) scroller.scrollBy(SCROLL_PX)
      const behind = Math.min(rows - 1, Math.max(-1, Math.round(scroller.rowAt(inView)) - 1))
      if (behind !== current.behind) {
        current = { index, behind }
        setDrag(current)
      }
      frame = requestAnimationFrame(follow)
    }
    const moved = (each: globalThis.PointerEvent) => {
      y = each.clientY
    }
    const stop = (isDropped: boolean) => {
      cancelAnimationFrame(frame)
      window.removeEventListener('pointermove', moved)
      window.removeEventListener('pointerup', released)
      window.removeEventListener('pointercancel', cancelled)
      window.removeEventListener('keydown', escaped, true)
      end.current = undefined
      setDrag(undefined)
      if (isDropped && current.behind !== index && current.behind !== index - 1) onDrop(index, current.behind)
    }
    const released = () => stop(true)
    const cancelled = () => stop(false)
    const escaped = (each: globalThis.KeyboardEvent) => {
      if (each.key !== 'Escape') return
      each.stopPropagation()
      stop(false)
    }
    window.addEventListener('pointermove', moved)
    window.addEventListener('pointerup', released)
    window.addEventListener('pointercancel', cancelled)
    window.addEventListener('keydown', escaped, true)
    end.current = cancelled
    setDrag(current)
    frame = requestAnimationFrame(follow)
  }

  return {
    start,
    isDragging: drag !== undefined,
    dropAt(row: number): 'before' | 'behind' | undefined {
      if (!drag || drag.behind === drag.index || drag.behind === drag.index - 1) return undefined
      if (drag.behind === row) return 'behind'
      return drag.behind === -1 && row === 0 ? 'before' : undefined
    },
  }
}

const HEAD_PX = 24
const EDGE_PX = 20
const SCROLL_PX = 8

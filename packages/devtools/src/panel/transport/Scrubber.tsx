import type { KeyboardEvent, PointerEvent } from 'react'
import { useRef } from 'react'
import styles from './Scrubber.module.css'

interface ScrubberProps {
  /** From −1, before the first record, to `head`. */
  offset: number
  head: number
  isParked: boolean
  loop: { readonly from: number; readonly to: number } | undefined
  /** The place in words. */
  text: string
  /** Several times a frame while it is dragged. */
  onSeek: (to: number) => void
}

/** The log from end to end, with the playhead on it. A press anywhere on it moves the playhead there. */
export function Scrubber({ offset, head, isParked, loop, text, onSeek }: ScrubberProps) {
  const track = useRef<HTMLDivElement>(null)
  const records = head + 1
  const share = (at: number) => `${records === 0 ? 0 : ((Math.min(at, head) + 1) / records) * 100}%`

  const follow = (event: PointerEvent) => {
    const bounds = track.current?.getBoundingClientRect()
    if (!bounds || bounds.width === 0) return
    onSeek(Math.round(((event.clientX - bounds.left) / bounds.width) * records) - 1)
  }
  const key = (event: KeyboardEvent) => {
    const page = Math.max(Math.round(records / 20), 10)
    const to = {
      ArrowLeft: offset - (event.shiftKey ? 10 : 1),
      ArrowDown: offset - (event.shiftKey ? 10 : 1),
      ArrowRight: offset + (event.shiftKey ? 10 : 1),
      ArrowUp: offset + (event.shiftKey ? 10 : 1),
      PageUp: offset - page,
      PageDown: offset + page,
      Home: -1,
      End: head,
    }[event.key]
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onSeek(Math.min(Math.max(to, -1), head))
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-valuemin={-1}
      aria-valuemax={head}
      aria-valuenow={offset}
      aria-valuetext={text}
      aria-disabled={records === 0}
      className={styles.scrubber}
      data-parked={isParked || undefined}
      onPointerDown={(event) => {
        if (event.button !== 0 || records === 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        follow(event)
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && follow(event)}
      onKeyDown={key}
    >
      <div ref={track} className={styles.track}>
        <div className={styles.rail} />
        {loop && loop.from < head && (
          <div
            className={styles.loop}
            style={{ insetInlineStart: share(loop.from), insetInlineEnd: `calc(100% - ${share(loop.to)})` }}
          />
        )}
        <div className={styles.fill} style={{ inlineSize: share(offset) }} />
        <div className={styles.head} style={{ insetInlineStart: share(offset) }} />
      </div>
    </div>
  )
}

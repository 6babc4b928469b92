/** Follows a pointer that is pressed on an element until it is let go. Gives the way to stop it. */
export function onDrag(
  element: HTMLElement,
  handlers: {
    start?(event: PointerEvent): void
    move(event: PointerEvent, from: { readonly x: number; readonly y: number }): void
    end?(event: PointerEvent, isMoved: boolean): void
  },
): () => void {
  let from: { readonly x: number; readonly y: number } | undefined
  let isMoved = false

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    // The pointer stays with the element, over the panel's iframe too.
    element.setPointerCapture(event.pointerId)
    from = { x: event.clientX, y: event.clientY }
    isMoved = false
    handlers.start?.(event)
  }
  const move = (event: PointerEvent) => {
    if (!from) return
    isMoved ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > TREMOR_PX
    if (isMoved) handlers.move(event, from)
  }
  const up = (event: PointerEvent) => {
    if (!from) return
    from = undefined
    handlers.end?.(event, isMoved)
  }
  element.addEventListener('pointerdown', down)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', up)
  element.addEventListener('pointercancel', up)
  return () => {
    element.removeEventListener('pointerdown', down)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', up)
    element.removeEventListener('pointercancel', up)
  }
}

/** A press that moves no further than this is a press. */
const TREMOR_PX = 3

import type { TimelineEngine } from '../engine/TimelineEngine.ts'
import { toPixel } from '../view/Viewport.ts'

/** What one press is doing. */
type Gesture =
  | { readonly kind: 'scrub' /** From the pointer to the playhead, so that it does not jump. */; readonly grip: number }
  | { readonly kind: 'loop'; readonly from: number; isDrawn: boolean }
  | { readonly kind: 'pan'; x: number; y: number; readonly downX: number; readonly downY: number; hasMoved: boolean }

/** A press that moves less is a click. */
const CLICK_PX = 4
/** While the playhead is dragged this close to an end, the view moves along. */
const EDGE_PX = 20

/**
 * Pointer and wheel on the stage: drags on the ruler move the playhead (with Alt they draw a loop), drags below it pan,
 * two fingers pinch, the wheel pans and with Control zooms about the pointer.
 */
export function attachGestures(stage: HTMLElement, handle: HTMLElement, engine: TimelineEngine): () => void {
  let gesture: Gesture | undefined
  let edge: ReturnType<typeof requestAnimationFrame> | undefined
  const fingers = new Map<number, { readonly x: number; readonly y: number }>()
  const at = (event: MouseEvent) => {
    const box = stage.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  function onDown(event: PointerEvent): void {
    if (event.button !== 0) return
    const { x, y } = at(event)
    engine.point(undefined)
    // A finger is captured by what it touches first.
    if (event.pointerType !== 'touch') stage.setPointerCapture(event.pointerId)
    else {
      fingers.set(event.pointerId, { x, y })
      if (fingers.size > 1) {
        finish()
        return
      }
    }
    const onHandle = event.target instanceof Node && handle.contains(event.target)
    if (onHandle) gesture = { kind: 'scrub', grip: x - engine.playheadX }
    else if (y < engine.rulerHeight) gesture = onRuler(event, x, y)
    else gesture = { kind: 'pan', x, y, downX: x, downY: y, hasMoved: false }
    if (gesture.kind === 'scrub') {
      // The arrow keys go on from where the pointer has left it.
      event.preventDefault()
      handle.focus({ preventScroll: true })
    }
    stage.dataset.gesture = gesture.kind
  }

  function onRuler(event: PointerEvent, x: number, y: number): Gesture {
    const hit = engine.hit(x, y)
    const loop = engine.scene?.loop
    if (hit.kind === 'loop' && loop) {
      const other = hit.edge === 'from' ? loop.to : loop.from
      return { kind: 'loop', from: toPixel(engine.camera.view, other), isDrawn: false }
    }
    if (event.altKey) return { kind: 'loop', from: x, isDrawn: false }
    engine.scrub(hit.kind === 'bookmark' || hit.kind === 'error' ? toPixel(engine.camera.view, hit.at) : x)
    return { kind: 'scrub', grip: 0 }
  }

  function onMove(event: PointerEvent): void {
    const here = at(event)
    if (fingers.has(event.pointerId)) {
      const before = [...fingers.values()]
      fingers.set(event.pointerId, here)
      if (fingers.size > 1) {
        pinch(before, [...fingers.values()])
        return
      }
    }
    if (!gesture) {
      if (event.pointerType === 'touch') return
      engine.point(here)
      stage.dataset.over = engine.hit(here.x, here.y).kind
      return
    }
    if (gesture.kind === 'scrub') {
      engine.scrub(here.x - gesture.grip)
      turnAtEdge(here.x - gesture.grip)
    } else if (gesture.kind === 'loop') {
      gesture.isDrawn = true
      engine.pressing.drawLoop(gesture.from, here.x)
    } else drag(gesture, here)
  }

  function drag(pan: Extract<Gesture, { kind: 'pan' }>, { x, y }: { readonly x: number; readonly y: number }): void {
    pan.hasMoved ||= Math.hypot(x - pan.downX, y - pan.downY) > CLICK_PX
    if (!pan.hasMoved) return
    engine.camera.pan(pan.x - x)
    engine.scrollRows(pan.y - y)
    pan.x = x
    pan.y = y
  }

  function pinch(
    [a, b]: readonly { readonly x: number; readonly y: number }[],
    [c, d]: readonly { readonly x: number; readonly y: number }[],
  ): void {
    if (!a || !b || !c || !d) return
    const before = Math.hypot(a.x - b.x, a.y - b.y)
    const now = Math.hypot(c.x - d.x, c.y - d.y)
    engine.camera.pan((a.x + b.x - c.x - d.x) / 2)
    if (before > 0 && now > 0) engine.camera.zoomAt((c.x + d.x) / 2, now / before)
  }

  /** Keeps going while the pointer rests at the edge. */
  function turnAtEdge(x: number): void {
    if (edge !== undefined) cancelAnimationFrame(edge)
    edge = undefined
    const beyond = x < EDGE_PX ? x - EDGE_PX : Math.max(0, x - engine.camera.view.width + EDGE_PX)
    if (beyond === 0 || gesture?.kind !== 'scrub') return
    engine.camera.pan(beyond / 4)
    engine.scrub(x)
    edge = requestAnimationFrame(() => turnAtEdge(x))
  }

  function onUp(event: PointerEvent): void {
    fingers.delete(event.pointerId)
    const { x, y } = at(event)
    if (gesture?.kind === 'pan' && !gesture.hasMoved) void engine.pressing.once(x, y, event.shiftKey)
    finish()
    if (event.pointerType !== 'touch') engine.point({ x, y })
  }

  function finish(): void {
    if (edge !== undefined) cancelAnimationFrame(edge)
    edge = undefined
    if (gesture?.kind === 'scrub') engine.drop()
    if (gesture?.kind === 'loop') {
      if (gesture.isDrawn) void engine.pressing.finishLoop()
      else engine.pressing.cancelLoop()
    }
    gesture = undefined
    delete stage.dataset.gesture
  }

  function onCancel(event: PointerEvent): void {
    fingers.delete(event.pointerId)
    if (gesture?.kind === 'loop') engine.pressing.cancelLoop()
    finish()
    engine.point(undefined)
  }

  function onWheel(event: WheelEvent): void {
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    const across = event.deltaX * unit
    const down = event.deltaY * unit
    // A pinch on a touchpad comes as a wheel with Control.
    if (event.ctrlKey || event.metaKey) {
      engine.camera.zoomAt(at(event).x, 2 ** (-down / (event.deltaMode === 0 && Math.abs(down) < 40 ? 60 : 160)))
      return
    }
    if (event.shiftKey || !engine.rowsOverflow) {
      engine.camera.pan(across + down)
      return
    }
    engine.camera.pan(across)
    engine.scrollRows(down)
  }

  const onLeave = () => engine.point(undefined)
  const onDouble = (event: MouseEvent) => {
    const { x, y } = at(event)
    if (y >= engine.rulerHeight) void engine.pressing.twice(x, y)
  }

  stage.addEventListener('pointerdown', onDown)
  stage.addEventListener('pointermove', onMove)
  stage.addEventListener('pointerup', onUp)
  stage.addEventListener('pointercancel', onCancel)
  stage.addEventListener('pointerleave', onLeave)
  stage.addEventListener('dblclick', onDouble)
  // Not passive: the page must not zoom along.
  stage.addEventListener('wheel', onWheel, { passive: false })
  return () => {
    finish()
    stage.removeEventListener('pointerdown', onDown)
    stage.removeEventListener('pointermove', onMove)
    stage.removeEventListener('pointerup', onUp)
    stage.removeEventListener('pointercancel', onCancel)
    stage.removeEventListener('pointerleave', onLeave)
    stage.removeEventListener('dblclick', onDouble)
    stage.removeEventListener('wheel', onWheel)
  }
}

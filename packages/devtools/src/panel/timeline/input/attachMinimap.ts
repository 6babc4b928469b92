import type { TimelineEngine } from '../engine/TimelineEngine.ts'
import { HANDLE_PX } from '../paint/paintMinimap.ts'
import { toPixel, toPlace } from '../view/Viewport.ts'

type Part = 'from' | 'to' | 'window' | 'outside'

/** Drags the window of the minimap, or one of its ends; elsewhere it comes to where the pointer is. */
export function attachMinimap(canvas: HTMLCanvasElement, engine: TimelineEngine): () => void {
  let grip: { readonly part: Part; readonly offset: number } | undefined
  const xOf = (event: PointerEvent) => event.clientX - canvas.getBoundingClientRect().left
  const window = () => {
    const { whole, view } = engine.camera
    return { from: Math.max(0, toPixel(whole, view.from)), to: Math.min(whole.width, toPixel(whole, view.to)) }
  }
  const partAt = (x: number): Part => {
    const { from, to } = window()
    // A window narrower than its ends can be moved all the same.
    const reach = Math.min(HANDLE_PX, (to - from) / 3 + 2)
    if (Math.abs(x - from) <= reach) return 'from'
    if (Math.abs(x - to) <= reach) return 'to'
    return x > from && x < to ? 'window' : 'outside'
  }

  function onDown(event: PointerEvent): void {
    if (event.button !== 0) return
    const x = xOf(event)
    canvas.setPointerCapture(event.pointerId)
    const part = partAt(x)
    const { from, to } = window()
    const middle = (from + to) / 2
    grip = { part: part === 'outside' ? 'window' : part, offset: part === 'window' ? x - middle : 0 }
    if (part === 'outside') move(x)
  }

  function onMove(event: PointerEvent): void {
    const x = xOf(event)
    if (grip) move(x)
    else canvas.style.cursor = { from: 'ew-resize', to: 'ew-resize', window: 'grab', outside: 'pointer' }[partAt(x)]
  }

  function move(x: number): void {
    if (!grip) return
    const { whole, view } = engine.camera
    const at = toPlace(whole, x - grip.offset)
    if (grip.part === 'window') {
      const half = (view.to - view.from) / 2
      engine.camera.showRange({ from: at - half, to: at + half })
    } else if (grip.part === 'from') engine.camera.showRange({ from: Math.min(at, view.to), to: view.to })
    else engine.camera.showRange({ from: view.from, to: Math.max(at, view.from) })
  }

  const onUp = () => {
    grip = undefined
  }

  canvas.addEventListener('pointerdown', onDown)
  canvas.addEventListener('pointermove', onMove)
  canvas.addEventListener('pointerup', onUp)
  canvas.addEventListener('pointercancel', onUp)
  return () => {
    canvas.removeEventListener('pointerdown', onDown)
    canvas.removeEventListener('pointermove', onMove)
    canvas.removeEventListener('pointerup', onUp)
    canvas.removeEventListener('pointercancel', onUp)
  }
}

import type { TimelineEngine } from '../engine/TimelineEngine.ts'

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Keys of the timeline: what is seen. Says whether the key was one of them. */
export function onStageKey(event: Pressed, engine: TimelineEngine): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const far = event.shiftKey ? 0.8 : 0.15
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => engine.zoom(1.6),
    '=': () => engine.zoom(1.6),
    '-': () => engine.zoom(1 / 1.6),
    _: () => engine.zoom(1 / 1.6),
    '0': () => engine.camera.glideToAll(),
    ArrowLeft: () => engine.camera.glideBy(-far),
    ArrowRight: () => engine.camera.glideBy(far),
    ArrowUp: () => engine.scrollRows(-24),
    ArrowDown: () => engine.scrollRows(24),
    Home: () => engine.showEnd('first'),
    End: () => engine.showEnd('last'),
  }
  return press(keys, event.key)
}

/** Keys of the playhead, as those of any slider; End is live. Those of the timeline hold there too. */
export function onPlayheadKey(event: Pressed, engine: TimelineEngine): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const by = event.shiftKey ? 10 : 1
  const page = Math.max(1, Math.round(engine.recordsInView / 10))
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => engine.step(-by),
    ArrowDown: () => engine.step(-by),
    ArrowRight: () => engine.step(by),
    ArrowUp: () => engine.step(by),
    PageDown: () => engine.step(-page),
    PageUp: () => engine.step(page),
    Home: () => engine.travel(-1),
    End: () => engine.goLive(),
  }
  return press(keys, event.key)
}

function press(keys: Readonly<Record<string, () => void>>, key: string): boolean {
  const action = Object.hasOwn(keys, key) ? keys[key] : undefined
  action?.()
  return action !== undefined
}

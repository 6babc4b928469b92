import { Dock } from './Dock.ts'
import type { DockPlace } from './PanelHost.ts'
import type { Placement } from './placement.ts'
import type { Surface } from './Surface.ts'

/** A panel in an iframe, at an edge of the page. */
export function dockSurface(
  parent: ShadowRoot,
  placement: Placement,
  on: {
    readonly placed: (change: Partial<Placement>) => void
    readonly retry: () => void
    readonly close: () => void
  },
): Surface {
  let current = placement
  const shapeOf = ({ place, size, isCollapsed }: Placement) => {
    const docked: DockPlace = place === 'right' ? 'right' : 'bottom'
    return { place: docked, size: size[docked], isCollapsed }
  }
  const dock = new Dock(parent, shapeOf(placement), {
    resized: (size) => on.placed({ size: { ...current.size, [shapeOf(current).place]: size }, isCollapsed: false }),
    collapsed: (isCollapsed) => on.placed({ isCollapsed }),
  })
  let frame: Window | undefined
  const target = dock.openFrame().then((opened) => {
    frame = opened
    return opened
  })
  return {
    target,
    isThere: () => true,
    focus: () => frame?.focus(),
    place(next) {
      current = next
      if (next.place !== 'window') dock.shape(shapeOf(next))
    },
    fail: (thrown) =>
      dock.showFailure({
        message: thrown instanceof Error ? thrown.message : String(thrown),
        retry: on.retry,
        close: on.close,
      }),
    remove: () => dock.remove(),
  }
}

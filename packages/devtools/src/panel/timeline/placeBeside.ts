interface Size {
  readonly width: number
  readonly height: number
}

const AWAY_PX = 14

/** Where a tooltip stands beside the pointer: to its right and below, to its other sides where there is no room. */
export function placeBeside(
  pointer: { readonly x: number; readonly y: number },
  { width, height }: Size,
  stage: Size,
): { readonly x: number; readonly y: number } {
  const right = pointer.x + AWAY_PX
  const below = pointer.y + AWAY_PX
  const x = right + width <= stage.width ? right : pointer.x - AWAY_PX - width
  const y = below + height <= stage.height ? below : pointer.y - AWAY_PX - height
  const within = (at: number, length: number, room: number) => Math.max(0, Math.min(at, room - length))
  return { x: within(x, width, stage.width), y: within(y, height, stage.height) }
}

/** What the painters of the timeline have in common. */
export type Painting = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** On a pixel's middle, so that a line of one pixel is sharp. */
export const crisp = (at: number): number => Math.round(at) + 0.5

/** Rounds to the pixels of the screen, of which a unit may be several. */
export function snapOf(context: Painting): (at: number) => number {
  const ratio = context.getTransform().a
  return (at) => Math.round(at * ratio) / ratio
}

export function verticalLine(context: Painting, x: number, from: number, to: number): void {
  context.beginPath()
  context.moveTo(crisp(x), from)
  context.lineTo(crisp(x), to)
  context.stroke()
}

/** Gives a canvas as many pixels as its box has on this screen, and a context in which a unit is a CSS pixel. */
export function sizeCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | undefined {
  const ratio = devicePixelRatio
  const wide = Math.round(width * ratio)
  const high = Math.round(height * ratio)
  if (canvas.width !== wide) canvas.width = wide
  if (canvas.height !== high) canvas.height = high
  // Opaque: the painter fills every pixel, and text is sharper.
  const context = canvas.getContext('2d', { alpha: false }) ?? undefined
  context?.setTransform(ratio, 0, 0, ratio, 0, 0)
  return context
}

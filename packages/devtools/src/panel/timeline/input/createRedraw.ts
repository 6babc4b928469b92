/** Draws in the next frame, once, however often it is asked to before. */
export function createRedraw(draw: (nowMs: number) => void): { ask(): void; stop(): void } {
  let asked: number | undefined
  return {
    ask() {
      asked ??= requestAnimationFrame((nowMs) => {
        asked = undefined
        draw(nowMs)
      })
    },
    stop() {
      if (asked !== undefined) cancelAnimationFrame(asked)
      asked = undefined
    },
  }
}

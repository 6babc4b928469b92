import type { DevtoolsPage } from './DevtoolsQuestion.ts'

/** Notes when frames are drawn, and at how many of them the page shows another moment than before. */
export function frameWatch(moment: () => number): Pick<DevtoolsPage, 'watchFrames' | 'frames'> {
  let times: number[] = []
  let moments = 0
  let isWatching = false
  return {
    watchFrames() {
      times = []
      moments = 0
      isWatching = true
      let shown = moment()
      const frame = (time: number) => {
        if (!isWatching) return
        times.push(time)
        const now = moment()
        if (now !== shown) moments++
        shown = now
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    },
    frames() {
      isWatching = false
      const intervals = times.slice(1).map((time, at) => time - (times[at] as number))
      return { intervals, moments, lastedMs: (times.at(-1) ?? 0) - (times[0] ?? 0) }
    },
  }
}

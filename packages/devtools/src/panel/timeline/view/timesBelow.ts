import type { Tick } from './ticks.ts'

const DAY_MS = 86_400_000

/** Puts the recorded times under ticks of offsets, as finely as they differ. */
export function timesBelow(
  ticks: readonly Tick[],
  timeOf: (place: number) => number | undefined,
  locale?: string,
): readonly (Tick & { below?: string })[] {
  const times = ticks.map(({ at }) => timeOf(at))
  const known = times.filter((time) => time !== undefined)
  const format = new Intl.DateTimeFormat(locale, formatFor(known))
  return ticks.map((tick, at) => {
    const time = times[at]
    return time === undefined ? tick : { ...tick, below: format.format(time) }
  })
}

function formatFor(times: readonly number[]): Intl.DateTimeFormatOptions {
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0)
  const step = span / Math.max(1, times.length - 1)
  if (span > 180 * DAY_MS) return { day: 'numeric', month: 'short', year: 'numeric' }
  if (span > 12 * 3_600_000) return { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }
  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  return step > 0 && step < 1000 ? { ...clock, fractionalSecondDigits: 3 } : clock
}

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' })
const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
})

/** A recorded time, in full: it may be of another day, and others are milliseconds away. */
export const momentText = (timeMs: number): string => `${day.format(timeMs)}, ${clock.format(timeMs)}`

const UNITS = [
  { ms: 86_400_000, name: 'd' },
  { ms: 3_600_000, name: 'h' },
  { ms: 60_000, name: 'min' },
  { ms: 1000, name: 's' },
  { ms: 1, name: 'ms' },
] as const

/** A length of time in its largest unit, to three figures: `1.24 s`. */
export function durationText(ms: number): string {
  const unit = UNITS.find((each) => Math.abs(ms) >= each.ms) ?? UNITS[4]
  return `${(ms / unit.ms).toLocaleString(undefined, { maximumSignificantDigits: 3 })} ${unit.name}`
}

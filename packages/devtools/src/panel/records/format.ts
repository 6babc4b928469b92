const counts = new Intl.NumberFormat('en-US')
const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** `1,204`. */
export const formatCount = (count: number): string => counts.format(count)

/** `12 records`, `1 record`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`

/** A length of time in two figures or so: `0`, `16 ms`, `1.2 s`, `3 min 4 s`, `2 h 10 min`, `5 d`. */
export function formatGap(ms: number): string {
  if (ms < 1) return '0'
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 59_950) return `${tenths.format(ms / 1000)} s`
  const seconds = Math.round(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return two(minutes, 'min', seconds % 60, 's')
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return two(hours, 'h', minutes % 60, 'min')
  return `${formatCount(Math.floor(hours / 24))} d`
}

const two = (big: number, bigUnit: string, small: number, smallUnit: string) =>
  small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
})
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** `23 Nov 2026, 12:04:31.250`, in the time zone of the reader. */
export const formatTime = (time: number): string => `${day.format(time)}, ${clock.format(time)}`

const whole = new Intl.NumberFormat('en')

/** An offset or a number of records, in groups of three. */
export const countText = (count: number): string => whole.format(count)

/** A recorded time, by the clock of the reader, to the millisecond; with its day where it is not today. */
export function timeText(time: number, now: number): string {
  const at = new Date(time)
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, '0')}`
  return at.toDateString() === new Date(now).toDateString() ? clock : `${dayText(at)} ${clock}`
}

const dayText = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
const two = (part: number) => String(part).padStart(2, '0')

/** Where the playhead stands, in words. */
export function placeText(offset: number, head: number): string {
  if (head < 0) return 'The log is empty'
  if (offset < 0) return `Before the first of ${countText(head + 1)} records`
  return `Record ${countText(offset)} of 0 to ${countText(head)}`
}

/** `1×`, `¼×`. */
export function speedText(speed: number): string {
  if (speed === 0.25) return '¼×'
  if (speed === 0.5) return '½×'
  return `${speed}×`
}

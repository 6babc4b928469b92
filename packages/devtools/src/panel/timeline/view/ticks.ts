import { scaleTime } from 'd3-scale'
import type { Viewport } from './Viewport.ts'
import { unitsPerPixel } from './Viewport.ts'

export interface Tick {
  readonly at: number
  readonly label: string
  /** Begins something larger: a day among hours, a year among months. */
  readonly strong: boolean
}

/** Between labels, at least; a label with a date takes more. */
export const LABEL_PX = 92
export const DATE_LABEL_PX = 132

/** Offsets at steps of 1, 2 or 5 by powers of ten, within what is seen and the log. */
export function offsetTicks(view: Viewport, head: number, labelPx: number, locale?: string): readonly Tick[] {
  const step = niceStep(unitsPerPixel(view) * labelPx)
  const format = new Intl.NumberFormat(locale)
  const ticks: Tick[] = []
  for (let at = Math.max(0, Math.ceil(view.from / step) * step); at <= Math.min(head, view.to); at += step)
    ticks.push({ at, label: format.format(at), strong: false })
  return ticks
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is not less. */
export function niceStep(least: number): number {
  if (least <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 5, 10].find((each) => each * power >= least * (1 - 1e-9))
  return (step ?? 10) * power
}

/** Times at the steps that a clock and a calendar have, in words of the reader's language. */
export function timeTicks(view: Viewport, locale?: string): readonly Tick[] {
  const scale = scaleTime([new Date(view.from), new Date(view.to)], [0, view.width])
  const dates = scale.ticks(Math.max(1, Math.floor(view.width / LABEL_PX)))
  return dates.map((date) => {
    const { format, strong } = timeFormat(date)
    return { at: date.getTime(), label: formatter(format, locale).format(date), strong }
  })
}

const FORMATS = {
  millisecond: { minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  minute: { hour: '2-digit', minute: '2-digit' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** What a tick has to say is the smallest unit that is not zero, as in d3's own format. */
function timeFormat(date: Date): { readonly format: keyof typeof FORMATS; readonly strong: boolean } {
  if (date.getMilliseconds() !== 0) return { format: 'millisecond', strong: false }
  if (date.getSeconds() !== 0) return { format: 'second', strong: false }
  if (date.getHours() !== 0 || date.getMinutes() !== 0) return { format: 'minute', strong: false }
  if (date.getDate() !== 1) return { format: 'day', strong: true }
  return { format: date.getMonth() === 0 ? 'year' : 'month', strong: true }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(format: keyof typeof FORMATS, locale: string | undefined): Intl.DateTimeFormat {
  const key = `${format} ${locale}`
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, FORMATS[format])
  formatters.set(key, known)
  return known
}

import { Money } from '@playhead/ui'
import { scaleLinear } from 'd3-scale'
import { area, curveStepAfter, line } from 'd3-shape'
import type { PointerEvent } from 'react'
import { memo, useId, useMemo, useState } from 'react'
import type { DayNumber } from '../calendar/index.ts'
import { calendarDay, calendarTicks, formatDay, locale } from '../calendar/index.ts'
import { useInlineSize } from '../layout/useInlineSize.ts'
import { currencyExponent, formatMoney } from '../money/index.ts'
import styles from './BalanceChart.module.css'
import type { BalanceSeries } from './BalanceSeries.ts'
import { balanceOn, outline } from './BalanceSeries.ts'
import { compactMoney } from './compactMoney.ts'
import { describeBalances } from './describeBalances.ts'
import type { Scale } from './scales.ts'
import { amountScale, amountTicksOf } from './scales.ts'

export interface BalanceChartProps {
  /** What is drawn: "Giro". For screen readers. */
  label: string
  /** What is known, from the first day on. */
  series: BalanceSeries
  /** What the axes have room for: `series` where it is left out. */
  reach?: BalanceSeries
  currency: string
  /** The day being viewed: a line is drawn there, and what comes after it is dimmed. */
  viewed?: DayNumber | undefined
  /** A press on a day, or Enter while the chart has the focus. */
  onPick?: ((day: DayNumber) => void) | undefined
  heightPx?: number
}

/**
 * A balance over time, as the steps that it is.
 *
 * Hovering or, with the focus on it, the arrow keys show the exact amount of a day. Screen readers meet a picture with a
 * summary, and a slider over the days.
 */
export function BalanceChart({
  label,
  series,
  reach = series,
  currency,
  viewed,
  onPick,
  heightPx = 260,
}: BalanceChartProps) {
  const [ref, widthPx] = useInlineSize()
  const [pointed, setPointed] = useState<DayNumber>()
  const id = useId()
  const from = series.days[0] ?? 0
  const to = series.days.at(-1) ?? from
  const plot = useMemo(() => layOut(reach, currency, widthPx, heightPx), [reach, currency, widthPx, heightPx])
  const paths = useMemo(() => pathsOf(series, plot), [series, plot])
  const summary = useMemo(() => describeBalances(label, series, currency), [label, series, currency])

  const { x, y, left, right, top, bottom } = plot
  const edge = viewed === undefined ? right : Math.min(right, Math.max(left, x(viewed)))
  const shown = pointed === undefined ? undefined : Math.min(to, Math.max(from, pointed))
  const inFocus = shown ?? viewed ?? to

  const pointTo = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const day = Math.round(x.invert(left + event.clientX - box.left))
    if (day !== pointed) setPointed(day)
  }

  return (
    <div ref={ref} className={styles.chart} style={{ blockSize: heightPx }}>
      <input
        className={styles.keys}
        type="range"
        aria-label={`${label}: balance on a day`}
        aria-valuetext={`${formatDay(calendarDay(inFocus), 'long')}: ${formatMoney(balanceOn(series, inFocus), currency, locale)}`}
        min={from}
        max={to}
        value={inFocus}
        onChange={(event) => setPointed(event.currentTarget.valueAsNumber)}
        onBlur={() => setPointed(undefined)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && shown !== undefined) onPick?.(shown)
          if (event.key === 'Escape') setPointed(undefined)
        }}
      />
      {widthPx > 0 && (
        <svg className={styles.plot} width={widthPx} height={heightPx} role="img" aria-label={summary}>
          <defs>
            <linearGradient id={`${id}-fill`} x1="0" x2="0" y1={top} y2={bottom} gradientUnits="userSpaceOnUse">
              <stop offset="0" className={styles.fillTop} />
              <stop offset="1" className={styles.fillBottom} />
            </linearGradient>
            <clipPath id={`${id}-until`}>
              <rect x={left} y="0" width={Math.max(0, edge - left)} height={heightPx} />
            </clipPath>
            <clipPath id={`${id}-after`}>
              <rect x={edge} y="0" width={Math.max(0, right - edge)} height={heightPx} />
            </clipPath>
          </defs>
          <Axes plot={plot} currency={currency} />
          <g clipPath={`url(#${id}-until)`}>
            <path className={styles.area} d={paths.area} fill={`url(#${id}-fill)`} />
            <path className={styles.line} d={paths.line} />
          </g>
          {viewed !== undefined && (
            <>
              <path className={styles.later} d={paths.line} clipPath={`url(#${id}-after)`} />
              <line className={styles.viewed} x1={edge} x2={edge} y1={top - 8} y2={bottom} />
              <circle className={styles.viewedDot} cx={edge} cy={y(balanceOn(series, viewed))} r="4" />
            </>
          )}
          {shown !== undefined && (
            <>
              <line className={styles.pointed} x1={x(shown)} x2={x(shown)} y1={top - 8} y2={bottom} />
              <circle className={styles.pointedDot} cx={x(shown)} cy={y(balanceOn(series, shown))} r="4" />
            </>
          )}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; the slider above does the same for keys */}
          <rect
            className={styles.surface}
            data-pickable={onPick ? true : undefined}
            x={left}
            y="0"
            width={right - left}
            height={bottom}
            onPointerMove={pointTo}
            onPointerDown={pointTo}
            onPointerLeave={() => setPointed(undefined)}
            onClick={() => shown !== undefined && onPick?.(shown)}
          />
        </svg>
      )}
      {shown !== undefined && widthPx > 0 && (
        <div
          aria-hidden="true"
          className={styles.readout}
          data-side={x(shown) > widthPx / 2 ? 'start' : 'end'}
          style={{ insetInlineStart: x(shown) }}
        >
          <span className={styles.readoutDay}>{formatDay(calendarDay(shown), 'weekday')}</span>
          <Money
            className={styles.readoutAmount}
            minor={balanceOn(series, shown)}
            currency={currency}
            exponent={currencyExponent(currency)}
            locale={locale}
          />
        </div>
      )}
    </div>
  )
}

const margin = { top: 12, right: 12, bottom: 24 }

interface Plot {
  readonly x: Scale
  readonly y: Scale
  /** Its edges in pixels. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function layOut(reach: BalanceSeries, currency: string, widthPx: number, heightPx: number): Plot {
  const amounts = amountScale(reach)
  const labels = amountTicksOf(amounts).map((minor) => compactMoney(minor, currency))
  const left = gutterOf(labels)
  const right = Math.max(widthPx - margin.right, left + 1)
  const bottom = heightPx - margin.bottom
  const from = reach.days[0] ?? 0
  const to = reach.days.at(-1) ?? from
  return {
    x: scaleLinear([from, Math.max(to, from + 1)], [left, right]),
    y: amounts.range([bottom, margin.top]),
    left,
    right,
    top: margin.top,
    bottom,
  }
}

/** Room for the longest label of the amounts, at 11 px. */
const gutterOf = (labels: readonly string[]) => 14 + Math.max(0, ...labels.map((label) => label.length)) * 6.4

function pathsOf(series: BalanceSeries, { x, y, left, right, bottom }: Plot): { line: string; area: string } {
  const points = outline(series, right - left)
  const [low = 0, high = 0] = y.domain()
  // Filled from zero, where zero is in sight: a debt hangs down from it.
  const zero = low <= 0 && high >= 0 ? y(0) : bottom
  const across = (at: number) => x(series.days[at] as number)
  const height = (at: number) => y(series.minor[at] as number)
  return {
    line: line<number>(across, height).curve(curveStepAfter).digits(1)(points) ?? '',
    area: area<number>(across, zero, height).curve(curveStepAfter).digits(1)(points) ?? '',
  }
}

const Axes = memo(function Axes({ plot: { x, y, left, right, bottom }, currency }: { plot: Plot; currency: string }) {
  const [from = 0, to = 0] = x.domain()
  return (
    <g className={styles.axes}>
      {amountTicksOf(y).map((minor) => (
        <g key={minor} data-zero={minor === 0 || undefined}>
          <line x1={left} x2={right} y1={crisp(y(minor))} y2={crisp(y(minor))} />
          <text x={left - 8} y={y(minor)} dy="0.32em" textAnchor="end">
            {compactMoney(minor, currency)}
          </text>
        </g>
      ))}
      {calendarTicks(calendarDay(from), calendarDay(to), right - left).map(
        (tick) =>
          tick.label !== undefined && (
            <text key={tick.value} x={x(tick.value)} y={bottom + 17} textAnchor="middle">
              {tick.label}
            </text>
          ),
      )}
    </g>
  )
})

/** On whole pixels and a half, a line of one pixel is one pixel wide. */
const crisp = (at: number) => Math.round(at) + 0.5

import type { Selector } from '@playhead/core'
import { Card, SegmentedControl, Skeleton, ToggleButton } from '@playhead/ui'
import { Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { lazy, memo, Suspense, useMemo, useState } from 'react'
import type { CalendarDay } from '../../../calendar/index.ts'
import { calendarDay, dayNumber, localDay } from '../../../calendar/index.ts'
import type { BalanceSeries } from '../../../charts/BalanceSeries.ts'
import { seriesUntil } from '../../../charts/BalanceSeries.ts'
import type { ChartRange } from '../../../charts/useChartRange.ts'
import { chartRanges, chartSpan, useChartRange } from '../../../charts/useChartRange.ts'
import { useSelector } from '../../../hooks.ts'
import { axisSpan, useLive, useTimePlace, useTimeView } from '../../time/index.ts'
import { bookedSpan } from '../index.ts'
import styles from './BalanceHistory.module.css'

// Drawing libraries come after the first figures are there.
const BalanceChart = lazy(async () => ({ default: (await import('../../../charts/BalanceChart.tsx')).BalanceChart }))
const BalanceTable = lazy(async () => ({ default: (await import('../../../charts/BalanceTable.tsx')).BalanceTable }))
/** As high as the chart will be, so that nothing moves when it comes. */
const CHART_HEIGHT = '260px'

export interface BalanceHistoryProps {
  /** Above the chart: what it comes to. */
  head: ReactNode
  /** What is drawn, for screen readers: "Net worth in EUR". */
  label: string
  currency: string
  /** The balances between two days. */
  seriesOf: (from: CalendarDay, to: CalendarDay) => Selector<BalanceSeries>
}

/**
 * A balance over time, as a chart or a table. The axis of days is that of all that is recorded, so that it stays put
 * while somebody moves through time; a press on a day moves there.
 */
export function BalanceHistory({ head, label, currency, seriesOf }: BalanceHistoryProps) {
  const view = useTimeView()
  const place = useTimePlace()
  const [range, setRange] = useChartRange()
  const [isTable, setTable] = useState(false)
  const booked = useLive(bookedSpan)
  const viewedSpan = useSelector(bookedSpan)
  const axis = useMemo(() => axisSpan(booked, localDay(Date.now())), [booked])
  const viewedDay = place.axis === 'booked' ? place.day : undefined
  const { from, to } = chartSpan(range, { ...axis, viewed: viewedDay })
  const selector = seriesOf(from, to)
  const reach = useLive(selector)
  const all = useSelector(selector)
  // As recorded in the past, nothing is known of the days after the last booking.
  const isRecordedPast = place.axis === 'recorded' && place.offset !== undefined
  const series = isRecordedPast ? seriesUntil(all, dayNumber(viewedSpan?.last ?? from)) : all
  const pick = (day: number) => view.viewDay(calendarDay(day) >= axis.last ? undefined : calendarDay(day))
  return (
    <Card>
      <div className={styles.head}>
        <div className={styles.figures}>{head}</div>
        <Controls range={range} onRange={setRange} isTable={isTable} onTable={setTable} />
      </div>
      <Suspense fallback={<Skeleton shape="block" blockSize={CHART_HEIGHT} />}>
        {isTable ? (
          <BalanceTable label={label} series={series} currency={currency} />
        ) : (
          <BalanceChart
            label={label}
            series={series}
            reach={reach}
            currency={currency}
            viewed={viewedDay === undefined ? undefined : dayNumber(viewedDay)}
            onPick={isRecordedPast ? undefined : pick}
          />
        )}
      </Suspense>
    </Card>
  )
}

interface ControlsProps {
  range: ChartRange
  onRange: (range: ChartRange) => void
  isTable: boolean
  onTable: (isTable: boolean) => void
}

const Controls = memo(function Controls({ range, onRange, isTable, onTable }: ControlsProps) {
  return (
    <div className={styles.controls}>
      <SegmentedControl size="sm" label="Range" segments={chartRanges} value={range} onChange={onRange} />
      <ToggleButton size="sm" isSelected={isTable} onChange={onTable} aria-label="Show as a table">
        <Table2 aria-hidden="true" size={15} />
      </ToggleButton>
    </div>
  )
})

import { Card, SegmentedControl, ToggleButton } from '@playhead/ui'
import { Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { calendarDay, dayNumber, localDay } from '../../../calendar/index.ts'
import type { CalendarDay } from '../../../calendar/index.ts'
import { BalanceChart } from '../../../charts/BalanceChart.tsx'
import type { BalanceSeries } from '../../../charts/BalanceSeries.ts'
import { BalanceTable } from '../../../charts/BalanceTable.tsx'
import { chartRanges, chartSpan, useChartRange } from '../../../charts/useChartRange.ts'
import { useSelector } from '../../../hooks.ts'
import type { Selector } from '@playhead/core'
import { axisSpan, useLive, useTimePlace, useTimeView } from '../../time/index.ts'
import { bookedSpan } from '../index.ts'
import styles from './BalanceHistory.module.css'

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
  const series = useSelector(selector)
  const known = useLive(selector)
  // As recorded in the past, nothing is known of the days after the last booking.
  const isRecordedPast = place.axis === 'recorded' && place.offset !== undefined
  const knownUntil = isRecordedPast ? dayNumber(viewedSpan?.last ?? from) : undefined

  return (
    <Card>
      <div className={styles.head}>
        <div className={styles.figures}>{head}</div>
        <div className={styles.controls}>
          <SegmentedControl size="sm" label="Range" segments={chartRanges} value={range} onChange={setRange} />
          <ToggleButton size="sm" isSelected={isTable} onChange={setTable} aria-label="Show as a table">
            <Table2 aria-hidden="true" size={15} />
          </ToggleButton>
        </div>
      </div>
      {isTable ? (
        <BalanceTable label={label} series={series} currency={currency} />
      ) : (
        <BalanceChart
          label={label}
          series={series}
          reach={known}
          currency={currency}
          viewed={viewedDay === undefined ? undefined : dayNumber(viewedDay)}
          knownUntil={knownUntil}
          {...(!isRecordedPast && {
            onPick: (day: number) => view.viewDay(calendarDay(day) >= axis.last ? undefined : calendarDay(day)),
          })}
        />
      )}
    </Card>
  )
}

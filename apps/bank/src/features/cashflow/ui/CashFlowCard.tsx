import { Card, ToggleButton } from '@playhead/ui'
import { Table2 } from 'lucide-react'
import { useState } from 'react'
import { localDay } from '../../../calendar/index.ts'
import { useSelector } from '../../../hooks.ts'
import { accounts, bookedSpan } from '../../accounts/index.ts'
import { useTimePlace } from '../../time/index.ts'
import { cashFlow } from '../cashFlow.ts'
import { FlowChart } from './FlowChart.tsx'
import { FlowTable } from './FlowTable.tsx'

/** On the overview: a year of months, what came in and what went out. */
export function CashFlowCard() {
  const currency = useSelector(accounts)[0]?.currency ?? 'EUR'
  const place = useTimePlace()
  const span = useSelector(bookedSpan)
  const [isTable, setTable] = useState(false)
  const today = localDay(Date.now())
  const isRecordedPast = place.axis === 'recorded' && place.offset !== undefined
  const last = place.axis === 'booked' ? (place.day ?? today) : isRecordedPast ? (span?.last ?? today) : today
  const months = useSelector(cashFlow(currency, last, MONTHS))
  return (
    <Card
      title="Cash flow"
      description={`In and out by month, ${currency}`}
      actions={
        <ToggleButton size="sm" isSelected={isTable} onChange={setTable} aria-label="Show the cash flow as a table">
          <Table2 aria-hidden="true" size={15} />
        </ToggleButton>
      }
    >
      {isTable ? <FlowTable months={months} currency={currency} /> : <FlowChart months={months} currency={currency} />}
    </Card>
  )
}

const MONTHS = 12

import { useCallback, useState } from 'react'
import { useSelector } from '../../../hooks.ts'
import { useViewedDay } from '../../time/index.ts'
import { netWorth, netWorthOn, netWorthSeries } from '../index.ts'
import { BalanceHistory } from './BalanceHistory.tsx'
import { WorthFigure } from './WorthFigure.tsx'

/** What the household owns less what it owes: one amount for each currency, never added up, and its course. */
export function NetWorth() {
  const day = useViewedDay()
  const worth = useSelector(day === undefined ? netWorth : netWorthOn(day))
  const [chosen, setChosen] = useState<string>()
  const currency = chosen ?? worth[0]?.currency ?? 'EUR'
  const seriesOf = useCallback((from: string, to: string) => netWorthSeries(currency, from, to), [currency])
  return (
    <BalanceHistory
      label={`Net worth in ${currency}`}
      currency={currency}
      seriesOf={seriesOf}
      head={worth.map((each) => (
        <WorthFigure
          key={each.currency}
          worth={each}
          isChosen={each.currency === currency}
          onChoose={worth.length > 1 ? () => setChosen(each.currency) : undefined}
        />
      ))}
    />
  )
}

import { Money } from '@playhead/ui'
import { locale } from '../../../calendar/index.ts'
import { useSelector } from '../../../hooks.ts'
import type { Account } from '../../../ledger/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import { useViewedDay } from '../../time/index.ts'
import { availableOf, hasAvailable } from '../index.ts'
import { useAccountBalance } from './useAccountBalance.ts'

export interface AccountBalanceProps {
  account: Account
  coloring?: 'none' | 'debt'
  isDisplay?: boolean
  className?: string | undefined
}

/** What an account holds at the place being viewed. By itself, so that nothing around it is drawn with every figure. */
export function AccountBalance({
  account: { id, currency },
  coloring = 'none',
  isDisplay = false,
  className,
}: AccountBalanceProps) {
  return (
    <Money
      className={className}
      minor={useAccountBalance(id)}
      currency={currency}
      exponent={currencyExponent(currency)}
      locale={locale}
      coloring={coloring}
      isDisplay={isDisplay}
    />
  )
}

/** What can be spent of it, in words, where that is not what is posted. Nothing in a booked past: holds are not booked. */
export function AvailableBalance({
  account: { id, currency },
  className,
}: {
  account: Account
  className?: string | undefined
}) {
  const available = useSelector(availableOf(id))
  const differs = useSelector(hasAvailable(id))
  const day = useViewedDay()
  if (!differs || day !== undefined) return null
  return (
    <span className={className}>
      <Money minor={available} currency={currency} exponent={currencyExponent(currency)} locale={locale} /> available
    </span>
  )
}

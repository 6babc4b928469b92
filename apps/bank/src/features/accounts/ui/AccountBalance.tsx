import { Money } from '@playhead/ui'
import { locale } from '../../../calendar/index.ts'
import type { Account } from '../../../ledger/index.ts'
import { currencyExponent } from '../../../money/index.ts'
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

import { accounts } from '../features/accounts/index.ts'
import { useAccountOf } from '../features/accounts/ui/useAccountOf.ts'
import { NewTransfer } from '../features/payments/ui/NewTransfer.tsx'
import { PaymentsCard } from '../features/payments/ui/PaymentsCard.tsx'
import { useIsPast } from '../features/time/index.ts'
import { useSelector } from '../hooks.ts'
import { useBank } from './BankContext.ts'

/** Transfers between own accounts, and the way to a new one; the past is read-only. */
export function Transfers() {
  const { sandbox } = useBank()
  const own = useSelector(accounts)
  const accountOf = useAccountOf()
  const isPast = useIsPast()
  return (
    <PaymentsCard
      accountOf={accountOf}
      isPast={isPast}
      actions={<NewTransfer accounts={own} sandbox={sandbox} isDisabled={isPast} newId={() => crypto.randomUUID()} />}
    />
  )
}

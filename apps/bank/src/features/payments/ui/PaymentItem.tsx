import type { Tone } from '@playhead/ui'
import { Badge, Money } from '@playhead/ui'
import type { ReactNode } from 'react'
import { locale } from '../../../calendar/index.ts'
import { useSelector } from '../../../hooks.ts'
import { currencyExponent } from '../../../money/index.ts'
import { accountFinder } from '../../accounts/index.ts'
import type { Order } from '../Order.ts'
import type { Payment } from '../payments.ts'
import styles from './PaymentItem.module.css'

export interface PaymentItemProps {
  order: Order
  detail: ReactNode
  /** Why it is as it is, where that must be said. */
  reason?: string | undefined
  /** What has become of it, and what can be done. */
  children: ReactNode
}

/** A payment in a list: from where to whom, how much, and what has become of it. */
export function PaymentItem({ order, detail, reason, children }: PaymentItemProps) {
  const { currency, minor } = order
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <div className={styles.name}>{usePaymentName(order)}</div>
        <div className={styles.detail}>{detail}</div>
        {reason !== undefined && <div className={styles.reason}>{reason}</div>}
      </div>
      <div className={styles.end}>
        <Money minor={minor} currency={currency} exponent={currencyExponent(currency)} locale={locale} />
        <div className={styles.state}>{children}</div>
      </div>
    </li>
  )
}

/** `Household account to Savings`. */
export function usePaymentName({ from, to }: Order): string {
  const accountOf = useSelector(accountFinder)
  const target = to.kind === 'own' ? (accountOf(to.account)?.name ?? to.account) : to.name
  return `${accountOf(from)?.name ?? from} to ${target}`
}

/** What has become of a payment. */
export function PaymentStatus({ payment }: { payment: Payment }) {
  const { tone, words, goesOn } = statusOf(payment)
  return (
    <Badge tone={tone} hasDot={goesOn === true}>
      {words}
    </Badge>
  )
}

/** The sentence that belongs to it. */
export const reasonOf = ({ reason, reversal, isLate, status }: Payment): string | undefined => {
  if (status === 'pending') return isLate ? 'It takes longer than usual. Nothing needs to be done.' : undefined
  return reason ?? (reversal?.status === 'refused' ? `Not taken back. ${reversal.reason}` : undefined)
}

function statusOf({ status, isLate, reversal }: Payment): { tone: Tone; words: string; goesOn?: boolean } {
  if (reversal?.status === 'done') return { tone: 'neutral', words: 'Taken back' }
  if (reversal?.status === 'asked') return { tone: 'accent', words: 'Asking it back', goesOn: true }
  switch (status) {
    case 'pending':
      return isLate
        ? { tone: 'warning', words: 'Late', goesOn: true }
        : { tone: 'accent', words: 'Pending', goesOn: true }
    case 'cleared':
      return { tone: 'positive', words: 'Cleared' }
    case 'refused':
      return { tone: 'negative', words: 'Refused' }
    case 'unbooked':
      return { tone: 'negative', words: 'Not booked' }
  }
}

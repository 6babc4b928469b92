import { Badge, Button, Card, Money } from '@playhead/ui'
import type { ReactNode } from 'react'
import { formatMoment, locale } from '../../../calendar/index.ts'
import { useActions, useSelector } from '../../../hooks.ts'
import type { Account, AccountId } from '../../../ledger/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import type { Transfer } from '../actions.ts'
import { payments as happened } from '../actions.ts'
import { pendingPayments, refusedPayments, scheduledPayments } from '../index.ts'
import styles from './PaymentsCard.module.css'

export interface PaymentsCardProps {
  accountOf: (id: AccountId) => Account | undefined
  isPast: boolean
  /** The way to a new transfer. */
  actions?: ReactNode
}

/** What is on its way, what waits for its time, and what the bank refused last. */
export function PaymentsCard({ accountOf, isPast, actions }: PaymentsCardProps) {
  const pending = useSelector(pendingPayments)
  const scheduled = useSelector(scheduledPayments)
  const refused = useSelector(refusedPayments).slice(0, REFUSED_SHOWN_MAX)
  const { unscheduled } = useActions(happened)
  const isEmpty = pending.length + scheduled.length + refused.length === 0
  return (
    <Card
      title="Transfers"
      description="Carried out by a sandbox bank: no money moves"
      actions={actions}
      padding="none"
    >
      {isEmpty ? null : (
        // biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list
        <ul role="list" className={styles.list}>
          {pending.map((each) => (
            <Item key={each.paymentId} transfer={each} accountOf={accountOf} detail={formatMoment(each.requestedAt)}>
              <Badge tone="accent" hasDot>
                Pending
              </Badge>
            </Item>
          ))}
          {scheduled.map((each) => (
            <Item key={each.paymentId} transfer={each} accountOf={accountOf} detail={formatMoment(each.at)}>
              <Badge tone="info">Scheduled</Badge>
              <Button
                size="sm"
                isDisabled={isPast}
                aria-label={`Cancel ${nameOf(each, accountOf)}`}
                onPress={() => unscheduled({ paymentId: each.paymentId })}
              >
                Cancel
              </Button>
            </Item>
          ))}
          {refused.map((each) => (
            <Item key={each.paymentId} transfer={each} accountOf={accountOf} detail={each.reason}>
              <Badge tone="negative">Refused</Badge>
            </Item>
          ))}
        </ul>
      )}
    </Card>
  )
}

const REFUSED_SHOWN_MAX = 3

interface ItemProps {
  transfer: Transfer
  accountOf: PaymentsCardProps['accountOf']
  detail: string | undefined
  children: ReactNode
}

function Item({ transfer, accountOf, detail, children }: ItemProps) {
  const { currency, minor } = transfer
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <div className={styles.name}>{nameOf(transfer, accountOf)}</div>
        <div className={styles.detail}>{detail}</div>
      </div>
      <Money minor={minor} currency={currency} exponent={currencyExponent(currency)} locale={locale} />
      {children}
    </li>
  )
}

const nameOf = ({ from, to }: Transfer, accountOf: PaymentsCardProps['accountOf']) =>
  `${accountOf(from)?.name ?? from} to ${accountOf(to)?.name ?? to}`

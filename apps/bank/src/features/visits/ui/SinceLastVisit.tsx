import { Button, Card, Money } from '@playhead/ui'
import { History } from 'lucide-react'
import { useEffect } from 'react'
import { counted, formatMoment, locale } from '../../../calendar/index.ts'
import { useSelector } from '../../../hooks.ts'
import { ledger } from '../../../ledger/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import { useIsPast, useTimeView } from '../../time/index.ts'
import { changesSince } from '../changesSince.ts'
import { lastVisit, rememberVisit } from '../lastVisit.ts'
import styles from './SinceLastVisit.module.css'

/** What is new, and the way to look at the bank as it was then. Nothing on a first visit, in the past, or without news. */
export function SinceLastVisit() {
  const view = useTimeView()
  const isPast = useIsPast()
  // What is new grows while the page is open.
  useSelector(ledger)
  useEffect(() => {
    const remember = () => {
      if (document.visibilityState === 'hidden') {
        rememberVisit({ head: view.store.timeline.playhead.head, at: Date.now() })
      }
    }
    document.addEventListener('visibilitychange', remember)
    return () => document.removeEventListener('visibilitychange', remember)
  }, [view])
  const visit = lastVisit
  const changes = visit && !isPast ? changesSince(view.store, visit.head) : undefined
  if (!visit || !changes || changes.entries + changes.accounts.length === 0) return null
  return (
    <Card title="Since your last visit" description={formatMoment(visit.at)}>
      <div className={styles.words}>
        <p>
          {[
            ...(changes.entries > 0 ? [counted(changes.entries, 'new entry', 'new entries')] : []),
            ...(changes.accounts.length > 0 ? [counted(changes.accounts.length, 'new account', 'new accounts')] : []),
          ].join(', ')}
          {changes.worth.map(({ currency, minor }) => (
            <span key={currency}>
              {' · '}
              <Money
                minor={minor}
                currency={currency}
                exponent={currencyExponent(currency)}
                locale={locale}
                sign="always"
                coloring="credit"
              />
            </span>
          ))}
        </p>
        <ul>
          {changes.largest.map(({ entryId, memo, counterparty }) => (
            <li key={entryId}>{counterparty?.name ?? memo}</li>
          ))}
        </ul>
        <Button size="sm" icon={<History />} onPress={() => void view.viewRecord(visit.head)}>
          Look at it as it was then
        </Button>
      </div>
    </Card>
  )
}

import { Badge, Button, Money } from '@playhead/ui'
import { Link } from '@tanstack/react-router'
import { History } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDay, formatExactMoment, locale } from '../../../calendar/index.ts'
import { Parts } from '../../../feature/index.ts'
import { useSelector } from '../../../hooks.ts'
import type { Account, Leg, PostedEntry } from '../../../ledger/index.ts'
import { isOwn } from '../../../ledger/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import { formatIban } from '../../../text/formatIban.ts'
import { imports } from '../../import/index.ts'
import { entry as entrySelector } from '../index.ts'
import { categoryName, describeEntry, kindNames } from './describeEntry.ts'
import styles from './EntryDetails.module.css'

export interface EntryDetailsProps {
  entry: PostedEntry
  accountOf: (id: string) => Account | undefined
  /** Moves the page to the day on which it was booked. */
  onViewDay: (day: string) => void
  /** Moves the page to the moment at which it became known. */
  onViewMoment: (time: number) => void
}

/** All that is known of an entry: both sides, the days it counts on, when it was learned, and from where. */
export function EntryDetails({ entry, accountOf, onViewDay, onViewMoment }: EntryDetailsProps) {
  const ownLeg = entry.legs.find((leg) => isOwn(accountOf(leg.account) ?? { kind: 'equity' })) ?? entry.legs[0]
  const isTakenBack = useSelector(entrySelector(reversalOf(entry.entryId))) !== undefined
  if (!ownLeg) return null
  const { title, detail } = describeEntry(entry, ownLeg.account, accountOf)
  return (
    <div className={styles.entry}>
      <div>
        <div className={styles.amount}>
          <LegMoney leg={ownLeg} isDisplay />
        </div>
        <div className={styles.title}>{title}</div>
        {detail !== '' && <p className={styles.memo}>{detail}</p>}
        <div className={styles.badges}>
          <Badge tone={entry.kind === 'reversal' ? 'warning' : 'neutral'}>{kindNames[entry.kind]}</Badge>
          <Parts
            of="category"
            entry={entry}
            otherwise={entry.category !== undefined && <Badge>{categoryName(entry.category)}</Badge>}
          />
        </div>
      </div>
      <section>
        <h3 className={styles.heading}>Both sides</h3>
        <Legs legs={entry.legs} accountOf={accountOf} />
      </section>
      <section>
        <h3 className={styles.heading}>Dates</h3>
        <dl className={styles.facts}>
          <Fact name="Booked">
            <span>{formatDay(entry.bookingDate, 'weekday')}</span>
            <Button variant="ghost" size="sm" icon={<History />} onPress={() => onViewDay(entry.bookingDate)}>
              View that day
            </Button>
          </Fact>
          <Fact name="Value date">{formatDay(entry.valueDate, 'weekday')}</Fact>
          <Fact name="Recorded">
            <span>{formatExactMoment(entry.recordedAt)}</span>
            <Button variant="ghost" size="sm" icon={<History />} onPress={() => onViewMoment(entry.recordedAt)}>
              View as known then
            </Button>
          </Fact>
        </dl>
      </section>
      <section>
        <h3 className={styles.heading}>Details</h3>
        <dl className={styles.facts}>
          <Fact name="Counterparty">{entry.counterparty?.name}</Fact>
          <Fact name="Their account">{entry.counterparty?.account && asNumber(entry.counterparty.account)}</Fact>
          <Fact name="Their bank">{entry.counterparty?.bank}</Fact>
          <Fact name="Reference">{entry.reference}</Fact>
          <Fact name="Entry">
            <code className={styles.code}>{entry.entryId}</code>
          </Fact>
          <Fact name="Order">{`No. ${entry.ordinal + 1} in the ledger`}</Fact>
          <Fact name="Takes back">{entry.reverses !== undefined && <EntryLink entryId={entry.reverses} />}</Fact>
          <Fact name="Taken back by">{isTakenBack && <EntryLink entryId={reversalOf(entry.entryId)} />}</Fact>
          <Fact name="From">
            {entry.source ? <Source importId={entry.source.importId} line={entry.source.line} /> : undefined}
          </Fact>
        </dl>
      </section>
    </div>
  )
}

function Legs({ legs, accountOf }: { legs: readonly Leg[]; accountOf: EntryDetailsProps['accountOf'] }) {
  return (
    <table className={styles.legs}>
      <thead>
        <tr>
          <th scope="col">Account</th>
          <th scope="col">Amount</th>
        </tr>
      </thead>
      <tbody>
        {legs.map((leg) => (
          <tr key={leg.account}>
            <td>{nameOf(leg.account, accountOf(leg.account))}</td>
            <td>
              <LegMoney leg={leg} coloring="none" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface LegMoneyProps {
  leg: Leg
  isDisplay?: boolean
  coloring?: 'none' | 'credit'
}

function LegMoney({ leg: { minor, currency }, isDisplay = false, coloring = 'credit' }: LegMoneyProps) {
  return (
    <Money
      minor={minor}
      currency={currency}
      exponent={currencyExponent(currency)}
      locale={locale}
      sign="always"
      coloring={coloring}
      isDisplay={isDisplay}
    />
  )
}

/** The entry that takes back another has its id, as imports and payments write it. */
const reversalOf = (entryId: string) => `reversal/${entryId}`

function EntryLink({ entryId }: { entryId: string }) {
  return (
    <Link to="." search={(search) => ({ ...search, entry: entryId })} resetScroll={false}>
      {entryId}
    </Link>
  )
}

function Source({ importId, line }: { importId: string; line: number }) {
  const found = useSelector(imports).byId.get(importId)
  return <>{`${found?.fileName ?? 'an import'}, line ${line}`}</>
}

/** A term and what is known; nothing where nothing is. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === undefined || children === '' || children === false) return null
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** The household's accounts by name; the world's by what they are for: `Groceries (expense)`. */
function nameOf(id: string, account: Account | undefined): string {
  if (!account) return id
  return isOwn(account) ? account.name : `${categoryName(account.name)} (${account.kind})`
}

const asNumber = (account: string) => (/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account) ? formatIban(account) : account)

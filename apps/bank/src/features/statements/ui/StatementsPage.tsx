import { Badge, Button, Card, EmptyState, Money, Select } from '@playhead/ui'
import { Link, useParams } from '@tanstack/react-router'
import { Download, FileText, Lock } from 'lucide-react'
import { useMemo, useState } from 'react'
import { addDays, counted, formatDay, localDay, locale } from '../../../calendar/index.ts'
import { useDispatch, useSelector } from '../../../hooks.ts'
import { download } from '../../../layout/download.ts'
import type { Account } from '../../../ledger/index.ts'
import { accountHistory, calendarDay, ledger } from '../../../ledger/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import { account as accountSelector } from '../../accounts/index.ts'
import { useIsPast, useViewedDay } from '../../time/index.ts'
import { statements as happened } from '../actions.ts'
import { monthsToClose } from '../closeMonths.ts'
import { statementCamt } from '../export/statementCamt.ts'
import { statementCsv } from '../export/statementCsv.ts'
import { linesOf } from '../linesOf.ts'
import type { Period } from '../Period.ts'
import { statementsOf } from '../statements.ts'
import styles from './StatementsPage.module.css'

/** The periods of an account: those that are closed, which never change, and the one that goes on. */
export function StatementsPage() {
  const { accountId = '' } = useParams({ strict: false })
  const shown = useSelector(accountSelector(accountId))
  if (shown) return <Statements account={shown} />
  return (
    <EmptyState level={2} icon={<FileText />} title="There is no such account" actions={<Link to="/">Overview</Link>}>
      Its id is “{accountId}”, and none is open under it at this place in time.
    </EmptyState>
  )
}

function Statements({ account }: { account: Account }) {
  const { id } = account
  const history = useSelector(accountHistory(id))
  const closed = useSelector(statementsOf(id))
  const { entries } = useSelector(ledger)
  const viewedDay = useViewedDay()
  const isPast = useIsPast()
  const dispatch = useDispatch()
  const [chosen, setChosen] = useState<string>('open')
  const today = viewedDay ?? localDay(Date.now())
  const known = entries.size
  const period = useMemo((): Period => {
    const at = closed.findIndex(({ statementId }) => statementId === chosen)
    const statement = closed[at]
    if (statement) {
      const { number, from, to, openingMinor, closingMinor } = statement
      const lines = linesOf(history, closed[at - 1], statement)
      return { account, number, from, to, openingMinor, closingMinor, lines }
    }
    const before = closed.at(-1)
    const lines = linesOf(history, before, { to: '9999-12-31', entriesKnown: known }).filter(
      ({ entry }) => viewedDay === undefined || entry.bookingDate <= viewedDay,
    )
    const openingMinor = before?.closingMinor ?? 0
    return {
      account,
      number: undefined,
      from: before ? addDays(before.to, 1) : history.firstDay === undefined ? today : calendarDay(history.firstDay),
      to: lines.reduce((last, { entry }) => (entry.bookingDate > last ? entry.bookingDate : last), today),
      openingMinor,
      closingMinor: lines.at(-1)?.balanceMinor ?? openingMinor,
      lines,
    }
  }, [account, history, closed, chosen, known, viewedDay, today])
  const closable = useMemo(
    () => (isPast ? [] : monthsToClose(id, history, closed, today, known)),
    [isPast, id, history, closed, today, known],
  )
  const fileName = `${account.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${period.to}`
  return (
    <div className={styles.page}>
      <Link to="/accounts/$accountId" params={{ accountId: id }} className={styles.link}>
        {account.name}
      </Link>
      <Card
        title={`Statements of ${account.name}`}
        description={closed.length === 0 ? 'None is closed yet.' : counted(closed.length, 'is closed', 'are closed')}
        actions={
          closable.length > 0 && (
            <Button
              icon={<Lock />}
              size="sm"
              onPress={() => dispatch(closable.map((statement) => happened.closed(statement)))}
            >
              {`Close ${counted(closable.length, 'month', 'months')}`}
            </Button>
          )
        }
      >
        <div className={styles.choose}>
          <Select
            label="Period"
            className={styles.period}
            options={[
              { value: 'open', label: 'Open' },
              ...closed
                .map(({ statementId, number, from, to }) => ({
                  value: statementId,
                  label: `No. ${number}: ${formatDay(from)} – ${formatDay(to)}`,
                }))
                .reverse(),
            ]}
            value={period.number === undefined ? 'open' : chosen}
            onChange={setChosen}
          />
          <div className={styles.buttons}>
            <Button
              icon={<Download />}
              onPress={() => download(`${fileName}.csv`, [statementCsv(period)], 'text/csv;charset=utf-8')}
            >
              CSV
            </Button>
            <Button
              icon={<Download />}
              onPress={() =>
                download(`${fileName}.camt053.xml`, [statementCamt(period, Date.now())], 'application/xml')
              }
            >
              CAMT.053
            </Button>
          </div>
        </div>
        {closed.length === 0 && (
          <p className={styles.note}>
            A closed statement keeps its lines and balances for good. What is booked back into it later stands in the
            next one.
          </p>
        )}
      </Card>
      <Lines period={period} />
    </div>
  )
}

/** Longer periods are shown from their end: the files have all. */
const SHOWN_MAX = 100

function Lines({ period }: { period: Period }) {
  const { account, number, from, to, openingMinor, closingMinor, lines } = period
  const { currency } = account
  const money = (minor: number, sign: 'auto' | 'always' = 'auto') => (
    <Money minor={minor} currency={currency} exponent={currencyExponent(currency)} locale={locale} sign={sign} />
  )
  const shown = lines.slice(-SHOWN_MAX)
  const label = number === undefined ? 'Open period' : `Statement no. ${number}`
  return (
    <Card
      title={label}
      description={`${formatDay(from)} – ${formatDay(to)}`}
      actions={number === undefined ? <Badge>Open</Badge> : <Badge tone="positive">Closed</Badge>}
      padding="none"
    >
      <table className={styles.lines} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Booked</th>
            <th scope="col">Value</th>
            <th scope="col">What</th>
            <th scope="col">Amount</th>
            <th scope="col">Balance</th>
          </tr>
        </thead>
        <tbody>
          <tr className={styles.total}>
            <td colSpan={4}>Opening balance</td>
            <td data-label="Balance">{money(openingMinor)}</td>
          </tr>
          {shown.length < lines.length && (
            <tr>
              <td colSpan={5}>{counted(lines.length - shown.length, 'earlier line', 'earlier lines')} in the files</td>
            </tr>
          )}
          {shown.map(({ entry, minor, balanceMinor }) => (
            <tr key={entry.entryId}>
              <td>
                {formatDay(entry.bookingDate)}
                {entry.bookingDate < from && <Badge tone="warning">Booked back</Badge>}
              </td>
              <td data-label="Value">{formatDay(entry.valueDate)}</td>
              <td className={styles.what}>{entry.counterparty?.name ?? entry.memo}</td>
              <td data-label="Amount">{money(minor, 'always')}</td>
              <td data-label="Balance">{money(balanceMinor)}</td>
            </tr>
          ))}
          <tr className={styles.total}>
            <td colSpan={4}>Closing balance</td>
            <td data-label="Balance">{money(closingMinor)}</td>
          </tr>
        </tbody>
      </table>
    </Card>
  )
}

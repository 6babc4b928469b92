import { Badge, Banner, Button, Card } from '@playhead/ui'
import { counted, formatCount } from '../../../calendar/index.ts'
import { useIsPast, useTimeView } from '../../time/index.ts'
import type { ImportDesk, ImportJob, ImportPlan, LeftOutLine } from '../index.ts'
import { AccountQuestion } from './AccountQuestion.tsx'
import { formatBytes } from './formatBytes.ts'
import { formatNames } from './formatNames.ts'
import { PlannedLines } from './PlannedLines.tsx'
import styles from './PlanPreview.module.css'
import { StatementTable } from './StatementTable.tsx'

export interface PlanPreviewProps {
  job: ImportJob
  plan: ImportPlan
  desk: ImportDesk
}

/** What booking a file would do, to be confirmed. Nothing is booked before. */
export function PlanPreview({ job, plan, desk }: PlanPreviewProps) {
  const { file, statements, entries, holds, duplicates, leftOut, accountNeeded } = plan
  const lines = statements.reduce((sum, { statement }) => sum + statement.lines.length, 0)
  return (
    <Card
      title={job.fileName}
      description={[
        formatNames[file.format],
        formatBytes(job.bytes),
        counted(statements.length, 'statement', 'statements'),
        counted(lines, 'line', 'lines'),
      ].join(' · ')}
      actions={
        duplicates > 0 && (
          <Badge tone="info">{`${formatCount(duplicates)} of ${formatCount(lines)} already booked`}</Badge>
        )
      }
      footer={<Confirm job={job} plan={plan} desk={desk} />}
    >
      <div className={styles.body}>
        {accountNeeded && (
          <AccountQuestion
            currencies={[...new Set(statements.map(({ statement }) => statement.account.currency))]}
            onAnswer={(accountId, newName) => desk.chooseAccount(job.id, accountId, newName)}
          />
        )}
        {file.warnings.some(({ code }) => code === 'import/date-order-assumed') && (
          <DateOrderQuestion onAnswer={(dateOrder) => desk.readAgain(job.id, { dateOrder })} />
        )}
        <StatementTable statements={statements} />
        <PlannedLines statements={statements} />
        {leftOut.length > 0 && <p className={styles.note}>{describeLeftOut(leftOut)}</p>}
        {file.warnings.length > 0 && (
          <details className={styles.warnings}>
            <summary>{counted(file.warnings.length, 'thing', 'things')} to look at</summary>
            <ul>
              {file.warnings.map((warning, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the list of a file never changes
                <li key={at}>
                  {warning.at && <span className={styles.place}>Line {formatCount(warning.at.line)}: </span>}
                  {warning.message}
                </li>
              ))}
            </ul>
          </details>
        )}
        {holds.length > 0 && (
          <p className={styles.note}>
            {counted(holds.length, 'amount that the bank has announced is', 'amounts that the bank has announced are')}{' '}
            put on hold: not booked, and not available. Each ends when it is booked, or after two weeks.
          </p>
        )}
        {entries.length + holds.length === 0 && !accountNeeded && (
          <Banner kind="info" announce="off">
            There is nothing new in this file: all that can be booked is booked already.
          </Banner>
        )}
      </div>
    </Card>
  )
}

function Confirm({ job, plan, desk }: PlanPreviewProps) {
  const isPast = useIsPast()
  const view = useTimeView()
  const { entries, holds, accountNeeded } = plan
  const isNothing = entries.length + holds.length === 0
  const reason = isPast
    ? 'You are looking at the past, which is read-only.'
    : accountNeeded
      ? 'Choose the account first.'
      : isNothing
        ? ''
        : `${describeEntries(entries)} Nothing is booked before you confirm.`
  return (
    <div className={styles.confirm}>
      <span id={`why-${job.id}`} className={styles.reason}>
        {reason}
      </span>
      {isPast && (
        <Button variant="time" onPress={() => view.now()}>
          Back to now
        </Button>
      )}
      <div className={styles.buttons}>
        <Button onPress={() => desk.dismiss(job.id)}>{isNothing && !accountNeeded ? 'Close' : 'Discard'}</Button>
        {!isNothing && (
          <Button
            variant="primary"
            isDisabled={isPast || accountNeeded}
            aria-describedby={`why-${job.id}`}
            onPress={() => desk.confirm(job.id)}
          >
            {entries.length > 0
              ? `Book ${counted(entries.length, 'entry', 'entries')}`
              : `Put ${counted(holds.length, 'amount', 'amounts')} on hold`}
          </Button>
        )}
      </div>
    </div>
  )
}

/** `11 lines and the opening balance.` Nothing where there are lines alone. */
function describeEntries(entries: ImportPlan['entries']): string {
  const openings = entries.filter(({ source }) => source === undefined)
  if (openings.length === 0) return ''
  // An opening balance that was stated later is taken back before the earlier one is booked.
  const opening = openings.some(({ kind }) => kind === 'reversal')
    ? 'a corrected opening balance'
    : 'the opening balance'
  return `${counted(entries.length - openings.length, 'line', 'lines')} and ${opening}.`
}

/** Every date of the file reads both ways, and one was assumed. */
function DateOrderQuestion({ onAnswer }: { onAnswer: (order: 'day-month' | 'month-day') => void }) {
  return (
    <Banner
      kind="info"
      announce="off"
      title="Which comes first in this file’s dates?"
      actions={
        <>
          <Button size="sm" onPress={() => onAnswer('day-month')}>
            The day
          </Button>
          <Button size="sm" onPress={() => onAnswer('month-day')}>
            The month
          </Button>
        </>
      }
    >
      They read both ways. Look at the period below, and choose if it is wrong.
    </Banner>
  )
}

const reasons: Readonly<Record<LeftOutLine['reason'], string>> = {
  pending: 'pending at the bank',
  information: 'for information only',
  zero: 'without an amount',
  'other-currency': 'in another currency than the account',
}

/** `Lines that are not booked: 3 pending at the bank, 1 without an amount.` */
function describeLeftOut(lines: readonly LeftOutLine[]): string {
  const counts = new Map<LeftOutLine['reason'], number>()
  for (const { reason } of lines) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return `Lines that are not booked: ${Array.from(counts, ([reason, count]) => `${formatCount(count)} ${reasons[reason]}`).join(', ')}.`
}

import { Button, Checkbox, SegmentedControl, Select, TextField } from '@playhead/ui'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { locale } from '../../../calendar/index.ts'
import { useActions, useSelector } from '../../../hooks.ts'
import { formatMoney } from '../../../money/index.ts'
import { accounts, availableOf } from '../../accounts/index.ts'
import { useTimeView } from '../../time/index.ts'
import { payments as happened } from '../actions.ts'
import { quoteOf } from '../fx/quotes.ts'
import { MEMO_LENGTH_MAX, PAYEE_NAME_LENGTH_MAX } from '../orderSchema.ts'
import { payeesByName } from '../payees.ts'
import { sandboxMode } from '../payments.ts'
import { QuoteBox } from './QuoteBox.tsx'
import type { Draft } from './readDraft.ts'
import { emptyDraft, NEW_PAYEE, readDraft, targetsOf } from './readDraft.ts'
import styles from './TransferForm.module.css'
import { useLeftMs } from './useLeftMs.ts'

/** Asks for a transfer: from where, to whom, how much, when. What is wrong is said while it is written. */
export function TransferForm({ onDone }: { onDone: () => void }) {
  const { store } = useTimeView()
  const { requested, scheduled, payeeSaved, sandboxModeChosen } = useActions(happened)
  const own = useSelector(accounts)
  const known = useSelector(payeesByName)
  const mode = useSelector(sandboxMode)
  // One form is one payment: sent twice, it is paid once.
  const [paymentId] = useState(() => crypto.randomUUID())
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(own[0]?.id ?? ''))
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const available = useSelector(availableOf(draft.from))
  const from = own.find(({ id }) => id === draft.from)
  const currency = from?.currency ?? 'EUR'
  // A quote that comes, and one that expires, change what can be sent.
  const quoted = useSelector(quoteOf(draft.quote ?? ''))
  useLeftMs(quoted?.quote?.validUntil)
  const targets = targetsOf(own, known, draft.from)
  const read = readDraft(draft, { paymentId, accounts: own, payees: known, locale, store, nowMs: Date.now() })
  const { order, needsQuote } = read

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (!order) return
    if (draft.to === NEW_PAYEE && draft.isKept && order.to.kind === 'payee') {
      payeeSaved({ payeeId: paymentId, name: order.to.name, iban: order.to.iban })
    }
    if (read.schedule) scheduled(read.schedule)
    else requested(order)
    onDone()
  }

  return (
    <form className={styles.fields} onSubmit={submit}>
      <Select
        label="From"
        options={own.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.from}
        onChange={(id) => change({ from: id, to: draft.to === `own:${id}` ? null : draft.to, quote: undefined })}
      />
      <Select
        label="To"
        options={targets}
        value={draft.to}
        onChange={(to) => change({ to, quote: undefined })}
        placeholder="An account or a payee"
      />
      {draft.to === NEW_PAYEE && (
        <>
          <TextField
            label="Name"
            value={draft.name}
            onChange={(name) => change({ name })}
            maxLength={PAYEE_NAME_LENGTH_MAX}
            autoComplete="off"
          />
          <TextField
            label="IBAN"
            value={draft.iban}
            onChange={(iban) => change({ iban })}
            autoComplete="off"
            spellCheck="false"
            {...(read.ibanProblem !== undefined && { errorMessage: read.ibanProblem })}
          />
          <Checkbox isSelected={draft.isKept} onChange={(isKept) => change({ isKept })}>
            Keep as a payee
          </Checkbox>
        </>
      )}
      <TextField
        label="Amount"
        value={draft.amount}
        onChange={(amount) => change({ amount })}
        inputMode="decimal"
        autoComplete="off"
        suffix={currency}
        description={`${formatMoney(available, currency, locale)} available`}
        {...(read.amountProblem !== undefined && { errorMessage: read.amountProblem })}
      />
      {needsQuote && (
        <QuoteBox
          sell={needsQuote.sell}
          buy={needsQuote.buy}
          soldMinor={read.minor}
          quoteId={draft.quote}
          onAsk={(quote) => change({ quote })}
        />
      )}
      <TextField label="Memo" value={draft.memo} onChange={(memo) => change({ memo })} maxLength={MEMO_LENGTH_MAX} />
      {!needsQuote && (
        <>
          <TextField
            label="When"
            type="datetime-local"
            value={draft.later}
            onChange={(later) => change({ later })}
            description="Empty: now. A later time is kept while this page is closed."
            {...(read.laterProblem !== undefined && { errorMessage: read.laterProblem })}
          />
          {draft.later !== '' && (
            <Select label="Repeat" options={repeats} value={draft.every} onChange={(every) => change({ every })} />
          )}
        </>
      )}
      <SegmentedControl
        label="Sandbox bank"
        segments={modes}
        value={mode}
        onChange={(chosen) => sandboxModeChosen({ mode: chosen })}
      />
      {read.problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {read.problem}
        </p>
      )}
      <Button type="submit" variant="primary" isDisabled={!order}>
        {draft.later === '' || needsQuote ? 'Send' : 'Schedule'}
      </Button>
    </form>
  )
}

const repeats = [
  { value: 'once', label: 'Once' },
  { value: 'week', label: 'Every week' },
  { value: 'month', label: 'Every month' },
  { value: 'year', label: 'Every year' },
] as const

const modes = [
  { value: 'instant', label: 'Instant' },
  { value: 'slow', label: 'Slow' },
  { value: 'flaky', label: 'Flaky' },
  { value: 'refusing', label: 'Refusing' },
] as const

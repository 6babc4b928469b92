import { Button, Dialog, SegmentedControl, Select, TextField } from '@playhead/ui'
import { useState } from 'react'
import { locale } from '../../../calendar/index.ts'
import { useActions, useSelector, useStream } from '../../../hooks.ts'
import type { Account } from '../../../ledger/index.ts'
import { formatMoney, MoneyError, parseMoney } from '../../../money/index.ts'
import { payments as happened } from '../actions.ts'
import type { SandboxBank } from '../index.ts'
import { availableOf } from '../index.ts'
import styles from './PaymentsCard.module.css'

export interface NewTransferProps {
  /** The household's own. */
  accounts: readonly Account[]
  sandbox: SandboxBank
  isDisabled?: boolean
  newId: () => string
}

/** A button, and the dialog that asks for a transfer between own accounts: now, or later. */
export function NewTransfer({ isDisabled = false, ...form }: NewTransferProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" isDisabled={isDisabled} onPress={() => setOpen(true)}>
        New transfer
      </Button>
      <Dialog
        title="New transfer"
        description="A sandbox bank carries it out: money moves in this browser alone."
        size="sm"
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <TransferForm {...form} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function TransferForm({ accounts, sandbox, newId, onDone }: NewTransferProps & { onDone: () => void }) {
  const { requested, scheduled } = useActions(happened)
  const mode = useStream(sandbox.mode$, sandbox.mode$.value)
  const [fromId, setFrom] = useState(accounts[0]?.id ?? '')
  const [toId, setTo] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [memo, setMemo] = useState('')
  const [later, setLater] = useState('')
  const from = accounts.find(({ id }) => id === fromId)
  const currency = from?.currency ?? 'EUR'
  const targets = accounts.filter((each) => each.id !== fromId && each.currency === currency)
  const to = targets.find(({ id }) => id === toId)
  const available = useSelector(availableOf(fromId))
  const { minor, problem } = readAmount(text, currency, from?.kind === 'asset' ? available : undefined)
  const submit = () => {
    if (!from || !to || minor === undefined) return
    const transfer = { paymentId: newId(), from: from.id, to: to.id, currency, minor, memo: memo.trim() }
    const at = later === '' ? Number.NaN : new Date(later).getTime()
    if (Number.isNaN(at)) requested(transfer)
    else scheduled({ at, transfer })
    onDone()
  }
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Select label="From" options={accounts.map(optionOf)} value={fromId} onChange={setFrom} />
      <Select
        label="To"
        options={targets.map(optionOf)}
        value={to?.id ?? null}
        onChange={setTo}
        isDisabled={targets.length === 0}
        {...(targets.length === 0 && { description: `There is no other account in ${currency}.` })}
      />
      <TextField
        label="Amount"
        value={text}
        onChange={setText}
        inputMode="decimal"
        suffix={currency}
        description={`${formatMoney(available, currency, locale)} available`}
        {...(problem !== undefined && { errorMessage: problem })}
      />
      <TextField label="Memo" value={memo} onChange={setMemo} maxLength={140} />
      <TextField
        label="When"
        type="datetime-local"
        value={later}
        onChange={setLater}
        description="Empty: now. A later time is kept while this page is closed."
      />
      <SegmentedControl
        label="Sandbox bank"
        segments={modes}
        value={mode}
        onChange={(chosen) => sandbox.mode$.next(chosen)}
      />
      <Button type="submit" variant="primary" isDisabled={!to || minor === undefined}>
        {later === '' ? 'Send' : 'Schedule'}
      </Button>
    </form>
  )
}

const optionOf = ({ id, name }: Account) => ({ value: id, label: name })

const modes = [
  { value: 'instant', label: 'Instant' },
  { value: 'slow', label: 'Slow' },
  { value: 'flaky', label: 'Flaky' },
] as const

/** The amount, or what is wrong with it; neither while nothing is written. */
function readAmount(
  text: string,
  currency: string,
  availableMinor: number | undefined,
): { readonly minor?: number; readonly problem?: string } {
  if (text.trim() === '') return {}
  try {
    const minor = parseMoney(text, currency)
    if (minor <= 0) return { problem: 'Write an amount above zero.' }
    if (availableMinor !== undefined && minor > availableMinor) return { problem: 'More than is available.' }
    return { minor }
  } catch (error) {
    if (error instanceof MoneyError) return { problem: error.message }
    throw error
  }
}

import { Button, SearchField, SegmentedControl, Select, TextField, ToggleButton } from '@playhead/ui'
import { SlidersHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { memo, useEffect, useState } from 'react'
import type { Account } from '../../../ledger/index.ts'
import styles from './LineFilters.module.css'

/** What a list of lines is narrowed to; what is left out narrows nothing. */
export interface LineSearch {
  readonly q?: string | undefined
  readonly account?: string | undefined
  readonly direction?: 'in' | 'out' | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
}

export interface LineFiltersProps {
  search: LineSearch
  accounts: readonly Account[]
  onChange: (search: LineSearch) => void
}

/** Narrows a list of lines. What is typed counts once the typing pauses. */
export const LineFilters = memo(function LineFilters({ search, accounts, onChange }: LineFiltersProps) {
  const { q, account, direction, from, to, min, max } = search
  const hasMore = [from, to, min, max].some((each) => each !== undefined)
  const [isMore, setMore] = useState(hasMore)
  const change = (part: LineSearch) => onChange({ ...search, ...part })
  return (
    <search className={styles.filters}>
      <div className={styles.row}>
        <PausedText value={q ?? ''} onChange={(text) => change({ q: text === '' ? undefined : text })}>
          {(value, setValue) => (
            <SearchField
              className={styles.text}
              label="Search transactions"
              placeholder="Search counterparty, purpose, amount"
              value={value}
              onChange={setValue}
            />
          )}
        </PausedText>
        <Select
          className={styles.account}
          label="Account"
          isLabelHidden
          options={[
            { value: all, label: 'All accounts' },
            ...accounts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={account ?? all}
          onChange={(id) => change({ account: id === all ? undefined : id })}
        />
        <SegmentedControl
          label="Direction"
          segments={directions}
          value={direction ?? 'all'}
          onChange={(value) => change({ direction: value === 'all' ? undefined : value })}
        />
        <ToggleButton isSelected={isMore} onChange={setMore} aria-label="Dates and amounts">
          <SlidersHorizontal aria-hidden="true" size={15} />
        </ToggleButton>
      </div>
      {isMore && (
        <div className={styles.row}>
          <DateBox label="Booked from" value={from} onChange={(day) => change({ from: day })} />
          <DateBox label="to" value={to} onChange={(day) => change({ to: day })} />
          <AmountBox label="Amount from" value={min} onChange={(amount) => change({ min: amount })} />
          <AmountBox label="to" value={max} onChange={(amount) => change({ max: amount })} />
          {hasMore && (
            <Button
              variant="ghost"
              onPress={() => change({ from: undefined, to: undefined, min: undefined, max: undefined })}
            >
              Clear
            </Button>
          )}
        </div>
      )}
    </search>
  )
})

const all = '*'

const directions = [
  { value: 'all', label: 'All' },
  { value: 'in', label: 'In' },
  { value: 'out', label: 'Out' },
] as const

interface BoxProps {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
}

function DateBox({ label, value, onChange }: BoxProps) {
  return (
    <TextField
      className={styles.date}
      label={label}
      type="date"
      value={value ?? ''}
      onChange={(text) => onChange(text === '' ? undefined : text)}
    />
  )
}

function AmountBox({ label, value, onChange }: BoxProps) {
  return (
    <PausedText value={value ?? ''} onChange={(text) => onChange(text === '' ? undefined : text)}>
      {(text, setText) => (
        <TextField
          className={styles.amount}
          label={label}
          inputMode="decimal"
          placeholder="0.00"
          value={text}
          onChange={setText}
          {...(text !== '' && !/^\d{1,12}([.,]\d{1,4})?$/.test(text) && { errorMessage: 'A number such as 12.50' })}
        />
      )}
    </PausedText>
  )
}

const pauseMs = 200

/** Keeps what is typed, and hands it on when the typing pauses. A value from outside replaces it. */
function PausedText({
  value,
  onChange,
  children,
}: {
  value: string
  onChange: (text: string) => void
  children: (text: string, setText: (text: string) => void) => ReactNode
}) {
  const [typed, setTyped] = useState({ text: value, from: value })
  if (typed.from !== value) setTyped({ text: value, from: value })
  useEffect(() => {
    if (typed.text === typed.from) return
    const timer = setTimeout(() => onChange(typed.text), pauseMs)
    return () => clearTimeout(timer)
  }, [typed, onChange])
  return children(typed.text, (text) => setTyped({ text, from: value }))
}

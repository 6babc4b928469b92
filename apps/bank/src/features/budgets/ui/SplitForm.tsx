import { Button, IconButton, Select, TextField } from '@playhead/ui'
import { Plus, Trash2 } from 'lucide-react'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { locale } from '../../../calendar/index.ts'
import { useActions, useSelector } from '../../../hooks.ts'
import type { EntryId } from '../../../ledger/index.ts'
import type { Currency } from '../../../money/index.ts'
import { decimalString, formatMoney, localeMark, readAmount } from '../../../money/index.ts'
import { categories as happened } from '../actions.ts'
import type { Saying } from '../categories.ts'
import { partsOf } from '../categorise.ts'
import { PARTS_MAX } from '../schemas.ts'
import { categoryNames } from '../spending.ts'
import styles from './BudgetsPage.module.css'
import { categoryName } from './categoryName.ts'

export interface SplitFormProps {
  entryId: EntryId
  /** What the entry came to, signed. */
  minor: number
  currency: Currency
  saying: Saying
  onDone: () => void
}

interface Row {
  readonly key: number
  readonly category: string | null
  readonly text: string
}

/** Divides an entry among categories. What is left over is said until nothing is. */
export function SplitForm({ entryId, minor, currency, saying, onDone }: SplitFormProps) {
  const { split } = useActions(happened)
  const names = useSelector(categoryNames)
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(saying, minor, currency))
  const amounts = rows.map(({ text }) => readAmount(text, currency, locale).minor ?? 0)
  const left = Math.abs(minor) - amounts.reduce((sum, each) => sum + each, 0)
  const isReady =
    left === 0 && rows.length > 1 && rows.every(({ category }, at) => category !== null && amounts[at] !== 0)
  const change = (key: number, part: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isReady) return
    const parts = rows.map(({ category }, at) => ({
      category: category ?? '',
      minor: Math.sign(minor) * (amounts[at] ?? 0),
    }))
    split({ entryId, minor, parts })
    onDone()
  }
  return (
    <form className={styles.fields} onSubmit={submit}>
      {rows.map(({ key, category, text }, at) => {
        const { problem } = readAmount(text, currency, locale)
        return (
          <div key={key} className={styles.part}>
            <Select
              label={`Part ${at + 1}`}
              options={names.map((value) => ({ value, label: categoryName(value) }))}
              value={category}
              onChange={(value) => change(key, { category: value })}
              placeholder="Category"
            />
            <TextField
              label="Amount"
              value={text}
              onChange={(value) => change(key, { text: value })}
              inputMode="decimal"
              {...(problem !== undefined && { errorMessage: problem })}
            />
            <IconButton
              label={`Remove part ${at + 1}`}
              icon={<Trash2 />}
              isDisabled={rows.length <= 2}
              onPress={() => setRows(rows.filter((row) => row.key !== key))}
            />
          </div>
        )
      })}
      <p role="status" className={left === 0 ? styles.none : styles.problem}>
        {left === 0
          ? 'Nothing is left over.'
          : left > 0
            ? `${formatMoney(left, currency, locale)} left to divide.`
            : `${formatMoney(-left, currency, locale)} more than the entry.`}
      </p>
      <div className={styles.buttons}>
        <Button
          icon={<Plus />}
          isDisabled={rows.length >= PARTS_MAX}
          onPress={() =>
            setRows([
              ...rows,
              {
                key: Math.max(...rows.map(({ key }) => key)) + 1,
                category: null,
                text: left > 0 ? written(left, currency) : '',
              },
            ])
          }
        >
          Add a part
        </Button>
        <Button type="submit" variant="primary" isDisabled={!isReady}>
          Split
        </Button>
      </div>
    </form>
  )
}

function rowsOf(saying: Saying, minor: number, currency: Currency): readonly Row[] {
  const rows: Row[] = partsOf(saying, minor).map((part, key) => ({
    key,
    category: part.category,
    text: written(Math.abs(part.minor), currency),
  }))
  return rows.length > 1 ? rows : [...rows, { key: 1, category: null, text: '' }]
}

const written = (minor: number, currency: Currency) => decimalString(minor, currency).replace('.', localeMark(locale))

import { Button, Card, Dialog, IconButton, Select, TextField } from '@playhead/ui'
import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react'
import type { SubmitEvent } from 'react'
import { useState } from 'react'
import { formatDay, locale } from '../../../calendar/index.ts'
import { useActions, useSelector } from '../../../hooks.ts'
import type { Currency } from '../../../money/index.ts'
import { decimalString, localeMark, readAmount } from '../../../money/index.ts'
import { accounts } from '../../accounts/index.ts'
import { useIsPast } from '../../time/index.ts'
import { categories as happened } from '../actions.ts'
import { rules } from '../categories.ts'
import type { Spending } from '../spending.ts'
import { categoryNames, spendingIn } from '../spending.ts'
import styles from './BudgetsPage.module.css'
import { categoryName } from './categoryName.ts'
import { SpendingBars } from './SpendingBars.tsx'
import { useMonth } from './useMonth.ts'

/** What a month's money went for, against what was planned, and the rules that sort it. */
export function BudgetsPage() {
  const own = useSelector(accounts)
  const currencies = [...new Set(own.map((account) => account.currency))]
  const [chosen, setChosen] = useState<Currency>()
  const currency = chosen ?? currencies[0] ?? 'EUR'
  const { month, back, setBack } = useMonth()
  const spending = useSelector(spendingIn(currency, month.from, month.to))
  return (
    <div className={styles.page}>
      <Card title="Spending and budgets">
        <div className={styles.month}>
          {currencies.length > 1 && (
            <Select
              label="Currency"
              isLabelHidden
              options={currencies.map((value) => ({ value, label: value }))}
              value={currency}
              onChange={setChosen}
            />
          )}
          <IconButton label="Month before" icon={<ChevronLeft />} size="sm" onPress={() => setBack(back + 1)} />
          <span className={styles.monthName} role="status">
            {formatDay(month.from, 'monthYear')}
          </span>
          <IconButton
            label="Month after"
            icon={<ChevronRight />}
            size="sm"
            isDisabled={back === 0}
            onPress={() => setBack(back - 1)}
          />
        </div>
        {spending.length === 0 ? (
          <p className={styles.none}>Nothing was spent in {currency} in this month.</p>
        ) : (
          <SpendingBars
            label="Spending and budgets"
            spending={spending}
            currency={currency}
            actionOf={(each) => <SetBudget spending={each} currency={currency} />}
          />
        )}
      </Card>
      <Rules />
    </div>
  )
}

function SetBudget({ spending, currency }: { spending: Spending; currency: Currency }) {
  const [isOpen, setOpen] = useState(false)
  const isPast = useIsPast()
  const name = categoryName(spending.category)
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        isDisabled={isPast}
        aria-label={`${spending.budgetMinor === undefined ? 'Set' : 'Change'} budget for ${name}`}
        onPress={() => setOpen(true)}
      >
        {spending.budgetMinor === undefined ? 'Set budget' : 'Change budget'}
      </Button>
      <Dialog title={`Budget for ${name}`} size="sm" isOpen={isOpen} onOpenChange={setOpen}>
        <BudgetForm spending={spending} currency={currency} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

interface BudgetFormProps {
  spending: Spending
  currency: Currency
  onDone: () => void
}

function BudgetForm({ spending: { category, budgetMinor }, currency, onDone }: BudgetFormProps) {
  const { budgetSet, budgetRemoved } = useActions(happened)
  const [text, setText] = useState(() =>
    budgetMinor === undefined ? '' : decimalString(budgetMinor, currency).replace('.', localeMark(locale)),
  )
  const { minor, problem } = readAmount(text, currency, locale)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (minor === undefined) return
    budgetSet({ category, currency, minor })
    onDone()
  }
  return (
    <form className={styles.fields} onSubmit={submit}>
      <TextField
        label="A month"
        value={text}
        onChange={setText}
        inputMode="decimal"
        suffix={currency}
        {...(problem !== undefined && { errorMessage: problem })}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" isDisabled={minor === undefined}>
          Save
        </Button>
        {budgetMinor !== undefined && (
          <Button
            onPress={() => {
              budgetRemoved({ category, currency })
              onDone()
            }}
          >
            Remove the budget
          </Button>
        )}
      </div>
    </form>
  )
}

function Rules() {
  const all = useSelector(rules)
  const names = useSelector(categoryNames)
  const { ruleAdded, ruleRemoved } = useActions(happened)
  const isPast = useIsPast()
  const [text, setText] = useState('')
  const [category, setCategory] = useState<string | null>(null)
  const isReady = text.trim() !== '' && category !== null && !isPast
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!isReady) return
    ruleAdded({ ruleId: crypto.randomUUID(), text: text.trim(), category })
    setText('')
    setCategory(null)
  }
  return (
    <Card
      title="Rules"
      description="What has these words is of that category. What you say of an entry yourself counts more."
    >
      {all.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list
        <ul role="list" aria-label="Rules" className={styles.rules}>
          {all.map((rule) => (
            <li key={rule.ruleId} className={styles.rule}>
              <span className={styles.ruleWords}>
                “{rule.text}” is {categoryName(rule.category)}
              </span>
              <IconButton
                label={`Remove the rule for ${rule.text}`}
                icon={<Trash2 />}
                size="sm"
                isDisabled={isPast}
                onPress={() => ruleRemoved({ ruleId: rule.ruleId })}
              />
            </li>
          ))}
        </ul>
      )}
      <form className={styles.fields} onSubmit={submit}>
        <TextField label="Words" value={text} onChange={setText} maxLength={100} placeholder="coffee" />
        <Select
          label="Category"
          options={names.map((value) => ({ value, label: categoryName(value) }))}
          value={category}
          onChange={setCategory}
          placeholder="Choose one"
        />
        <Button type="submit" isDisabled={!isReady}>
          Add rule
        </Button>
      </form>
    </Card>
  )
}

import { Card } from '@playhead/ui'
import { formatDay } from '../../../calendar/index.ts'
import { FeatureLink } from '../../../feature/index.ts'
import { useSelector } from '../../../hooks.ts'
import { accounts } from '../../accounts/index.ts'
import { spendingIn } from '../spending.ts'
import styles from './BudgetsPage.module.css'
import { SpendingBars } from './SpendingBars.tsx'
import { useMonth } from './useMonth.ts'

/** On the overview: what this month's money went for. */
export function SpendingCard() {
  const currency = useSelector(accounts)[0]?.currency ?? 'EUR'
  const { month } = useMonth()
  const spending = useSelector(spendingIn(currency, month.from, month.to))
  return (
    <Card
      title="Spending by category"
      description={formatDay(month.from, 'monthYear')}
      actions={
        <FeatureLink to="/budgets" className={styles.link}>
          Budgets
        </FeatureLink>
      }
    >
      {spending.length === 0 ? (
        <p className={styles.none}>Nothing was spent this month so far.</p>
      ) : (
        <SpendingBars label="Spending by category" spending={spending.slice(0, SHOWN_MAX)} currency={currency} />
      )}
    </Card>
  )
}

const SHOWN_MAX = 6

import { Money } from '@playhead/ui'
import type { ReactNode } from 'react'
import { locale } from '../../../calendar/index.ts'
import type { Currency } from '../../../money/index.ts'
import { currencyExponent, formatMoney } from '../../../money/index.ts'
import type { Spending } from '../spending.ts'
import { categoryName } from './categoryName.ts'
import styles from './SpendingBars.module.css'

export interface SpendingBarsProps {
  label: string
  spending: readonly Spending[]
  currency: Currency
  /** At the end of a row. */
  actionOf?: (spending: Spending) => ReactNode
}

/** What was spent on what, as bars and figures: against the budget where there is one, else against the largest. */
export function SpendingBars({ label, spending, currency, actionOf }: SpendingBarsProps) {
  const largest = spending.reduce((most, { minor, budgetMinor = 0 }) => Math.max(most, minor, budgetMinor), 1)
  const money = (minor: number) => (
    <Money minor={minor} currency={currency} exponent={currencyExponent(currency)} locale={locale} />
  )
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without markers, Safari does not call it a list
    <ul role="list" aria-label={label} className={styles.list}>
      {spending.map((each) => {
        const { category, minor, budgetMinor } = each
        const isOver = budgetMinor !== undefined && minor > budgetMinor
        return (
          <li key={category} className={styles.row}>
            <div className={styles.words}>
              <span className={styles.name}>{categoryName(category)}</span>
              <span className={styles.figures}>
                {money(minor)}
                {budgetMinor !== undefined && (
                  <span className={isOver ? styles.over : styles.of}>
                    {isOver
                      ? ` · ${formatMoney(minor - budgetMinor, currency, locale)} over`
                      : ` of ${formatMoney(budgetMinor, currency, locale)}`}
                  </span>
                )}
              </span>
              {actionOf?.(each)}
            </div>
            <div aria-hidden="true" className={styles.track}>
              <div
                className={isOver ? styles.barOver : styles.bar}
                style={{ inlineSize: `${(Math.max(0, minor) / largest) * 100}%` }}
              />
              {budgetMinor !== undefined && (
                <div className={styles.mark} style={{ insetInlineStart: `${(budgetMinor / largest) * 100}%` }} />
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

import { classNames } from '../internal/classNames.ts'
import type { MoneyFormat } from './formatMoney.ts'
import { moneyParts } from './formatMoney.ts'
import styles from './Money.module.css'

export interface MoneyProps extends MoneyFormat {
  /** Whole minor units: 1234 is €12.34, and ¥1,234. */
  minor: number | bigint
  /**
   * - `none`: as the text around it
   * - `credit`: what came in is green, with the rest as it is: for lists of entries
   * - `sign`: below zero is red, above is green: for differences
   * - `debt`: below zero is red: for balances
   */
  coloring?: 'none' | 'credit' | 'sign' | 'debt'
  /** Draws fraction and currency quieter, for large figures. */
  isDisplay?: boolean
  className?: string | undefined
}

/** An amount in tabular figures, never broken over two lines; its value for machines is in `data`. */
export function Money({ minor, coloring = 'none', isDisplay = false, className, ...format }: MoneyProps) {
  const parts = moneyParts(minor, format)
  return (
    <data
      value={`${minor} ${format.currency}`}
      className={classNames(styles.money, toneOf(minor, coloring), isDisplay && styles.display, className)}
    >
      {isDisplay
        ? parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity than their place
            <span key={at} className={styles[part.kind]}>
              {part.text}
            </span>
          ))
        : parts.map((part) => part.text).join('')}
    </data>
  )
}

function toneOf(minor: number | bigint, coloring: NonNullable<MoneyProps['coloring']>): string | undefined {
  if (minor > 0 && (coloring === 'credit' || coloring === 'sign')) return styles.positive
  if (minor < 0 && (coloring === 'debt' || coloring === 'sign')) return styles.negative
  return undefined
}

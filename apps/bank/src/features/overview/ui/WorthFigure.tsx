import { Money } from '@playhead/ui'
import { locale } from '../../../calendar/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import type { Worth } from '../../accounts/index.ts'
import styles from './WorthFigure.module.css'

/** Net worth in one currency; the one that is charted is drawn larger. */
export function WorthFigure({ worth, isChosen, hasName }: { worth: Worth; isChosen: boolean; hasName: boolean }) {
  const { currency, minor } = worth
  return (
    <div className={styles.figure} data-chosen={isChosen || undefined}>
      <div className={styles.label}>{hasName ? `Net worth, ${currency}` : 'Net worth'}</div>
      <div className={styles.amount}>
        <Money minor={minor} currency={currency} exponent={currencyExponent(currency)} locale={locale} isDisplay />
      </div>
    </div>
  )
}

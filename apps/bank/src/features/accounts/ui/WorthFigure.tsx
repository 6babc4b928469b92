import { Money } from '@playhead/ui'
import { locale } from '../../../calendar/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import type { Worth } from '../index.ts'
import styles from './WorthFigure.module.css'

export interface WorthFigureProps {
  worth: Worth
  /** Its course is what the chart shows. */
  isChosen: boolean
  /** Left out where there is one currency: there is nothing to choose. */
  onChoose: (() => void) | undefined
}

/** Net worth in one currency; the one that is charted is drawn larger, the others are pressed to be charted. */
export function WorthFigure({ worth: { currency, minor }, isChosen, onChoose }: WorthFigureProps) {
  const content = (
    <>
      <span className={styles.label}>{onChoose ? `Net worth, ${currency}` : 'Net worth'}</span>
      <span className={styles.amount}>
        <Money minor={minor} currency={currency} exponent={currencyExponent(currency)} locale={locale} isDisplay />
      </span>
    </>
  )
  if (!onChoose)
    return (
      <div className={styles.figure} data-chosen>
        {content}
      </div>
    )
  return (
    <button
      type="button"
      className={styles.figure}
      aria-pressed={isChosen}
      data-chosen={isChosen || undefined}
      onClick={onChoose}
    >
      {content}
    </button>
  )
}

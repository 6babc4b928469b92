import { Button, Money } from '@playhead/ui'
import { locale } from '../../../calendar/index.ts'
import { useActions, useSelector } from '../../../hooks.ts'
import type { Currency } from '../../../money/index.ts'
import { currencyExponent } from '../../../money/index.ts'
import { payments as happened } from '../actions.ts'
import { boughtFor, rateText } from '../fx/Quote.ts'
import { quoteOf } from '../fx/quotes.ts'
import styles from './TransferForm.module.css'
import { useLeftMs } from './useLeftMs.ts'

export interface QuoteBoxProps {
  sell: Currency
  buy: Currency
  /** What is to be sold, as far as it is written. */
  soldMinor: number | undefined
  quoteId: string | undefined
  /** A quote was asked for, under this id. */
  onAsk: (quoteId: string) => void
}

/** What arrives in the other currency, and for how long that is promised. */
export function QuoteBox({ sell, buy, soldMinor, quoteId, onAsk }: QuoteBoxProps) {
  const { quoteAsked } = useActions(happened)
  const answer = useSelector(quoteOf(quoteId ?? ''))
  const leftMs = useLeftMs(answer?.quote?.validUntil)
  const isWaiting = quoteId !== undefined && answer === undefined
  const ask = () => {
    const asked = crypto.randomUUID()
    onAsk(asked)
    quoteAsked({ quoteId: asked, sell, buy })
  }
  const quote = answer?.quote
  return (
    <div className={styles.quote}>
      <div>
        {quote && leftMs > 0 ? (
          <>
            {soldMinor !== undefined && (
              <div className={styles.arrives}>
                <Money
                  minor={boughtFor(soldMinor, quote)}
                  currency={buy}
                  exponent={currencyExponent(buy)}
                  locale={locale}
                />{' '}
                arrive
              </div>
            )}
            <div className={styles.rate}>
              {rateText(quote)} · valid for {Math.ceil(leftMs / 1_000)} s
            </div>
          </>
        ) : (
          <div role="status">
            {answer?.reason ?? (quote ? 'The rate has expired.' : `The account that it goes to holds ${buy}.`)}
          </div>
        )}
      </div>
      {!(quote && leftMs > 0) && (
        <Button size="sm" isDisabled={isWaiting} onPress={ask}>
          {isWaiting ? 'Asking …' : quote ? 'Get a new rate' : 'Get a rate'}
        </Button>
      )}
    </div>
  )
}

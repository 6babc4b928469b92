import { virtualTime } from '@playhead/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBankStore } from '../../../app/createBankStore.ts'
import { bank, ledger } from '../../../ledger/index.ts'
import { balanceOf } from '../../accounts/index.ts'
import { payments as happened } from '../actions.ts'
import { order, ownAccounts } from '../payments.fixtures.ts'
import { paymentOf } from '../payments.ts'
import type { Quote } from './Quote.ts'
import { boughtFor } from './Quote.ts'
import { quoteOf } from './quotes.ts'
import { sandboxFxDesk } from './sandboxFxDesk.ts'

const currencies = ['EUR', 'GBP', 'USD', 'CHF', 'JPY', 'BHD'] as const

/** The quote of the sandbox for a pair. */
function quoteFor(sell: string, buy: string): Quote {
  const time = virtualTime()
  let rate: Pick<Quote, 'numerator' | 'denominator'> | undefined
  sandboxFxDesk(time.scheduler)
    .quote(sell, buy)
    .subscribe((given) => {
      rate = given
    })
  time.advance(1_000)
  if (!rate) throw new Error(`No rate for ${sell} in ${buy}.`)
  return { quoteId: 'q', sell, buy, ...rate, validUntil: 0 }
}

describe('exchanging', () => {
  it('[FX-1] there and back again never gains, whatever the amount and the currencies', () => {
    const pair = fc.tuple(fc.constantFrom(...currencies), fc.constantFrom(...currencies)).filter(([a, b]) => a !== b)
    fc.assert(
      fc.property(pair, fc.integer({ min: 1, max: 2 ** 40 }), ([a, b], minor) => {
        const there = boughtFor(minor, quoteFor(a, b))
        expect(boughtFor(there, quoteFor(b, a))).toBeLessThanOrEqual(minor)
      }),
    )
  })

  it('[FX-1] is exact in currencies without and with three decimals', () => {
    const toYen: Quote = { quoteId: 'q', sell: 'EUR', buy: 'JPY', numerator: 160, denominator: 1, validUntil: 0 }
    expect(boughtFor(1_050, toYen)).toBe(1_680)
    const toDinar: Quote = { quoteId: 'q', sell: 'JPY', buy: 'BHD', numerator: 1, denominator: 400, validUntil: 0 }
    expect(boughtFor(1_000, toDinar)).toBe(2_500)
    expect(() => boughtFor(Number.MAX_SAFE_INTEGER, toYen)).toThrow(/money\/too-large/)
  })

  /** A store with a quote for pounds, asked for at the beginning. */
  function quoted() {
    const time = virtualTime()
    const store = createBankStore({ ...time, timeZone: 'UTC' })
    store.dispatch(ownAccounts)
    store.dispatch(happened.quoteAsked({ quoteId: 'q-1', sell: 'EUR', buy: 'GBP' }))
    time.advance(300)
    const quote = store.get(quoteOf('q-1'))?.quote
    if (!quote) throw new Error('The sandbox gave no quote.')
    const minor = boughtFor(10_000, quote)
    return { time, store, exchange: { quoteId: 'q-1', currency: 'GBP', minor }, minor }
  }
  const pounds = { ...order, to: { kind: 'own', account: 'pounds' }, minor: 10_000 } as const

  it('[FX-2] books four legs that balance in each currency', () => {
    const { store, exchange, minor } = quoted()
    store.dispatch(happened.requested({ ...pounds, exchange }))
    expect(store.get(ledger).entries.get('payment:p-1')).toMatchObject({
      kind: 'fx',
      legs: [
        { account: 'giro', currency: 'EUR', minor: -10_000 },
        { account: 'fx:EUR', currency: 'EUR', minor: 10_000 },
        { account: 'fx:GBP', currency: 'GBP', minor: -minor },
        { account: 'pounds', currency: 'GBP', minor },
      ],
    })
    expect(store.get(balanceOf('pounds'))).toBe(minor)
  })

  it('[FX-3] by a quote that has expired is refused, and moves nothing', () => {
    const { store, time, exchange } = quoted()
    time.advance(30_001)
    store.dispatch(happened.requested({ ...pounds, exchange }))
    expect(store.get(paymentOf('p-1'))).toMatchObject({
      status: 'refused',
      reason: 'The quote has expired. Ask for a new one.',
    })
    expect(store.get(balanceOf('giro'))).toBe(100_000)
  })

  it('[FX-3] by another amount than that of the quote is refused', () => {
    const { store, exchange } = quoted()
    store.dispatch(happened.requested({ ...pounds, exchange: { ...exchange, minor: exchange.minor + 1 } }))
    expect(store.get(paymentOf('p-1'))?.reason).toBe('The amounts are not those of the quote.')
    store.dispatch(happened.requested({ ...pounds, paymentId: 'p-2', exchange: { ...exchange, quoteId: 'q-9' } }))
    expect(store.get(paymentOf('p-2'))?.reason).toBe('There is no such quote.')
  })

  it('[FX-4] says so where nobody exchanges a currency', () => {
    const time = virtualTime()
    const store = createBankStore(time)
    store.dispatch(bank.accountOpened({ id: 'a', name: 'A', owner: '', currency: 'XAF', kind: 'asset' }))
    store.dispatch(happened.quoteAsked({ quoteId: 'q-1', sell: 'XAF', buy: 'EUR' }))
    expect(store.get(quoteOf('q-1'))).toEqual({ reason: 'The sandbox bank does not exchange XAF for EUR.' })
  })
})

import { stateHash } from '@playhead/core'
import { virtualTime } from '@playhead/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { availableOf, balanceOf } from '../features/accounts/index.ts'
import { payments } from '../features/payments/actions.ts'
import { sandboxBank } from '../features/payments/clearing/sandboxBank.ts'
import { boughtFor } from '../features/payments/fx/Quote.ts'
import { quoteOf } from '../features/payments/fx/quotes.ts'
import type { Destination } from '../features/payments/Order.ts'
import { ownAccounts, payeeIban } from '../features/payments/payments.fixtures.ts'
import { ledger } from '../ledger/index.ts'
import { createBankStore } from './createBankStore.ts'

/** What people may do with their bank, in any order. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('pay' as const),
    from: fc.constantFrom('giro', 'savings'),
    to: fc.constantFrom('giro', 'savings', 'payee', 'pounds'),
    minor: fc.integer({ min: 1, max: 60_000 }),
  }),
  fc.record({ kind: fc.constant('takeBack' as const), nth: fc.nat({ max: 9 }) }),
  fc.record({ kind: fc.constant('mode' as const), mode: fc.constantFrom('instant', 'slow', 'flaky', 'refusing') }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.nat({ max: 12_000 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Does the steps on a bank whose sandbox draws from `seed`. */
function live(steps: readonly Step[], seed: number) {
  const time = virtualTime()
  let state = seed + 1
  const random = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const store = createBankStore({
    ...time,
    timeZone: 'UTC',
    deps: { clearing: sandboxBank({ scheduler: time.scheduler, random }) },
  })
  store.dispatch(ownAccounts)
  let paid = 0
  for (const each of steps) {
    if (each.kind === 'wait') time.advance(each.ms)
    else if (each.kind === 'mode') store.dispatch(payments.sandboxModeChosen({ mode: each.mode }))
    else if (each.kind === 'takeBack') store.dispatch(payments.reversalRequested({ paymentId: `p-${each.nth}` }))
    else {
      const paymentId = `p-${paid++}`
      const to: Destination =
        each.to === 'payee' ? { kind: 'payee', name: 'Ines', iban: payeeIban } : { kind: 'own', account: each.to }
      const order = { paymentId, from: each.from, to, currency: 'EUR', minor: each.minor, memo: '' }
      if (each.to !== 'pounds') store.dispatch(payments.requested(order))
      else {
        store.dispatch(payments.quoteAsked({ quoteId: paymentId, sell: 'EUR', buy: 'GBP' }))
        time.advance(300)
        const quote = store.get(quoteOf(paymentId))?.quote
        const minor = quote ? boughtFor(each.minor, quote) : 0
        if (minor > 0) {
          const exchange = { quoteId: paymentId, currency: 'GBP', minor }
          store.dispatch(payments.requested({ ...order, exchange }))
        }
      }
    }
  }
  time.advance(60_000)
  return store
}

const lives = fc.tuple(fc.array(step, { minLength: 1, maxLength: 14 }), fc.nat({ max: 1_000 }))

describe('whatever people do with their bank', () => {
  it('[BNK-8] all accounts of a currency sum to zero after every record, and every entry balances', () => {
    fc.assert(
      fc.property(lives, ([steps, seed]) => {
        const store = live(steps, seed)
        for (let offset = 0; offset <= store.timeline.playhead.head; offset++) {
          const { accounts, balances } = store.at(offset).get(ledger)
          const sums = new Map<string, number>()
          for (const { id, currency } of accounts.values()) {
            sums.set(currency, (sums.get(currency) ?? 0) + (balances.get(id)?.minor ?? 0))
          }
          for (const sum of sums.values()) expect(sum).toBe(0)
        }
        for (const { legs } of store.get(ledger).entries.values()) {
          for (const currency of new Set(legs.map((leg) => leg.currency))) {
            expect(legs.reduce((sum, leg) => (leg.currency === currency ? sum + leg.minor : sum), 0)).toBe(0)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('[PAY-21] every request has one outcome, each cleared one is one entry, and nothing stays on hold', () => {
    fc.assert(
      fc.property(lives, ([steps, seed]) => {
        const store = live(steps, seed)
        const asked = new Set<string>()
        const outcomes: string[] = []
        for (let offset = 0; offset <= store.timeline.playhead.head; offset++) {
          const record = store.recordAt(offset)
          if (!record) continue
          if (payments.requested.match(record)) asked.add(record.payload.paymentId)
          if (payments.cleared.match(record) || payments.refused.match(record)) outcomes.push(record.payload.paymentId)
        }
        expect(outcomes.toSorted()).toEqual([...asked].toSorted())
        const { accounts } = store.get(ledger)
        for (const id of ['giro', 'savings', 'pounds']) {
          expect(accounts.has(id)).toBe(true)
          expect(store.get(availableOf(id))).toBe(store.get(balanceOf(id)))
          expect(store.get(balanceOf(id))).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('[BNK-11] the state as of a record is that of a bank that has heard no more', () => {
    fc.assert(
      fc.property(lives, fc.nat({ max: 100 }), ([steps, seed], share) => {
        const store = live(steps, seed)
        const offset = Math.floor((store.timeline.playhead.head * share) / 100)
        const until = createBankStore({ features: [], timeZone: 'UTC' })
        for (let at = 0; at <= offset; at++) {
          const record = store.recordAt(at)
          if (record?.type.startsWith('bank/')) until.dispatch({ type: record.type, payload: record.payload })
        }
        const hashOf = (accounts: Iterable<unknown>) => stateHash([...accounts])
        expect(hashOf(store.at(offset).get(ledger).balances.entries())).toBe(
          hashOf(until.get(ledger).balances.entries()),
        )
      }),
      { numRuns: 30 },
    )
  })
})

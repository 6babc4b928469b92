import { describe, expect, it } from 'vitest'
import { createBankStore } from '../../app/createBankStore.ts'
import { accounts } from '../accounts/index.ts'
import { ownAccounts, payeeIban } from './payments.fixtures.ts'
import type { Draft } from './ui/readDraft.ts'
import { emptyDraft, NEW_PAYEE, readDraft } from './ui/readDraft.ts'

function read(part: Partial<Draft>, { locale = 'en-GB', nowMs = 0 } = {}) {
  const store = createBankStore()
  store.dispatch(ownAccounts)
  const draft = { ...emptyDraft('giro'), ...part }
  return readDraft(draft, {
    paymentId: 'p',
    accounts: store.get(accounts),
    payees: [],
    locale,
    store,
    nowMs,
    timeZone: 'Europe/Berlin',
  })
}

describe('the form of a transfer', () => {
  it('[PAY-20] takes amounts as people of the locale write them', () => {
    const savings = { to: 'own:savings' }
    expect(read({ ...savings, amount: '1.000,00' }, { locale: 'de' }).order?.minor).toBe(100_000)
    expect(read({ ...savings, amount: '1.000' }, { locale: 'de' }).order?.minor).toBe(100_000)
    expect(read({ ...savings, amount: '1,000.00' }, { locale: 'en-GB' }).order?.minor).toBe(100_000)
    expect(read({ ...savings, amount: '1,000' }, { locale: 'ja' }).order?.minor).toBe(100_000)
    expect(read({ ...savings, amount: '12,5' }, { locale: 'de' }).order?.minor).toBe(1_250)
  })

  it('[PAY-20] says what is wrong with an amount while it is written', () => {
    const problem = (amount: string, locale = 'en-GB') => read({ to: 'own:savings', amount }, { locale }).amountProblem
    expect(problem('')).toBeUndefined()
    expect(problem('12.50', 'de')).toBe('Write it as 1.234,56.')
    expect(problem('12,50')).toBe('Write it as 1,234.56.')
    expect(problem('abc')).toBe('Write it as 1,234.56.')
    expect(problem('1.234')).toBe('EUR has 2 decimals at most.')
    expect(problem('0')).toBe('Write an amount above zero.')
    expect(problem('-5')).toBe('Write an amount above zero.')
    expect(problem('1000.01')).toBe('That is more than is available.')
    expect(problem('99999999999999999')).toMatch(/larger than any amount/)
  })

  it('[PAY-20] takes an IBAN whose check digits fit, spaced or not, and no other', () => {
    const payee = { to: NEW_PAYEE, name: ' Ines 👩‍🎤 Sommer ', amount: '5' }
    const spaced = 'de89 3704 0044 0532 0130 00'
    expect(read({ ...payee, iban: spaced }).order?.to).toEqual({
      kind: 'payee',
      name: 'Ines 👩‍🎤 Sommer',
      iban: payeeIban,
    })
    expect(read({ ...payee, iban: payeeIban.replace('89', '88') })).toMatchObject({
      ibanProblem: expect.stringMatching(/check digits/),
    })
    expect(read({ ...payee, iban: payeeIban.replace('89', '88') }).order).toBeUndefined()
    expect(read({ ...payee, iban: 'DE89 37' }).ibanProblem).toBeUndefined()
    expect(read({ ...payee, name: ' ', iban: payeeIban }).order).toBeUndefined()
  })

  it('[PAY-20] takes times that are to come, and no others', () => {
    const soon = { to: 'own:savings', amount: '5' }
    const nowMs = Date.UTC(2026, 2, 1, 11)
    expect(read({ ...soon, later: '2026-03-01T11:59' }, { nowMs })).toMatchObject({
      laterProblem: expect.stringMatching(/has passed/),
    })
    expect(read({ ...soon, later: '2026-02-30T12:00' }, { nowMs }).order).toBeUndefined()
    expect(read({ ...soon, later: '2026-03-31T09:00', every: 'month' }, { nowMs }).schedule).toMatchObject({
      at: Date.UTC(2026, 2, 31, 7),
      repeat: { every: 'month' },
    })
    // Half past two is left out when the clocks go forward: an hour later then.
    expect(read({ ...soon, later: '2026-03-29T02:30' }, { nowMs }).schedule?.at).toBe(Date.UTC(2026, 2, 29, 1, 30))
    // What is there then, nobody knows.
    expect(read({ ...soon, amount: '5000', later: '2026-03-31T09:00' }, { nowMs }).schedule).toBeDefined()
  })

  it('[PAY-20] asks for a quote between two currencies', () => {
    const other = read({ to: 'own:pounds', amount: '5' })
    expect(other.needsQuote).toEqual({ sell: 'EUR', buy: 'GBP' })
    expect(other.order).toBeUndefined()
  })

  it('[PAY-20] has nobody to pay from where there is no account', () => {
    const store = createBankStore()
    const around = { paymentId: 'p', accounts: [], payees: [], locale: 'en', store, nowMs: 0 }
    expect(readDraft(emptyDraft(''), around).problem).toBe('There is no account to pay from.')
  })
})

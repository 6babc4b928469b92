import { stateHash } from '@playhead/core'
import { given } from '@playhead/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBankStore } from '../../app/createBankStore.ts'
import { bank, ledger, transferLegs } from '../../ledger/index.ts'
import { entryWith, food, giro, openAccounts, salary } from '../../ledger/ledger.fixtures.ts'
import type { Part } from './actions.ts'
import { categories as happened } from './actions.ts'
import { budgets, categories, rules } from './categories.ts'
import { categoryOf } from './categorise.ts'
import { spendingIn } from './spending.ts'

const shop = entryWith('shop', {
  memo: 'Weekly shopping',
  counterparty: { name: 'Café Ölmühle' },
  category: 'groceries',
})
const spent = (entryId: string, minor: number, day = '2026-03-02') =>
  bank.entryPosted(
    entryWith(entryId, {
      legs: transferLegs({ from: giro.id, to: food.id, currency: 'EUR', minor }),
      bookingDate: day,
    }),
  )
const opened = openAccounts.map((account) => bank.accountOpened(account))
const march = spendingIn('EUR', '2026-03-01', '2026-03-31')
const whole = (category: string) => ({ kind: 'whole', category })

describe('categories', () => {
  it('[CAT-1] are what a person says, else the first rule that fits, else what the entry came with', () => {
    const told = given([ledger, categories], ...opened, bank.entryPosted(shop))
    told.thenState(categoryOf('shop'), whole('groceries'))
    told
      .when(
        happened.ruleAdded({ ruleId: 'r1', text: 'olmuhle CAFE', category: 'restaurants' }),
        happened.ruleAdded({ ruleId: 'r2', text: 'shopping', category: 'home' }),
      )
      .thenState(categoryOf('shop'), whole('restaurants'))
      .when(happened.assigned({ entries: ['shop'], category: 'gifts' }))
      .thenState(categoryOf('shop'), whole('gifts'))
      .when(happened.unassigned({ entries: ['shop'] }), happened.ruleRemoved({ ruleId: 'r1' }))
      .thenState(categoryOf('shop'), whole('home'))
  })

  it('[CAT-1] is uncategorised where nobody says anything', () => {
    given([ledger, categories], ...opened, bank.entryPosted(entryWith('bare'))).thenState(
      categoryOf('bare'),
      whole('uncategorised'),
    )
  })

  it('[CAT-2] the parts of an entry make it up, or are refused', () => {
    const store = createBankStore()
    store.error$.subscribe()
    store.dispatch([...opened, spent('one', 1_000)])
    const split = (minor: number, ...parts: Part[]) => happened.split({ entryId: 'one', minor, parts })
    const part = (category: string, minor: number): Part => ({ category, minor })
    for (const wrong of [
      split(1_000, part('a', 1_000)),
      split(1_000, part('a', 500), part('b', 499)),
      split(1_000, part('a', 1_500), part('b', -500)),
      split(1_000, part('a', 999.5), part('b', 0.5)),
      split(1_000, part('', 500), part('b', 500)),
    ]) {
      expect(() => store.dispatch(wrong)).toThrow(/action\/payload-invalid/)
    }
    store.dispatch(split(1_000, part('a', 700), part('b', 300)))
    expect(store.get(march)).toEqual([
      { category: 'a', minor: 700, budgetMinor: undefined },
      { category: 'b', minor: 300, budgetMinor: undefined },
    ])
  })

  it('[CAT-3] spending by category is what was spent, however it is divided', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -50_000, max: 50_000 }), fc.nat({ max: 40 }), fc.nat({ max: 3 })), {
          maxLength: 30,
        }),
        (lines) => {
          const store = createBankStore()
          store.dispatch(opened)
          let total = 0
          for (const [at, [minor, day, category]] of lines.entries()) {
            if (minor === 0) continue
            const bookingDate = day < 31 ? `2026-03-${String(day + 1).padStart(2, '0')}` : '2026-04-01'
            store.dispatch(spent(`e${at}`, minor, bookingDate))
            if (day < 31) total += minor
            if (category > 0) store.dispatch(happened.assigned({ entries: [`e${at}`], category: `c${category}` }))
          }
          expect(store.get(march).reduce((sum, each) => sum + each.minor, 0)).toBe(total)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('[CAT-3] income is not spending, and another currency is another question', () => {
    given(
      [ledger, categories],
      ...opened,
      bank.entryPosted(
        entryWith('pay', { legs: transferLegs({ from: salary.id, to: giro.id, currency: 'EUR', minor: 9_000 }) }),
      ),
      spent('one', 1_000),
    )
      .thenState(march, [{ category: 'uncategorised', minor: 1_000, budgetMinor: undefined }])
      .thenState(spendingIn('GBP', '2026-03-01', '2026-03-31'), [])
  })

  it('[CAT-4] a budget stands beside what was spent, also where nothing was', () => {
    given([ledger, categories], ...opened, spent('one', 1_000))
      .when(
        happened.assigned({ entries: ['one'], category: 'food' }),
        happened.budgetSet({ category: 'food', currency: 'EUR', minor: 900 }),
        happened.budgetSet({ category: 'travel', currency: 'EUR', minor: 100 }),
        happened.budgetSet({ category: 'travel', currency: 'GBP', minor: 100 }),
      )
      .thenState(march, [
        { category: 'food', minor: 1_000, budgetMinor: 900 },
        { category: 'travel', minor: 0, budgetMinor: 100 },
      ])
      .when(happened.budgetRemoved({ category: 'travel', currency: 'EUR' }))
      .thenState(budgets, [
        { category: 'food', currency: 'EUR', minor: 900 },
        { category: 'travel', currency: 'GBP', minor: 100 },
      ])
  })

  it('[CAT-5] whatever was said is undone and said again, and the money is never touched by it', () => {
    const says = fc.oneof(
      fc.constantFrom('a', 'b').map((category) => happened.assigned({ entries: ['one'], category })),
      fc.constantFrom('x', 'y').map((text) => happened.ruleAdded({ ruleId: text, text, category: text })),
      fc.constantFrom('x', 'y').map((ruleId) => happened.ruleRemoved({ ruleId })),
      fc.integer({ min: 1, max: 9 }).map((minor) => happened.budgetSet({ category: 'a', currency: 'EUR', minor })),
    )
    fc.assert(
      fc.property(fc.array(says, { minLength: 1, maxLength: 8 }), (said) => {
        const store = createBankStore()
        store.dispatch([...opened, spent('one', 1_000)])
        const money = stateHash(store.get(ledger))
        const hashes = [stateHash(store.get(categories))]
        for (const each of said) {
          store.dispatch(each)
          hashes.push(stateHash(store.get(categories)))
        }
        for (const expected of hashes.slice(0, -1).reverse()) {
          store.undo()
          expect(stateHash(store.get(categories))).toBe(expected)
        }
        expect(store.undo()).toBeUndefined()
        for (const expected of hashes.slice(1)) {
          store.redo()
          expect(stateHash(store.get(categories))).toBe(expected)
        }
        expect(stateHash(store.get(ledger))).toBe(money)
      }),
      { numRuns: 30 },
    )
  })

  it('[CAT-5] money cannot be undone', () => {
    const store = createBankStore()
    store.dispatch([...opened, spent('one', 1_000)])
    expect(store.undoable).toMatchObject({ canUndo: false, undo: undefined })
    expect(store.undo()).toBeUndefined()
    expect(store.get(ledger).entries.size).toBe(1)
  })

  it('[CAT-6] what is no category, no rule and no budget is refused', () => {
    const store = createBankStore()
    store.error$.subscribe()
    for (const wrong of [
      happened.assigned({ entries: [], category: 'a' }),
      happened.assigned({ entries: Array.from({ length: 1_001 }, (_, at) => `${at}`), category: 'a' }),
      happened.assigned({ entries: ['one'], category: 'x'.repeat(61) }),
      happened.ruleAdded({ ruleId: 'r', text: '  ', category: 'a' }),
      happened.budgetSet({ category: 'a', currency: 'EUR', minor: 0 }),
      happened.budgetSet({ category: 'a', currency: 'euro', minor: 1 }),
    ]) {
      expect(() => store.dispatch(wrong)).toThrow(/action\/payload-invalid/)
    }
    expect(store.get(rules)).toEqual([])
  })
})

describe('names of accounts', () => {
  it('[BNK-22] are given by people, undone, and not in the ledger', async () => {
    const { account } = await import('../accounts/index.ts')
    const store = createBankStore()
    store.dispatch(opened)
    const before = stateHash(store.get(ledger))
    store.dispatch(bank.accountRenamed({ account: giro.id, name: '  Für alles 🏠 ' }))
    expect(store.get(account(giro.id))?.name).toBe('Für alles 🏠')
    store.undo()
    expect(store.get(account(giro.id))?.name).toBe('Giro')
    store.redo()
    expect(store.get(account(giro.id))?.name).toBe('Für alles 🏠')
    expect(stateHash(store.get(ledger))).toBe(before)
    store.error$.subscribe()
    expect(() => store.dispatch(bank.accountRenamed({ account: giro.id, name: 'x'.repeat(81) }))).toThrow()
    expect(() => store.dispatch(bank.accountRenamed({ account: giro.id, name: ' ' }))).toThrow()
  })
})

import { describe, expect, it } from 'vitest'
import { accountSchema } from './accountSchema.ts'
import { bank } from './actions.ts'
import { entrySchema } from './entrySchema.ts'
import { card, entryWith, food, giro, pounds, storeOf } from './ledger.fixtures.ts'
import { ledger } from './ledger.ts'

/** What is wrong with a value, as `path: message`. */
function issuesOf(schema: typeof entrySchema | typeof accountSchema, value: unknown): readonly string[] {
  const result = schema['~standard'].validate(value)
  if (result instanceof Promise) throw new Error('the schema is not synchronous')
  return (result.issues ?? []).map(({ path = [], message }) => `${path.map(String).join('.')}: ${message}`)
}

const eur = (account: string, minor: number) => ({ account, currency: 'EUR', minor })

describe('an entry', () => {
  it('[BNK-1] is refused before anything changes when it does not sum to zero in each currency', () => {
    const store = storeOf()
    const before = store.getState()
    const head = store.timeline.playhead.head
    const legs = [eur(giro.id, -1_000), eur(food.id, 999)]
    expect(() => store.dispatch(bank.entryPosted(entryWith('e', { legs })))).toThrow(
      'payload.legs: EUR legs sum to -0.01 and not to 0. Nothing was appended. (action/payload-invalid)',
    )
    const mixed = [eur(giro.id, -1_000), { account: pounds.id, currency: 'GBP', minor: 1_000 }]
    expect(() => store.dispatch(bank.entryPosted(entryWith('e', { legs: mixed })))).toThrow('GBP legs sum to 10.00')
    expect(store.getState()).toBe(before)
    expect(store.timeline.playhead.head).toBe(head)
  })

  it('[BNK-1] is added up in integers: what does not fit is refused, not rounded', () => {
    const max = Number.MAX_SAFE_INTEGER
    const huge = [eur(giro.id, max), eur(food.id, 2), eur(card.id, -max), eur('other', -2)]
    expect(issuesOf(entrySchema, entryWith('e', { legs: huge }))).toEqual([
      'legs: EUR amounts are too large to add up exactly',
    ])
    expect(issuesOf(entrySchema, entryWith('e', { legs: [eur(giro.id, max), eur(food.id, -max)] }))).toEqual([])
    expect(issuesOf(entrySchema, entryWith('e', { legs: [eur(giro.id, 0.5), eur(food.id, -0.5)] }))).toEqual([
      'legs.0.minor: expected whole minor units up to 2^53 - 1, found 0.5',
      'legs.1.minor: expected whole minor units up to 2^53 - 1, found -0.5',
    ])
  })

  it('[BNK-2] has at least two legs, none of them zero, and an account in at most one', () => {
    expect(issuesOf(entrySchema, entryWith('e', { legs: [] }))).toEqual(['legs: expected at least 2 legs, found 0'])
    const zero = [eur(giro.id, 0), eur(food.id, 0)]
    expect(issuesOf(entrySchema, entryWith('e', { legs: zero }))).toEqual([
      'legs.0.minor: moves nothing',
      'legs.1.minor: moves nothing',
    ])
    const twice = [eur(giro.id, -5), eur(giro.id, -5), eur(food.id, 10)]
    expect(issuesOf(entrySchema, entryWith('e', { legs: twice }))).toEqual([
      'legs.1.account: account giro has a leg already: add them up',
    ])
    expect(issuesOf(entrySchema, { ...entryWith('e'), legs: 'none' })).toEqual(['legs: expected legs, found "none"'])
    expect(issuesOf(entrySchema, { ...entryWith('e'), legs: [null, eur(food.id, 1)] })).toEqual([
      'legs.0: expected a leg, found null',
    ])
  })

  it('[BNK-3] says of each of its fields what is wrong with it', () => {
    const wrong = {
      ...entryWith(''),
      kind: 'gift',
      bookingDate: '2026-02-30',
      valueDate: 20_260_301,
      memo: null,
      category: ' ',
      reference: 7,
      counterparty: { name: 3 },
      source: { importId: '', fingerprint: 'f', line: 0 },
    }
    expect(issuesOf(entrySchema, wrong)).toEqual([
      'entryId: expected an entry id, found ""',
      'kind: expected one of opening, deposit, withdrawal, transfer, fee, interest, fx, reversal, adjustment, found "gift"',
      'bookingDate: expected a day such as 2026-02-28, found "2026-02-30"',
      'valueDate: expected a day such as 2026-02-28, found 20260301',
      'memo: expected a text, found null',
      'reference: expected a text, found 7',
      'category: expected a category, found " "',
      'counterparty.name: expected a text, found 3',
      'source.importId: expected an import id, found ""',
      'source.line: expected a line number from 1, found 0',
    ])
    expect(issuesOf(entrySchema, undefined)).toEqual([': expected an entry, found undefined'])
    expect(issuesOf(entrySchema, { ...entryWith('e'), counterparty: [], source: 'a file' })).toEqual([
      'counterparty: expected a counterparty, found a list of 0',
      'source: expected the line of a file, found "a file"',
    ])
  })

  it('[BNK-3] may say who, what for and where from', () => {
    const full = entryWith('e', {
      counterparty: { name: 'Bäckerei', account: 'DE02120300000000202051', bank: 'BYLADEM1001' },
      reference: 'R 1',
      category: 'groceries',
      source: { importId: 'i', fingerprint: 'f', line: 3 },
    })
    expect(issuesOf(entrySchema, full)).toEqual([])
    const store = storeOf()
    store.dispatch(bank.entryPosted(full))
    expect(store.get(ledger).entries.get('e')).toMatchObject(full)
  })
})

describe('an account', () => {
  it('[BNK-4] says of each of its fields what is wrong with it', () => {
    expect(issuesOf(accountSchema, { ...giro, iban: 'DE02120300000000202051', bank: 'Bank' })).toEqual([])
    const wrong = { id: '', name: ' ', owner: 1, currency: 'euro', kind: 'loan', iban: 'DE02 1203', bank: '' }
    expect(issuesOf(accountSchema, wrong)).toEqual([
      'id: expected an account id, found ""',
      'name: expected a name, found " "',
      'owner: expected an owner, or an empty text, found 1',
      'currency: expected a currency such as EUR, found "euro"',
      'kind: expected one of asset, liability, income, expense, equity, found "loan"',
      'iban: expected an IBAN without spaces, found "DE02 1203"',
      'bank: expected a bank, found ""',
    ])
    expect(issuesOf(accountSchema, 'giro')).toEqual([': expected an account, found "giro"'])
  })
})

import { describe, expect, it } from 'vitest'
import { createBankStore } from '../../../app/createBankStore.ts'
import { bank } from '../../../ledger/index.ts'
import { eur, statementFile } from '../import.fixtures.ts'
import { readLedger } from './LedgerReading.ts'
import { planImport } from './planImport.ts'

const iban = 'DE02120300000000202051'
const march = statementFile([
  {
    from: '2026-03-01',
    to: '2026-03-31',
    opening: eur(100_00, '2026-02-28'),
    closing: eur(130_00, '2026-03-31'),
    lines: [
      { bookingDate: '2026-03-02', minor: 50_00, memo: 'Salary' },
      { bookingDate: '2026-03-05', minor: -20_00, memo: 'Groceries' },
    ],
  },
])

/** Books a plan at once, as the desk does in groups. */
function book(store: ReturnType<typeof createBankStore>, file: typeof march, importId = 'import-1') {
  const plan = planImport(file, readLedger(store.live), importId)
  store.dispatch(plan.opens.map((account) => bank.accountOpened(account)))
  store.dispatch(plan.entries.map((entry) => bank.entryPosted(entry)))
  return plan
}

const planned = (store: ReturnType<typeof createBankStore>, file: typeof march) =>
  planImport(file, readLedger(store.live), 'import-2')

describe('planImport', () => {
  it('[PLN-1] opens a new account with the balance that the file begins with', () => {
    const plan = planned(createBankStore(), march)
    expect(plan.opens.map(({ id }) => id).sort()).toEqual([
      iban,
      'equity:opening:EUR',
      'expenses:uncategorised:EUR',
      'income:uncategorised:EUR',
    ])
    expect(plan.entries.map(({ kind, bookingDate, legs }) => [kind, bookingDate, legs[0]?.minor])).toEqual([
      ['opening', '2026-02-28', 100_00],
      ['deposit', '2026-03-02', 50_00],
      ['withdrawal', '2026-03-05', -20_00],
    ])
    expect(plan.statements[0]).toMatchObject({
      isNewAccount: true,
      fresh: 2,
      duplicates: 0,
      oursMinor: 130_00,
      differenceMinor: 0,
    })
  })

  it('[PLN-2] books nothing for the same file twice', () => {
    const store = createBankStore()
    book(store, march)
    const again = planned(store, { ...march, fileName: 'copy of march.sta' })
    expect(again.entries).toEqual([])
    expect(again.opens).toEqual([])
    expect(again.duplicates).toBe(2)
    expect(again.statements[0]).toMatchObject({ isNewAccount: false, fresh: 0, duplicates: 2, differenceMinor: 0 })
  })

  it('[PLN-2] books the union of overlapping files', () => {
    const store = createBankStore()
    book(store, march)
    const overlapping = statementFile([
      {
        opening: eur(150_00, '2026-03-02'),
        closing: eur(123_00, '2026-04-01'),
        lines: [
          { bookingDate: '2026-03-05', minor: -20_00, memo: 'Groceries' },
          { bookingDate: '2026-04-01', minor: -7_00, memo: 'Coffee' },
        ],
      },
    ])
    const plan = planned(store, overlapping)
    expect(plan.entries.map(({ memo }) => memo)).toEqual(['Coffee'])
    expect(plan.statements[0]).toMatchObject({ fresh: 1, duplicates: 1, oursMinor: 123_00, differenceMinor: 0 })
  })

  it('[PLN-2] keeps two lines of one file that look the same', () => {
    const coffees = statementFile([
      {
        lines: [
          { bookingDate: '2026-03-05', minor: -3_00, memo: 'Coffee' },
          { bookingDate: '2026-03-05', minor: -3_00, memo: 'Coffee' },
        ],
      },
    ])
    expect(planned(createBankStore(), coffees).entries).toHaveLength(2)
  })

  it('[PLN-3] shows where the closing balance of the file differs from ours, and books all the same', () => {
    const cut = statementFile([
      {
        opening: eur(100_00, '2026-02-28'),
        closing: eur(131_50, '2026-03-31'),
        lines: [{ bookingDate: '2026-03-02', minor: 30_00 }],
      },
    ])
    const plan = planned(createBankStore(), cut)
    expect(plan.statements[0]).toMatchObject({ oursMinor: 130_00, differenceMinor: 1_50 })
    expect(plan.entries).toHaveLength(2)
  })

  it('[PLN-3] counts lines of a statement that are dated after its closing balance', () => {
    const late = statementFile([
      {
        opening: eur(10_00, '2026-02-28'),
        closing: eur(15_00, '2026-03-01'),
        lines: [{ bookingDate: '2026-03-04', minor: 5_00 }],
      },
    ])
    expect(planned(createBankStore(), late).statements[0]).toMatchObject({ oursMinor: 15_00, differenceMinor: 0 })

    const pages = statementFile([
      {
        opening: eur(0, '2026-02-28'),
        closing: eur(5_00, '2026-03-01'),
        lines: [{ bookingDate: '2026-03-04', minor: 5_00 }],
      },
      {
        opening: eur(5_00, '2026-03-01'),
        closing: eur(7_00, '2026-03-01'),
        lines: [{ bookingDate: '2026-03-04', minor: 2_00 }],
      },
    ])
    expect(planned(createBankStore(), pages).statements.map(({ differenceMinor }) => differenceMinor)).toEqual([0, 0])
  })

  it('[PLN-4] states the opening balance again when an earlier file comes later', () => {
    const store = createBankStore()
    book(store, march)
    const january = statementFile([
      {
        opening: eur(40_00, '2025-12-31'),
        closing: eur(100_00, '2026-01-31'),
        lines: [{ bookingDate: '2026-01-10', minor: 60_00, memo: 'Gift' }],
      },
    ])
    const plan = book(store, january, 'import-2')
    expect(plan.entries.map(({ kind, bookingDate }) => [kind, bookingDate])).toEqual([
      ['opening', '2025-12-31'],
      ['deposit', '2026-01-10'],
      ['reversal', '2026-02-28'],
    ])
    const balances = ['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31'].map((day) =>
      readLedger(store.live).balanceOn(iban, Date.parse(day) / 86_400_000),
    )
    expect(balances).toEqual([40_00, 100_00, 100_00, 130_00])
  })

  it('[PLN-5] leaves out lines that the bank has not booked, that move nothing, or are in another currency', () => {
    const file = statementFile([
      {
        lines: [
          { bookingDate: '2026-03-01', minor: 1, status: 'pending' },
          { bookingDate: '2026-03-01', minor: 2, status: 'information' },
          { bookingDate: '2026-03-01', minor: 0 },
          { bookingDate: '2026-03-01', minor: 3, currency: 'USD' },
          { bookingDate: '2026-03-01', minor: 4 },
        ],
      },
    ])
    const plan = planned(createBankStore(), file)
    expect(plan.leftOut.map(({ reason }) => reason)).toEqual(['pending', 'information', 'zero', 'other-currency'])
    expect(plan.entries.map(({ legs }) => legs[0]?.minor)).toEqual([4])
  })

  it('[PLN-6] asks for the account of a file that names none', () => {
    const [statement] = march.statements
    const nameless = {
      ...march,
      statements: statement ? [{ ...statement, account: { isIban: false, currency: 'EUR' } }] : [],
    }
    const plan = planned(createBankStore(), nameless)
    expect(plan.accountNeeded).toBe(true)
    expect(plan.entries).toEqual([])
  })

  it('[PLN-7] keeps one account number in two currencies apart', () => {
    const usd = statementFile([
      { account: { isIban: true, currency: 'USD' }, lines: [{ bookingDate: '2026-03-01', minor: 5, currency: 'USD' }] },
    ])
    const store = createBankStore()
    book(store, march)
    const plan = planned(store, usd)
    expect(plan.statements[0]).toMatchObject({ accountId: `${iban} USD`, isNewAccount: true })
  })

  it('[PLN-8] finds an account that was opened under another id by its IBAN', () => {
    const store = createBankStore()
    store.dispatch(
      bank.accountOpened({ id: 'everyday', name: 'Everyday', owner: 'Ann', currency: 'EUR', kind: 'asset', iban }),
    )
    expect(planned(store, march).statements[0]).toMatchObject({ accountId: 'everyday', isNewAccount: false })
  })

  it('[PLN-9] tells what becomes of each line', () => {
    const store = createBankStore()
    book(store, march)
    const later = statementFile([
      {
        lines: [
          { bookingDate: '2026-03-05', minor: -20_00, memo: 'Groceries' },
          { bookingDate: '2026-04-02', minor: 50_00, memo: 'Salary' },
          { bookingDate: '2026-04-03', minor: -1, status: 'pending' },
          { bookingDate: '2026-04-03', minor: 0 },
          { bookingDate: '2026-04-03', minor: 5, currency: 'USD' },
        ],
      },
    ])
    const [statement] = planned(store, later).statements
    expect(statement?.lines.map(({ fate }) => fate)).toEqual(['duplicate', 'new', 'pending', 'zero', 'other-currency'])
  })

  it('[PLN-9] tells of the lines before somebody says which account they are of', () => {
    const [statement] = march.statements
    if (!statement) throw new Error('The file has a statement.')
    const { id: _, ...unnamed } = statement.account
    const plan = planned(createBankStore(), { ...march, statements: [{ ...statement, account: unnamed }] })
    expect(plan.accountNeeded).toBe(true)
    expect(plan.statements[0]?.lines.map(({ fate }) => fate)).toEqual(['new', 'new'])
  })

  it('[PLN-9] calls an account that a file opens as a person says', () => {
    const store = createBankStore()
    const plan = planImport(march, readLedger(store.live), 'import-1', 'For everything')
    expect(plan.opens.find(({ id }) => id === iban)?.name).toBe('For everything')
    book(store, march)
    expect(planImport(march, readLedger(store.live), 'import-2', 'Otherwise').opens).toEqual([])
  })

  it('[PLN-10] puts on hold what the bank has announced to go out, until it is booked', () => {
    const store = createBankStore()
    book(store, march)
    const announced = { bookingDate: '2099-04-02', minor: -15_00, memo: 'Hotel' } as const
    const coming = { bookingDate: '2099-04-02', minor: 5_00, memo: 'Refund', status: 'pending' } as const
    const intraday = planned(store, statementFile([{ lines: [{ ...announced, status: 'pending' }, coming] }]))
    expect(intraday.entries).toEqual([])
    expect(intraday.holds).toMatchObject([
      { account: iban, minor: 15_00, memo: 'Hotel', expiresAt: Date.UTC(2099, 3, 16) },
    ])
    store.dispatch(intraday.holds.map((hold) => bank.holdPlaced(hold)))
    expect(planned(store, statementFile([{ lines: [{ ...announced, status: 'pending' }] }])).holds).toEqual([])
    const booked = planned(store, statementFile([{ lines: [announced] }]))
    expect(booked.releases).toEqual(intraday.holds.map(({ holdId }) => holdId))
    expect(booked.entries).toHaveLength(1)
  })
})

import { createBankStore } from '../../../app/createBankStore.ts'
import { bank } from '../../../ledger/index.ts'
import { eur, statementFile } from '../import.fixtures.ts'
import type { ImportJob, ImportPhase, ImportPlan } from '../index.ts'
import { planImport, readLedger } from '../index.ts'
import type { StatementFile } from '../readers/index.ts'

const job = (phase: ImportPhase, fileName = 'giro-2026-01.sta'): ImportJob => ({
  id: 'job-1',
  fileName,
  bytes: 48_213,
  phase,
})

const january = statementFile(
  [
    {
      from: '2026-01-01',
      to: '2026-01-31',
      opening: eur(150_000, '2025-12-31'),
      closing: eur(168_220, '2026-01-31'),
      lines: [
        { bookingDate: '2026-01-02', minor: -98_000, memo: 'Rent' },
        { bookingDate: '2026-01-15', minor: -8_850, memo: 'Electricity' },
        { bookingDate: '2026-01-29', minor: 125_070, memo: 'Salary' },
        { bookingDate: '2026-01-30', minor: -500, status: 'pending' },
      ],
    },
  ],
  { fileName: 'giro-2026-01.sta' },
)

function planOf(file: StatementFile, booked: readonly StatementFile[] = []): ImportPlan {
  const store = createBankStore()
  for (const earlier of booked) {
    const { opens, entries } = planImport(earlier, readLedger(store.live), 'earlier')
    store.dispatch([
      ...opens.map((account) => bank.accountOpened(account)),
      ...entries.map((entry) => bank.entryPosted(entry)),
    ])
  }
  return planImport(file, readLedger(store.live), 'job-1')
}

export const reading = job({
  kind: 'reading',
  progress: { kind: 'progress', phase: 'parsing', bytesRead: 31_000, bytesTotal: 48_213, lines: 212 },
})

export const refused = job(
  {
    kind: 'refused',
    problem: {
      code: 'import/field-invalid',
      fileName: 'broken.sta',
      message:
        'broken.sta, line 18 (:61:): The booking has no mark for debit or credit. Found “2401100110-34,90”. Expected C, D, RC or RD after the dates. (import/field-invalid)',
      at: { line: 18, element: ':61:' },
      found: '2401100110-34,90',
      expected: 'C, D, RC or RD after the dates',
    },
  },
  'broken.sta',
)

export const refusedForItsCurrency = job(
  {
    kind: 'refused',
    problem: {
      code: 'import/currency-missing',
      fileName: 'export.csv',
      message: 'export.csv: The file names no currency. Say which one it is in. (import/currency-missing)',
      needs: 'currency',
    },
  },
  'export.csv',
)

export const preview = job({ kind: 'preview', plan: planOf(january) })

export const previewThatDiffers = job({
  kind: 'preview',
  plan: planOf({
    ...january,
    statements: january.statements.map((statement) => ({ ...statement, closing: eur(170_000, '2026-01-31') })),
    warnings: [
      {
        code: 'import/does-not-add-up',
        message: 'Opening balance and lines give 1,682.20 EUR, the closing balance says 1,700.00 EUR.',
        statement: 0,
        at: { line: 42, element: ':62F:' },
        difference: { minor: 1_780, currency: 'EUR' },
      },
    ],
  }),
})

export const nothingNew = job({ kind: 'preview', plan: planOf(january, [january]) })

export const previewWithoutAccount = job({
  kind: 'preview',
  plan: planOf({
    ...january,
    statements: january.statements.map((statement) => ({ ...statement, account: { isIban: false, currency: 'EUR' } })),
  }),
})

export const booking = job({ kind: 'booking', booked: 3_500, entries: 12_480 })
export const done = job({ kind: 'done', entries: 28, duplicates: 12 })
export const stopped = job({ kind: 'stopped', booked: 3_500, entries: 12_480 })
export const failed = job({
  kind: 'stopped',
  booked: 3_500,
  entries: 12_480,
  reason: 'An amount is too large to add up exactly.',
})

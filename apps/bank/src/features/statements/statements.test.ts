import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBankStore } from '../../app/createBankStore.ts'
import type { Account } from '../../ledger/index.ts'
import { accountHistory, bank, ledger } from '../../ledger/index.ts'
import type { Posting } from '../../ledger/ledger.fixtures.ts'
import { anyPosting, giro, openAccounts, posted } from '../../ledger/ledger.fixtures.ts'
import { bookedBalanceOf } from '../accounts/index.ts'
import type { Statement } from './actions.ts'
import { statements as happened } from './actions.ts'
import { monthsToClose } from './closeMonths.ts'
import { textCell } from './export/statementCsv.ts'
import { linesOf } from './linesOf.ts'
import { statementsOf } from './statements.ts'

function bankOf() {
  const store = createBankStore()
  store.error$.subscribe()
  store.dispatch(openAccounts.map((account: Account) => bank.accountOpened(account)))
  const close = (today: string) => {
    const closed = monthsToClose(
      giro.id,
      store.get(accountHistory(giro.id)),
      store.get(statementsOf(giro.id)),
      today,
      store.get(ledger).entries.size,
    )
    if (closed.length > 0) store.dispatch(closed.map((statement) => happened.closed(statement)))
    return closed
  }
  const idsOf = (statement: Statement, before: Statement | undefined) =>
    linesOf(store.get(accountHistory(giro.id)), before, statement).map(({ entry }) => entry.entryId)
  const book = (posting: Posting, prefix?: string) => {
    for (const { entry } of posted([posting], prefix)) store.dispatch(bank.entryPosted(entry))
  }
  return { store, close, idsOf, book }
}

describe('statements', () => {
  it('[STM-1] chain: each begins with what the one before ended with, and its lines make up the difference', () => {
    fc.assert(
      fc.property(fc.array(anyPosting, { maxLength: 40 }), fc.array(anyPosting, { maxLength: 20 }), (first, second) => {
        const { store, close } = bankOf()
        for (const { entry } of posted(first)) store.dispatch(bank.entryPosted(entry))
        close('2026-02-15')
        for (const { entry } of posted(second, 'late')) store.dispatch(bank.entryPosted(entry))
        close('2026-05-01')
        const all = store.get(statementsOf(giro.id))
        const history = store.get(accountHistory(giro.id))
        const seen: string[] = []
        for (const [at, statement] of all.entries()) {
          const before = all[at - 1]
          const lines = linesOf(history, before, statement)
          expect(statement.openingMinor).toBe(before?.closingMinor ?? 0)
          expect(lines.reduce((sum, { minor }) => sum + minor, statement.openingMinor)).toBe(statement.closingMinor)
          expect(lines).toHaveLength(statement.lines)
          seen.push(...lines.map(({ entry }) => entry.entryId))
        }
        // Every line is in one statement, and together they are the balance.
        const last = all.at(-1)
        const booked = Array.from({ length: history.length }, (_, row) => history.line(row).entry)
        expect(seen.toSorted()).toEqual(
          booked
            .filter(({ bookingDate }) => last !== undefined && bookingDate <= last.to)
            .map(({ entryId }) => entryId)
            .toSorted(),
        )
        if (last) expect(last.closingMinor).toBe(store.get(bookedBalanceOf(giro.id, last.to)))
      }),
      { numRuns: 60 },
    )
  })

  it('[STM-2] what is booked back into a closed month changes nothing of it, and stands in the next', () => {
    const { store, close, idsOf, book } = bankOf()
    book({ legs: legs(1_000), day: 5, waitMs: 0 })
    const [closed] = close('2026-02-10') as [Statement]
    const before = idsOf(closed, undefined)
    book({ legs: legs(500), day: 6, waitMs: 0 }, 'late')
    expect(idsOf(closed, undefined)).toEqual(before)
    const [next] = close('2026-03-10') as [Statement]
    expect(next.openingMinor).toBe(closed.closingMinor)
    expect(idsOf(next, closed)).toEqual(['late0'])
    expect(store.get(statementsOf(giro.id))).toEqual([closed, next])
  })

  it('[STM-3] a month that is not over is not closed, nor an account without lines', () => {
    const { close, book } = bankOf()
    expect(close('2026-05-01')).toEqual([])
    book({ legs: legs(1_000), day: 5, waitMs: 0 })
    expect(close('2026-01-31')).toEqual([])
    expect(close('2026-02-01')).toHaveLength(1)
    expect(close('2026-02-01')).toEqual([])
  })

  it('[STM-3] what does not follow on the statement before is left out', () => {
    const { store, close, book } = bankOf()
    book({ legs: legs(1_000), day: 5, waitMs: 0 })
    const [first] = close('2026-02-01') as [Statement]
    for (const wrong of [
      { ...first, statementId: 'again' },
      { ...first, statementId: 'gap', number: 3, from: '2026-02-01', to: '2026-02-28' },
      { ...first, statementId: 'balance', number: 2, from: '2026-02-01', to: '2026-02-28', openingMinor: 1 },
      { ...first, statementId: 'days', number: 2 },
    ]) {
      store.dispatch(happened.closed(wrong))
    }
    expect(store.get(statementsOf(giro.id))).toEqual([first])
  })

  it('[STM-4] a text that would be a formula is none in the export', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) expect(textCell(text)).toBe(`'${text}`)
    for (const text of ['Rent', '1=1', ' =1', '']) expect(textCell(text)).toBe(text)
  })
})

const legs = (minor: number) => [
  { account: giro.id, currency: 'EUR', minor: -minor },
  { account: 'expenses:food:EUR', currency: 'EUR', minor },
]

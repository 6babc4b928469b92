import type { Table } from '@playhead/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountId } from '../Account.ts'
import { bank } from '../actions.ts'
import { calendarDay, dayNumber } from '../day.ts'
import type { Entry, EntryId, PostedEntry } from '../Entry.ts'
import { anyPosting, card, entryWith, food, giro, openAccounts, posted, storeOf } from '../ledger.fixtures.ts'
import { ledger } from '../ledger.ts'
import { transferLegs } from '../legs.ts'
import { accountHistory, histories } from '../selectors.ts'
import type { AccountHistory } from './AccountHistory.ts'
import { emptyHistory } from './AccountHistory.ts'
import type { Histories } from './historiesOf.ts'
import { buildHistories, historiesOf } from './historiesOf.ts'

interface NaiveLine {
  readonly id: EntryId
  readonly minor: number
  readonly balanceMinor: number
}

/** An account's lines by sorting everything and adding it up. */
function naiveLines(entries: Table<EntryId, PostedEntry>, account: AccountId): readonly NaiveLine[] {
  let balanceMinor = 0
  return [...entries.values()]
    .flatMap((entry) => entry.legs.filter((leg) => leg.account === account).map(({ minor }) => ({ entry, minor })))
    .sort(
      (a, b) => dayNumber(a.entry.bookingDate) - dayNumber(b.entry.bookingDate) || a.entry.ordinal - b.entry.ordinal,
    )
    .map(({ entry, minor }) => {
      balanceMinor += minor
      return { id: entry.entryId, minor, balanceMinor }
    })
}

const linesOf = (history: AccountHistory): readonly NaiveLine[] =>
  Array.from({ length: history.length }, (_, row) => {
    const { entry, minor, balanceMinor } = history.line(row)
    return { id: entry.entryId, minor, balanceMinor }
  })

const shownHistories = (all: Histories) =>
  [...all].map(([account, history]) => [account, linesOf(history)] as const).sort(([a], [b]) => (a < b ? -1 : 1))

const postings = fc.array(anyPosting, { maxLength: 80 })

describe('a history', () => {
  it('[BNK-14] has the lines of an account by booking date, then as recorded, with running balances', () => {
    fc.assert(
      fc.property(postings, (some) => {
        const store = storeOf(posted(some))
        for (const { id } of openAccounts) {
          expect(linesOf(store.get(accountHistory(id)))).toEqual(naiveLines(store.get(ledger).entries, id))
        }
      }),
    )
  })

  it('[BNK-12] gives the balance on any day: what is booked on that day and before', () => {
    fc.assert(
      fc.property(postings, (some) => {
        const entries = posted(some).map(({ entry }) => entry)
        const history = storeOf(posted(some)).get(accountHistory(giro.id))
        for (let day = dayNumber('2025-12-30'); day <= dayNumber('2026-04-12'); day++) {
          const booked = entries.filter(({ bookingDate }) => bookingDate <= calendarDay(day))
          const legs = booked.flatMap((entry) => entry.legs.filter(({ account }) => account === giro.id))
          expect(history.balanceOn(day)).toBe(legs.reduce((sum, { minor }) => sum + minor, 0))
          expect(history.rowsUntil(day)).toBe(legs.length)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('[BNK-12] ends at the balance of all that is recorded', () => {
    fc.assert(
      fc.property(postings, (some) => {
        const store = storeOf(posted(some))
        for (const { id } of openAccounts) {
          expect(store.get(accountHistory(id)).closingMinor).toBe(store.get(ledger).balances.get(id)?.minor)
        }
      }),
    )
  })

  it('[BNK-13] lets a back-dated entry change booked balances from its date on, and nothing recorded before it', () => {
    fc.assert(
      fc.property(postings, anyPosting, (some, late) => {
        const store = storeOf(posted(some))
        const { head } = store.timeline.playhead
        const before = openAccounts.map(({ id }) => ({ id, history: store.get(accountHistory(id)) }))
        const recorded = Array.from({ length: head + 1 }, (_, offset) =>
          JSON.stringify(store.at(offset).get(ledger).balances),
        )
        const { entry } = posted([late], 'late')[0] as { readonly entry: Entry }
        store.dispatch(bank.entryPosted(entry))
        const date = dayNumber(entry.bookingDate)
        for (const { id, history } of before) {
          const moved = entry.legs.find(({ account }) => account === id)?.minor ?? 0
          const after = store.get(accountHistory(id))
          for (const day of [date - 400, date - 1, date, date + 1, date + 400]) {
            expect(after.balanceOn(day) - history.balanceOn(day)).toBe(day < date ? 0 : moved)
          }
        }
        expect(
          Array.from({ length: head + 1 }, (_, offset) => JSON.stringify(store.at(offset).get(ledger).balances)),
        ).toEqual(recorded)
        expect(store.at(head).get(accountHistory(giro.id)).closingMinor).toBe(before[0]?.history.closingMinor)
      }),
      { numRuns: 40 },
    )
  })

  it('[BNK-14] finds the row of an entry, and none of an entry that has no part in it', () => {
    fc.assert(
      fc.property(postings, (some) => {
        const store = storeOf(posted(some))
        const history = store.get(accountHistory(giro.id))
        for (const entry of store.get(ledger).entries.values()) {
          const row = history.rowOf(entry)
          expect(row !== undefined).toBe(entry.legs.some(({ account }) => account === giro.id))
          if (row !== undefined) expect(history.line(row).entry.entryId).toBe(entry.entryId)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('[BNK-14] refuses a row that is not there', () => {
    const history = storeOf([{ entry: entryWith('e'), time: 1 }]).get(accountHistory(giro.id))
    for (const row of [-1, 1, Number.NaN]) expect(() => history.line(row)).toThrow(RangeError)
  })

  it('[BNK-14] is empty where nothing is booked: no days, a balance of zero', () => {
    const history = storeOf().get(accountHistory('nowhere'))
    expect(history).toBe(emptyHistory)
    expect([history.length, history.firstDay, history.lastDay, history.balanceOn(0), history.closingMinor]).toEqual([
      0,
      undefined,
      undefined,
      0,
      0,
    ])
  })
})

describe('the histories of a store', () => {
  const lastOpening = openAccounts.length - 1
  const moves = fc.array(fc.oneof(fc.record({ seek: fc.nat({ max: 120 }) }), fc.record({ post: postings })), {
    maxLength: 8,
  })

  it('[BNK-15] are those of a new build, whatever views were looked at before', async () => {
    await fc.assert(
      fc.asyncProperty(postings, moves, fc.nat({ max: 80 }), async (some, steps, forkAt) => {
        const store = storeOf(posted(some))
        const branch = store.timeline.fork({ at: Math.min(lastOpening + forkAt, store.timeline.playhead.head) })
        let batch = 0
        for (const step of steps) {
          if ('post' in step) {
            for (const to of [store, branch]) {
              // The same ids with other contents on the branch: keys alone do not tell versions apart.
              const entries = posted(to === store ? step.post : step.post.toReversed(), `b${batch}-`)
              to.dispatch(entries.map(({ entry }) => bank.entryPosted(entry)))
            }
            batch++
          } else {
            await store.timeline.seek(Math.min(step.seek, store.timeline.playhead.head))
          }
          for (const view of [store, branch, store.live, store.at(lastOpening)]) {
            const { entries } = view.get(ledger)
            expect(shownHistories(view.get(histories))).toEqual(shownHistories(buildHistories(entries)))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('[BNK-16] leaves the history of an account as it is when its lines are the same', () => {
    const store = storeOf([{ entry: entryWith('e'), time: 1 }])
    // Held here: members of a family that nobody holds may be forgotten, with what they remember.
    const selectors = { giro: accountHistory(giro.id), food: accountHistory(food.id) }
    const before = { giro: store.get(selectors.giro), food: store.get(selectors.food) }
    const legs = transferLegs({ from: giro.id, to: card.id, currency: 'EUR', minor: 5 })
    store.dispatch(bank.entryPosted(entryWith('f', { legs })))
    expect(store.get(selectors.food)).toBe(before.food)
    expect(store.get(selectors.giro)).not.toBe(before.giro)
    expect(historiesOf(store.get(ledger).entries)).toBe(store.get(histories))
  })

  it('[BNK-16] gives two views their very histories back, however often they take turns', async () => {
    const store = storeOf(Array.from({ length: 30 }, (_, at) => ({ entry: entryWith(`e${at}`), time: at })))
    await store.timeline.seek(20)
    const viewed = store.get(histories)
    const live = store.live.get(histories)
    expect(viewed.get(giro.id)?.length).not.toBe(live.get(giro.id)?.length)
    for (let turn = 0; turn < 3; turn++) {
      expect(historiesOf(store.get(ledger).entries)).toBe(viewed)
      expect(historiesOf(store.live.get(ledger).entries)).toBe(live)
    }
  })
})

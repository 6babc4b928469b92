import type { PlacedRecord, Store } from '@playhead/core'
import { memoryLog, stateHash } from '@playhead/core'
import type { GivenPorts } from '@playhead/core/testing'
import { given, virtualTime } from '@playhead/core/testing'
import fc from 'fast-check'
import type { Observable } from 'rxjs'
import { NEVER, of, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createBankStore } from '../../app/createBankStore.ts'
import { bank, holds, incomeAccount, ledger } from '../../ledger/index.ts'
import { availableOf, balanceOf } from '../accounts/index.ts'
import { payments as happened } from './actions.ts'
import type { ClearingAnswer, ClearingBank, SandboxMode } from './clearing/ClearingBank.ts'
import { sandboxBank } from './clearing/sandboxBank.ts'
import { order, ownAccounts, payeeIban, toPayee } from './payments.fixtures.ts'
import { failedPayments, paymentOf, payments, pendingPayments, scheduledPayments } from './payments.ts'

type Ask = (order: unknown, requestKey: string) => Observable<ClearingAnswer>

const bankWith = (clear: Ask, recall: Ask = clear): ClearingBank => ({ clear, recall })

/** A bank over the past that it is given, by the clock of UTC, whose clearing bank answers as told. */
const answering =
  (clear: Ask, recall?: Ask) =>
  (ports: GivenPorts, timeZone = 'UTC') =>
    createBankStore({ ...ports, timeZone, deps: { clearing: bankWith(clear, recall) } })

const clearing = answering(() => of({ kind: 'cleared' }))
const silent = answering(() => NEVER)

/** The sandbox in a mode, with the numbers that it draws. */
const sandboxed =
  (...drawn: readonly number[]) =>
  (ports: GivenPorts) =>
    createBankStore({
      ...ports,
      timeZone: 'UTC',
      deps: { clearing: sandboxBank({ scheduler: ports.scheduler, random: inTurn(drawn) }) },
    })

const inMode = (mode: SandboxMode) => [...ownAccounts, happened.sandboxModeChosen({ mode })]
const requested = [happened.requested, bank.holdPlaced] as const
const cleared = [happened.cleared, bank.holdReleased, bank.entryPosted] as const

describe('payments', () => {
  it('[PAY-1] is pending at once: available is less, the balance is not', () => {
    given(silent, ...ownAccounts)
      .when(happened.requested(order))
      .thenState(availableOf('giro'), 75_000)
      .thenState(availableOf('savings'), 0)
      .thenState(balanceOf('giro'), 100_000)
      .thenState(pendingPayments, [expect.objectContaining({ paymentId: 'p-1', status: 'pending' })])
  })

  it('[PAY-2] is cleared and booked in one batch, with the request as its cause', () => {
    const asked = given(sandboxed(), ...inMode('slow')).when(happened.requested(order))
    asked.after(4_999).then(...requested)
    asked
      .after(3_001)
      .then(...requested, happened.delayed, happened.cleared({ paymentId: 'p-1' }), bank.holdReleased, {
        type: bank.entryPosted.type,
        payload: expect.objectContaining({ entryId: 'payment:p-1', bookingDate: '2026-01-01', kind: 'transfer' }),
      })
      .thenState(availableOf('giro'), 75_000)
      .thenState(balanceOf('giro'), 75_000)
      .thenState(balanceOf('savings'), 25_000)
      .thenState(pendingPayments, [])
    const [request, ...answers] = asked.records
    expect(new Set(answers.slice(1).map(({ causedBy }) => causedBy))).toEqual(new Set([request?.id]))
  })

  it('[PAY-3] moves nothing when it is refused, and says why', () => {
    // Drawn: the connection holds, no delay, it is refused, for the first reason.
    given(sandboxed(0.9, 0, 0, 0), ...inMode('flaky'))
      .when(happened.requested(order))
      .after(0)
      .then(
        ...requested,
        happened.refused({ paymentId: 'p-1', reason: 'The sandbox bank refused it: the daily limit is reached.' }),
        bank.holdReleased,
      )
      .thenState(availableOf('giro'), 100_000)
  })

  it('[PAY-3] leaves the ledger as it was when it is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (minor) => {
        const store = createBankStore({ ...virtualTime(), deps: { clearing: bankWith(refusing) } })
        store.dispatch(ownAccounts)
        const before = stateHash(store.get(ledger))
        store.dispatch(happened.requested({ ...order, minor }))
        expect(store.get(failedPayments)).toHaveLength(1)
        expect(stateHash(store.get(ledger))).toBe(before)
      }),
    )
  })

  it('[PAY-4] tries a lost connection again, under the same key', () => {
    const keys: string[] = []
    given(
      answering((_, key) => {
        keys.push(key)
        return keys.length < 3 ? throwError(() => new Error('No route.')) : of({ kind: 'cleared' })
      }),
      ...ownAccounts,
    )
      .when(happened.requested(order))
      .after(2_000)
      .thenState(balanceOf('savings'), 25_000)
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
  })

  it('[PAY-4] is refused when the bank cannot be reached at all', () => {
    given(
      answering(() => throwError(() => new Error('No route.'))),
      ...ownAccounts,
    )
      .when(happened.requested(order))
      .after(3_000)
      .then(...requested, happened.refused({ paymentId: 'p-1', reason: 'No route.' }), bank.holdReleased)
  })

  it('[PAY-5] asks again after a reload what was not answered, under the same key, and nothing else', async () => {
    const keys: string[] = []
    const before = createBankStore({ ...virtualTime(), deps: { clearing: bankWith(() => NEVER) } })
    before.dispatch([...ownAccounts, happened.requested({ ...order, paymentId: 'answered' })])
    before.dispatch([happened.refused({ paymentId: 'answered', reason: 'No.' }), happened.requested(order)])
    const past = recordsOf(before)
    const asked = past.findLast(({ type }) => type === happened.requested.type)
    const reloaded = await given(
      answering((_, key) => {
        keys.push(key)
        return of({ kind: 'cleared' })
      }),
      ...past,
    )
      .when(() => {})
      .thenWithin(0, { type: happened.cleared.type, causedBy: asked?.id }, bank.holdReleased, bank.entryPosted)
    reloaded.thenState(balanceOf('savings'), 25_000)
    expect(keys).toEqual([asked?.id])
  })

  it('[PAY-5] a sandbox bank answers a request that it has heard as before', () => {
    const { scheduler } = virtualTime()
    const sandbox = sandboxBank({ scheduler, random: () => 0 })
    const answers: ClearingAnswer[] = []
    sandbox.clear(order, 'key', 'instant').subscribe((answer) => answers.push(answer))
    sandbox.clear(order, 'key', 'refusing').subscribe((answer) => answers.push(answer))
    expect(answers).toEqual([{ kind: 'cleared' }, { kind: 'cleared' }])
  })

  it('[PAY-6] counts the first answer and the first request alone', () => {
    given([ledger, holds, payments], ...ownAccounts, happened.requested(order))
      .when(
        happened.requested({ ...order, minor: 1 }),
        happened.refused({ paymentId: 'p-1', reason: 'No.' }),
        happened.cleared({ paymentId: 'p-1' }),
        happened.cleared({ paymentId: 'unknown' }),
      )
      .thenState(failedPayments, [expect.objectContaining({ paymentId: 'p-1', minor: 25_000, reason: 'No.' })])
  })

  it('[PAY-6] is paid once, however often and whenever it is sent', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9_000 }), { minLength: 1, maxLength: 6 }), (gapsMs) => {
        const time = virtualTime()
        const sandbox = sandboxBank({ ...time, random: () => 0.9 })
        let asked = 0
        const counting: ClearingBank = {
          ...sandbox,
          clear: (...request) => {
            asked++
            return sandbox.clear(...request)
          },
        }
        const store = createBankStore({ ...time, deps: { clearing: counting } })
        store.dispatch(inMode('slow'))
        store.dispatch(happened.requested(order))
        for (const gapMs of gapsMs) {
          time.advance(gapMs)
          store.dispatch(happened.requested(order))
        }
        time.advance(20_000)
        expect(store.get(balanceOf('savings'))).toBe(25_000)
        expect(store.get(availableOf('giro'))).toBe(75_000)
        expect(asked).toBe(1)
      }),
      { numRuns: 30 },
    )
  })

  it('[PAY-7] goes on while somebody looks at the past', async () => {
    const time = virtualTime()
    const store = createBankStore({ ...time, deps: { clearing: sandboxBank({ ...time, random: () => 0 }) } })
    store.dispatch(inMode('slow'))
    store.dispatch(happened.requested(order))
    await store.timeline.seek(-1)
    time.advance(8_000)
    expect(store.live.get(balanceOf('savings'))).toBe(25_000)
    expect(store.get(balanceOf('savings'))).toBe(0)
  })

  it('[PAY-11] is told to be late when it takes longer than people expect, and is cleared all the same', () => {
    const asked = given(sandboxed(), ...inMode('slow')).when(happened.requested(order))
    asked.after(5_000).thenState(paymentOf('p-1'), expect.objectContaining({ status: 'pending', isLate: true }))
    asked.after(3_000).thenState(paymentOf('p-1'), expect.objectContaining({ status: 'cleared' }))
    given(clearing, ...ownAccounts)
      .when(happened.requested(order))
      .after(60_000)
      .then(...requested, ...cleared)
  })

  it('[PAY-12] is not asked for where it could not be carried out, and says why', () => {
    const unasked = answering(() => {
      throw new Error('Nobody was to be asked.')
    })
    const cases = [
      [{ ...order, minor: 100_001 }, 'That is more than is available.'],
      [{ ...order, from: 'nowhere' }, 'The account that it is paid from is not open.'],
      [{ ...order, to: { kind: 'own', account: 'giro' } }, 'It would go to the account that it comes from.'],
      [{ ...order, to: { kind: 'own', account: 'nowhere' } }, 'The account that it goes to is not open.'],
      [{ ...order, to: { kind: 'own', account: 'pounds' } }, 'Pounds holds GBP, so it needs a quote.'],
      [{ ...order, currency: 'GBP' }, 'Current account holds EUR, not GBP.'],
    ] as const
    for (const [asked, reason] of cases) {
      given(unasked, ...ownAccounts)
        .when(happened.requested(asked))
        .then(happened.requested, happened.refused({ paymentId: 'p-1', reason }))
    }
  })

  it('[PAY-12] what no bank could take is refused before it is logged, with each field that is wrong', () => {
    const store = createBankStore()
    store.error$.subscribe()
    const wrong = [
      { minor: 0 },
      { minor: 1.5 },
      { minor: -1 },
      { memo: 'x'.repeat(141) },
      { to: { kind: 'payee', name: 'Ines', iban: `${payeeIban.slice(0, -1)}1` } },
      { to: { kind: 'payee', name: ' ', iban: payeeIban } },
      { exchange: { quoteId: 'q', currency: 'EURO', minor: 1 } },
    ] as const
    for (const part of wrong) {
      expect(() => store.dispatch(happened.requested({ ...order, ...part })), JSON.stringify(part)).toThrow(
        /action\/payload-invalid/,
      )
    }
    expect(store.timeline.playhead.head).toBe(-1)
  })

  it('[PAY-13] what was asked for first has its money first: available never goes below the agreed limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 80_000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 50_000 }),
        (amounts, limitMinor) => {
          const time = virtualTime()
          const sandbox = sandboxBank({ ...time, random: () => 0.9 })
          const store = createBankStore({ ...time, deps: { clearing: sandbox } })
          store.dispatch([
            ...inMode('slow'),
            bank.accountOpened({
              id: 'limited',
              name: 'With a limit',
              owner: '',
              currency: 'EUR',
              kind: 'asset',
              limitMinor,
            }),
          ])
          for (const [at, minor] of amounts.entries()) {
            store.dispatch(
              happened.requested({ ...order, paymentId: `p-${at}`, from: at % 2 ? 'giro' : 'limited', minor }),
            )
          }
          time.advance(10_000)
          for (let offset = 0; offset <= store.timeline.playhead.head; offset++) {
            const then = store.at(offset)
            // Available counts the limit in.
            expect(then.get(availableOf('giro'))).toBeGreaterThanOrEqual(0)
            expect(then.get(availableOf('limited'))).toBeGreaterThanOrEqual(0)
            expect(then.get(balanceOf('giro'))).toBeGreaterThanOrEqual(0)
            expect(then.get(balanceOf('limited'))).toBeGreaterThanOrEqual(-limitMinor)
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('[PAY-14] what the bank has cleared and the ledger cannot book is told, and not left as cleared', () => {
    const world = incomeAccount('gifts', 'EUR')
    // All that savings ever moved leaves no room for one unit more.
    const brimful = (minor: number) =>
      bank.entryPosted({
        entryId: `brim ${minor}`,
        kind: 'adjustment',
        legs: [
          { account: 'savings', currency: 'EUR', minor },
          { account: world.id, currency: 'EUR', minor: -minor },
        ],
        bookingDate: '2026-01-01',
        valueDate: '2026-01-01',
        memo: '',
      })
    const told = given(
      clearing,
      ...ownAccounts,
      bank.accountOpened(world),
      brimful(Number.MAX_SAFE_INTEGER - 10_000),
    ).when(happened.requested(order))
    told.thenErrors('fold/reducer-threw').then(...requested, ...cleared, happened.notBooked)
    expect(told.store.get(balanceOf('giro'))).toBe(100_000)
    expect(told.store.get(failedPayments)).toMatchObject([{ paymentId: 'p-1', status: 'unbooked' }])
  })

  it('[PAY-15] pays somebody by IBAN: the entry names them, and the world stands on the other side', () => {
    const paid = given(clearing, ...ownAccounts).when(happened.requested(toPayee))
    paid
      .after(0)
      .then(...requested, happened.cleared, bank.holdReleased, bank.accountOpened, {
        type: bank.entryPosted.type,
        payload: expect.objectContaining({
          counterparty: { name: 'Ines Sommer', account: payeeIban },
          legs: [
            { account: 'giro', currency: 'EUR', minor: -4_000 },
            { account: 'expenses:uncategorised:EUR', currency: 'EUR', minor: 4_000 },
          ],
        }),
      })
      .thenState(balanceOf('giro'), 96_000)
  })

  it('[PAY-16] is taken back by a new entry, once, and both accounts are as before', () => {
    const store = createBankStore({ ...virtualTime(), deps: { clearing: bankWith(() => of({ kind: 'cleared' })) } })
    store.dispatch(ownAccounts)
    store.dispatch(happened.requested(order))
    expect(store.get(balanceOf('savings'))).toBe(25_000)
    store.dispatch(happened.reversalRequested({ paymentId: 'p-1' }))
    expect(store.get(balanceOf('savings'))).toBe(0)
    expect(store.get(balanceOf('giro'))).toBe(100_000)
    expect(store.get(ledger).entries.get('reversal/payment:p-1')).toMatchObject({
      kind: 'reversal',
      reverses: 'payment:p-1',
    })
    const head = store.timeline.playhead.head
    store.dispatch(happened.reversalRequested({ paymentId: 'p-1' }))
    expect(store.timeline.playhead.head).toBe(head + 1)
    expect(store.get(balanceOf('giro'))).toBe(100_000)
  })

  it('[PAY-16] stays as it was where the bank does not give it back, and may be asked about again', () => {
    let answers = 0
    const store = createBankStore({
      ...virtualTime(),
      deps: {
        clearing: bankWith(
          () => of({ kind: 'cleared' }),
          () => (answers++ === 0 ? refusing() : of({ kind: 'cleared' })),
        ),
      },
    })
    store.dispatch(ownAccounts)
    store.dispatch(happened.requested(order))
    store.dispatch(happened.reversalRequested({ paymentId: 'p-1' }))
    expect(store.get(paymentOf('p-1'))?.reversal).toMatchObject({ status: 'refused', reason: 'No.' })
    expect(store.get(balanceOf('savings'))).toBe(25_000)
    store.dispatch(happened.reversalRequested({ paymentId: 'p-1' }))
    expect(store.get(balanceOf('savings'))).toBe(0)
  })

  it('[PAY-16] is not taken back from an account that has spent it', () => {
    const store = createBankStore({ ...virtualTime(), deps: { clearing: bankWith(() => of({ kind: 'cleared' })) } })
    store.dispatch(ownAccounts)
    store.dispatch(happened.requested(order))
    store.dispatch(happened.requested({ ...toPayee, from: 'savings', minor: 20_000 }))
    store.dispatch(happened.reversalRequested({ paymentId: 'p-1' }))
    expect(store.get(paymentOf('p-1'))?.reversal).toMatchObject({
      status: 'refused',
      reason: 'The money is not on the account any more.',
    })
    expect(store.get(balanceOf('savings'))).toBe(5_000)
  })

  it('[PAY-16] keeps what is to go back from being spent while the bank is asked', () => {
    const time = virtualTime()
    const store = createBankStore({ ...time, deps: { clearing: sandboxBank({ ...time, random: () => 0.9 }) } })
    store.dispatch(ownAccounts)
    store.dispatch(happened.requested(order))
    store.dispatch(happened.sandboxModeChosen({ mode: 'slow' }))
    store.dispatch(happened.reversalRequested({ paymentId: 'p-1' }))
    expect(store.get(availableOf('savings'))).toBe(0)
    expect(store.get(balanceOf('savings'))).toBe(25_000)
    time.advance(8_000)
    expect(store.get(balanceOf('giro'))).toBe(100_000)
    expect(store.get(availableOf('savings'))).toBe(0)
  })

  it('[PAY-17] is booked on the day that the clock of its user shows', () => {
    // 2026-01-01 00:00 UTC.
    for (const [timeZone, day] of [
      ['America/Los_Angeles', '2025-12-31'],
      ['UTC', '2026-01-01'],
      ['Pacific/Kiritimati', '2026-01-01'],
    ] as const) {
      given((ports: GivenPorts) => answering(() => of({ kind: 'cleared' }))(ports, timeZone), ...ownAccounts)
        .when(happened.requested(order))
        .then(...requested, happened.cleared, bank.holdReleased, {
          type: bank.entryPosted.type,
          payload: expect.objectContaining({ bookingDate: day }),
        })
    }
  })

  it('[PAY-18] a log from before there were payees is read as it was meant', () => {
    const v1 = { paymentId: 'old', from: 'giro', to: 'savings', currency: 'EUR', minor: 100, memo: '' }
    const store = createBankStore({ ...virtualTime(), deps: { clearing: bankWith(() => NEVER) } })
    store.dispatch(ownAccounts)
    const records = recordsOf(store)
    const last = records.at(-1) as (typeof records)[number]
    const old = { ...last, id: 'given-old.0', type: happened.requested.type, version: 1, payload: v1 }
    given(silent, ...records, old as typeof last)
      .when(() => {})
      .thenState(paymentOf('old'), expect.objectContaining({ to: { kind: 'own', account: 'savings' } }))
  })
})

describe('scheduled payments', () => {
  const start = Date.UTC(2026, 0, 1)
  const inDays = (days: number) => start + days * 86_400_000

  it('[PAY-8] is requested at its time, however far away, and not before', () => {
    const asked = given(clearing, ...ownAccounts).when(happened.scheduled({ at: inDays(40), transfer: order }))
    asked.after(inDays(40) - start - 1).then(happened.scheduled)
    asked
      .after(1)
      .then(
        happened.scheduled,
        happened.due({ paymentId: 'p-1', nth: 0 }),
        ...requested,
        happened.cleared,
        bank.holdReleased,
        { type: bank.entryPosted.type, payload: expect.objectContaining({ bookingDate: '2026-02-10' }) },
      )
      .thenState(scheduledPayments, [])
      .thenState(balanceOf('savings'), 25_000)
  })

  it('[PAY-8] is not requested when it is taken off the list', () => {
    given(clearing, ...ownAccounts)
      .when(happened.scheduled({ at: inDays(1), transfer: order }), happened.unscheduled({ paymentId: 'p-1' }))
      .after(inDays(2) - start)
      .then(happened.scheduled, happened.unscheduled)
  })

  it('[PAY-9] waits on after a reload, and is requested at once when its time has passed', async () => {
    const waiting = given(
      clearing,
      ...ownAccounts,
      happened.scheduled({ at: inDays(-1), transfer: order }),
      happened.scheduled({ at: inDays(1), transfer: { ...order, paymentId: 'p-2' } }),
    ).when(() => {})
    const one = [happened.due, ...requested, ...cleared] as const
    const reloaded = await waiting.thenWithin(0, ...one)
    reloaded.thenState(balanceOf('savings'), 25_000)
    const dayAfter = await waiting.thenWithin(inDays(1) - start, ...one, ...one)
    dayAfter.thenState(balanceOf('savings'), 50_000)
  })

  it('[PAY-19] repeats on the days that it is due, each time a payment of its own, and ends with the last', () => {
    const monthly = { every: 'month', timeZone: 'Europe/Berlin', times: 3 } as const
    const at = Date.UTC(2026, 0, 31, 8)
    const days: unknown[] = []
    given(clearing, ...ownAccounts)
      .when((store) => {
        store
          .topic('bank.entryPosted')
          .subscribe(({ payload }) => days.push((payload as { bookingDate: string }).bookingDate))
        store.dispatch(happened.scheduled({ at, transfer: { ...order, minor: 1_000 }, repeat: monthly }))
      })
      .after(Date.UTC(2026, 5, 1) - start)
      .thenState(balanceOf('savings'), 3_000)
      .thenState(scheduledPayments, [])
    expect(days).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
  })

  it('[PAY-19] is requested once for each day that it is due, wherever reloads fall', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }), async (stops) => {
        const weekly = { every: 'week', timeZone: 'UTC', times: 6 } as const
        let time = virtualTime(start)
        let store = createBankStore({
          ...time,
          timeZone: 'UTC',
          deps: { clearing: bankWith(() => of({ kind: 'cleared' })) },
        })
        store.dispatch([
          ...ownAccounts,
          happened.scheduled({ at: inDays(2), transfer: { ...order, minor: 100 }, repeat: weekly }),
        ])
        for (const stop of [...stops, 60]) {
          time.advance(stop * 86_400_000)
          const log = recordsOf(store)
          const now = time.clock.now()
          await store.close()
          time = virtualTime(now)
          store = createBankStore({
            ...time,
            log: memoryLog({ records: log }),
            timeZone: 'UTC',
            deps: { clearing: bankWith(() => of({ kind: 'cleared' })) },
          })
          await store.ready
        }
        time.advance(60 * 86_400_000)
        expect(store.get(balanceOf('savings'))).toBe(600)
        expect(store.get(scheduledPayments)).toEqual([])
      }),
      { numRuns: 15 },
    )
  })
})

describe('holds', () => {
  const hold = {
    holdId: 'hotel',
    account: 'giro',
    currency: 'EUR',
    minor: 12_000,
    memo: 'Hotel',
    expiresAt: Date.UTC(2026, 0, 8),
  }

  it('[BNK-19] keep money from being available until they are released or their time is over', () => {
    const held = given(clearing, ...ownAccounts).when(bank.holdPlaced(hold))
    held.thenState(availableOf('giro'), 88_000)
    held
      .after(7 * 86_400_000)
      .then(bank.holdPlaced, bank.holdExpired({ holdId: 'hotel' }))
      .thenState(availableOf('giro'), 100_000)
      .thenState(balanceOf('giro'), 100_000)
  })

  it('[BNK-19] end once: by what comes first', () => {
    given([ledger, holds], ...ownAccounts)
      .when(
        bank.holdPlaced(hold),
        bank.holdReleased({ holdId: 'hotel' }),
        bank.holdExpired({ holdId: 'hotel' }),
        bank.holdPlaced({ ...hold, minor: 1 }),
      )
      .thenState(availableOf('giro'), 100_000)
  })
})

const refusing = (): Observable<ClearingAnswer> => of({ kind: 'refused', reason: 'No.' })

const recordsOf = (store: Store): readonly PlacedRecord[] =>
  Array.from({ length: store.timeline.playhead.head + 1 }, (_, at) => store.recordAt(at)).filter(
    (record) => record !== undefined,
  )

function inTurn(drawn: readonly number[]): () => number {
  let at = 0
  return () => drawn[at++] ?? 0.99
}

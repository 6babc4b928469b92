import { readdirSync, readFileSync } from 'node:fs'
import { createStore } from '@playhead/core'
import type { GivenPorts } from '@playhead/core/testing'
import { given, virtualTime } from '@playhead/core/testing'
import type { Observable } from 'rxjs'
import { NEVER, of, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createBankStore } from '../../app/createBankStore.ts'
import { bank, ledger } from '../../ledger/index.ts'
import { balanceOf } from '../accounts/index.ts'
import { imports } from '../import/index.ts'
import { payments as happened } from './actions.ts'
import type { ClearingAnswer } from './clearing/ClearingBank.ts'
import type { SandboxMode } from './clearing/sandboxBank.ts'
import { sandboxBank } from './clearing/sandboxBank.ts'
import { transfer, twoAccounts } from './payments.fixtures.ts'
import { availableOf, payments, pendingPayments, refusedPayments, scheduledPayments } from './payments.ts'

/** A bank over the past that it is given, whose clearing is a sandbox with the numbers that it draws. */
const sandboxed =
  (mode: SandboxMode, ...drawn: readonly number[]) =>
  (ports: GivenPorts) =>
    createBankStore({ ...ports, clearing: sandboxBank({ mode, scheduler: ports.scheduler, random: inTurn(drawn) }) })

const answering = (clear: (requestKey: string) => Observable<ClearingAnswer>) => (ports: GivenPorts) =>
  createBankStore({ ...ports, clearing: { clear: (_, requestKey) => clear(requestKey) } })

describe('payments', () => {
  it('[PAY-1] is pending at once: available is less, the balance is not', () => {
    const store = createBankStore({ clearing: { clear: () => NEVER } })
    store.dispatch(twoAccounts)
    store.dispatch(happened.requested(transfer))
    expect(store.get(availableOf('giro'))).toBe(75_000)
    expect(store.get(availableOf('savings'))).toBe(0)
    expect(store.get(balanceOf('giro'))).toBe(100_000)
    expect(store.get(pendingPayments)).toMatchObject([{ paymentId: 'p-1', status: 'pending' }])
  })

  it('[PAY-2] is cleared and booked in one batch, with the request as its cause', () => {
    const asked = given(sandboxed('slow'), ...twoAccounts).when(happened.requested(transfer))
    asked.after(3_999).then(happened.requested(transfer))
    asked
      .after(1)
      .then(happened.requested(transfer), happened.cleared({ paymentId: 'p-1' }), {
        type: bank.entryPosted.type,
        payload: expect.objectContaining({ entryId: 'payment:p-1', bookingDate: '2026-01-01', kind: 'transfer' }),
      })
      .thenState(availableOf('giro'), 75_000)
      .thenState(balanceOf('giro'), 75_000)
      .thenState(balanceOf('savings'), 25_000)
      .thenState(pendingPayments, [])
    const [request, ...answers] = asked.records
    expect(answers.map(({ causedBy }) => causedBy)).toEqual([request?.id, request?.id])
  })

  it('[PAY-3] moves nothing when it is refused, and says why', () => {
    // Drawn: the connection holds, no delay, it is refused, for the first reason.
    given(sandboxed('flaky', 0.9, 0, 0, 0), ...twoAccounts)
      .when(happened.requested(transfer))
      .after(0)
      .then(
        happened.requested,
        happened.refused({
          paymentId: 'p-1',
          reason: 'The sandbox bank refused it: the daily limit is reached.',
        }),
      )
      .thenState(availableOf('giro'), 100_000)
  })

  it('[PAY-4] tries a lost connection again, under the same key', () => {
    const keys: string[] = []
    given(
      answering((key) => {
        keys.push(key)
        return keys.length < 3 ? throwError(() => new Error('No route.')) : of({ kind: 'cleared' })
      }),
      ...twoAccounts,
    )
      .when(happened.requested(transfer))
      .after(2_000)
      .thenState(balanceOf('savings'), 25_000)
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
  })

  it('[PAY-4] is refused when the bank cannot be reached at all', () => {
    given(
      answering(() => throwError(() => new Error('No route.'))),
      ...twoAccounts,
    )
      .when(happened.requested(transfer))
      .after(3_000)
      .then(happened.requested, happened.refused({ paymentId: 'p-1', reason: 'No route.' }))
  })

  it('[PAY-5] asks again after a reload what was not answered, under the same key, and nothing else', async () => {
    const keys: string[] = []
    const time = virtualTime()
    const before = createBankStore({ ...time, clearing: { clear: () => NEVER } })
    before.dispatch([...twoAccounts, happened.requested({ ...transfer, paymentId: 'answered' })])
    before.dispatch([happened.refused({ paymentId: 'answered', reason: 'No.' }), happened.requested(transfer)])
    const past = Array.from({ length: before.timeline.playhead.head + 1 }, (_, at) => before.recordAt(at)).filter(
      (record) => record !== undefined,
    )
    const reloaded = await given(
      answering((key) => {
        keys.push(key)
        return of({ kind: 'cleared' })
      }),
      ...past,
    )
      .when(() => {})
      .thenWithin(0, { type: happened.cleared.type, causedBy: past.at(-1)?.id }, bank.entryPosted)
    reloaded.thenState(balanceOf('savings'), 25_000)
    expect(keys).toEqual([past.at(-1)?.id])
  })

  it('[PAY-5] a sandbox bank answers a request that it has heard as before', () => {
    const { scheduler } = virtualTime()
    const sandbox = sandboxBank({ mode: 'instant', scheduler, random: () => 0 })
    const answers: ClearingAnswer[] = []
    sandbox.clear(transfer, 'key').subscribe((answer) => answers.push(answer))
    sandbox.mode$.next('slow')
    sandbox.clear(transfer, 'key').subscribe((answer) => answers.push(answer))
    expect(answers).toEqual([{ kind: 'cleared' }])
  })

  it('[PAY-6] counts the first answer and the first request alone', () => {
    given([ledger, payments], ...twoAccounts, happened.requested(transfer))
      .when(
        happened.requested({ ...transfer, minor: 1 }),
        happened.refused({ paymentId: 'p-1', reason: 'No.' }),
        happened.cleared({ paymentId: 'p-1' }),
        happened.cleared({ paymentId: 'unknown' }),
      )
      .thenState(refusedPayments, [expect.objectContaining({ paymentId: 'p-1', minor: 25_000, reason: 'No.' })])
  })

  it('[PAY-7] goes on while somebody looks at the past', async () => {
    const time = virtualTime()
    const store = createBankStore({ ...time, clearing: sandboxBank({ ...time, mode: 'slow', random: () => 0 }) })
    store.dispatch(twoAccounts)
    store.dispatch(happened.requested(transfer))
    await store.timeline.seek(-1)
    time.advance(4_000)
    expect(store.live.get(balanceOf('savings'))).toBe(25_000)
    expect(store.get(balanceOf('savings'))).toBe(0)
  })
})

describe('scheduled payments', () => {
  const start = Date.UTC(2026, 0, 1)
  const inDays = (days: number) => start + days * 86_400_000

  it('[PAY-8] is requested at its time, however far away, and not before', () => {
    const asked = given(sandboxed('instant'), ...twoAccounts).when(happened.scheduled({ at: inDays(40), transfer }))
    asked.after(inDays(40) - start - 1).then(happened.scheduled)
    asked
      .after(1)
      .then(happened.scheduled, happened.due({ paymentId: 'p-1' }), happened.requested(transfer), happened.cleared, {
        type: bank.entryPosted.type,
        payload: expect.objectContaining({ bookingDate: '2026-02-10' }),
      })
      .thenState(scheduledPayments, [])
      .thenState(balanceOf('savings'), 25_000)
  })

  it('[PAY-8] is not requested when it is taken off the list', () => {
    given(sandboxed('instant'), ...twoAccounts)
      .when(happened.scheduled({ at: inDays(1), transfer }), happened.unscheduled({ paymentId: 'p-1' }))
      .after(inDays(2) - start)
      .then(happened.scheduled, happened.unscheduled)
  })

  it('[PAY-9] waits on after a reload, and is requested at once when its time has passed', async () => {
    const waiting = given(
      sandboxed('instant'),
      ...twoAccounts,
      happened.scheduled({ at: inDays(-1), transfer }),
      happened.scheduled({ at: inDays(1), transfer: { ...transfer, paymentId: 'p-2' } }),
    ).when(() => {})
    const requested = [happened.due, happened.requested, happened.cleared, bank.entryPosted] as const
    const reloaded = await waiting.thenWithin(0, ...requested)
    reloaded.thenState(balanceOf('savings'), 25_000)
    const dayAfter = await waiting.thenWithin(inDays(1) - start, ...requested, ...requested)
    dayAfter.thenState(balanceOf('savings'), 50_000)
  })
})

describe('features', () => {
  it('[PAY-10] the rest works without payments, and reads a log in which there are some', () => {
    given([ledger, imports], ...twoAccounts, happened.requested(transfer))
      .when(
        bank.entryPosted({
          entryId: 'payment:p-1',
          kind: 'transfer',
          legs: [
            { account: 'giro', currency: 'EUR', minor: -25_000 },
            { account: 'savings', currency: 'EUR', minor: 25_000 },
          ],
          bookingDate: '2026-01-01',
          valueDate: '2026-01-01',
          memo: '',
        }),
      )
      .thenState(balanceOf('savings'), 25_000)
  })

  it('[PAY-10] no other feature names payments, and payments work without the others', () => {
    const features = new URL('..', import.meta.url)
    for (const feature of readdirSync(features).filter((name) => name !== 'payments')) {
      for (const file of readdirSync(new URL(`${feature}/`, features), { recursive: true, encoding: 'utf8' })) {
        if (!/[.]tsx?$/.test(file)) continue
        expect(readFileSync(new URL(`${feature}/${file}`, features), 'utf8'), file).not.toMatch(/\/payments\//)
      }
    }
    const store = createStore({ slices: [ledger, payments] })
    store.dispatch([...twoAccounts, happened.requested(transfer)])
    expect(store.get(availableOf('giro'))).toBe(75_000)
  })
})

function inTurn(drawn: readonly number[]): () => number {
  let at = 0
  return () => drawn[at++] ?? 0.99
}

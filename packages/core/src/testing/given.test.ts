import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createEffect, createSlice, createStore, importSession, sessionText, topic } from '../index.ts'
import { given } from './given.ts'
import { answerByPromise, answerLater, orders, shop, total } from './kit.fixtures.ts'
import { replay } from './replay.ts'

const messageOf = (run: () => unknown): string => {
  try {
    run()
  } catch (thrown) {
    return (thrown as Error).message
  }
  throw new Error('nothing was thrown')
}

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))

describe('given', () => {
  it('[KIT-1] folds the past, does what is said, and compares records and state', () => {
    given([orders], shop.ordered({ id: 'a', minor: 5 }))
      .when(shop.ordered({ id: 'b', minor: 7 }))
      .then(shop.ordered({ id: 'b', minor: 7 }))
      .thenState(total, 12)
      .when(shop.ordered({ id: 'a', minor: 1 }), (store) => store.dispatch(shop.ordered({ id: 'c', minor: 1 })))
      .then(shop.ordered({ id: 'a', minor: 1 }), shop.ordered({ id: 'c', minor: 1 }))
      .thenState(total, 9)
  })

  it('[KIT-1] takes slices, a store, or a function that makes one', () => {
    const past = shop.ordered({ id: 'a', minor: 5 })
    given([orders], past).thenState(total, 5)
    given(createStore({ slices: [orders] }), past)
      .when()
      .then()
      .thenState(total, 5)
    given(({ log, clock }) => createStore({ slices: [orders], log, clock, actor: 'ann' }), past)
      .when(shop.broken as never)
      .thenRefused('dispatch/not-an-action')
    given(({ log }) => createStore({ slices: [orders], log, actor: 'ann' }), past)
      .when(past)
      .then({ type: 'shop/ordered', actor: 'ann' })
  })

  it('[KIT-1] takes records for a past, as a session file has them', () => {
    const store = createStore({ slices: [orders] })
    store.dispatch([shop.ordered({ id: 'a', minor: 5 }), shop.ordered({ id: 'b', minor: 7 })])
    const { records } = importSession(sessionText(store))
    const { store: again } = given([orders], ...records, shop.ordered({ id: 'c', minor: 1 })).thenState(total, 13)
    expect(again.recordAt(1)).toEqual(store.recordAt(1))
    expect(again.timeline.playhead.head).toBe(2)
  })

  it('[KIT-2] compares what is given of a record, and its payload whole', () => {
    const happened = () => given([orders]).when(shop.stamped(), shop.ordered({ id: 'a', minor: 5 }))
    happened().then(shop.stamped, shop.ordered)
    happened().then(shop.stamped(), { type: 'shop/ordered' })
    happened().then(
      { type: 'shop/stamped', payload: { id: expect.any(String), at: Date.UTC(2026, 0, 1) } },
      shop.ordered,
    )
    happened().then({ version: 1 }, { time: Date.UTC(2026, 0, 1) })
    expect(() => happened().then({ version: 2 }, {})).toThrow('expected any record with version 2')
    expect(() => happened().then(shop.stamped, { type: 'shop/ordered', payload: { id: 'a' } })).toThrow(
      'payload.minor is 5, and is not expected',
    )
    given([orders])
      .when({ type: 'shop/ordered', payload: { id: 'a', minor: 1 }, meta: { from: 'test' } } as never)
      .then({ type: 'shop/ordered', meta: { from: 'test' } } as never)
  })

  it('[KIT-3] says what was expected, what came, and where they differ', () => {
    const message = messageOf(() =>
      given([orders])
        .when(shop.ordered({ id: 'a', minor: 5 }), shop.ordered({ id: 'b', minor: 7 }), shop.failed('x'))
        .then(shop.ordered({ id: 'a', minor: 5 }), shop.ordered({ id: 'b', minor: 8 })),
    )
    expect(message).toBe(
      [
        'Expected 2 records, and got 3 records:',
        '  ✓ 1. shop/ordered { id: "a", minor: 5 }',
        '  ✗ 2. expected shop/ordered { id: "b", minor: 8 }',
        '       got      shop/ordered { id: "b", minor: 7 }',
        '       payload.minor is 7, not 8',
        '  ✗ 3. expected no more records',
        '       got      shop/failed "x"',
      ].join('\n'),
    )
    expect(
      messageOf(() =>
        given([orders])
          .when(shop.ordered({ id: 'a', minor: 5 }))
          .then(shop.failed, shop.failed('y')),
      ),
    ).toBe(
      [
        'Expected 2 records, and got 1 record:',
        '  ✗ 1. expected shop/failed (any payload)',
        '       got      shop/ordered { id: "a", minor: 5 }',
        '       type is "shop/ordered", not "shop/failed"',
        '  ✗ 2. expected shop/failed "y"',
        '       got      no more records',
      ].join('\n'),
    )
  })

  it('[KIT-3] says where a state differs, and carries both for runners that print them', () => {
    const run = () =>
      given([orders], shop.asked({ id: 'a' })).thenState(orders, {
        rows: orders.initial.rows,
        answers: ['shop/asked b', 'c'],
      })
    expect(messageOf(run)).toBe(
      'Expected another state:\n  state.answers has 1 items, not 2\n  state.answers[0] is "shop/asked a", not "shop/asked b"',
    )
    try {
      run()
    } catch (thrown) {
      expect(thrown).toMatchObject({ name: 'AssertionError', expected: { answers: ['shop/asked b', 'c'] } })
    }
  })

  it('[KIT-4] sees what effects send, with virtual time, and runs none for the past', () => {
    const answer = shop.answered({ id: 'b', at: new Date(5) })
    const start = () =>
      given((ports) => createStore({ ...ports, slices: [orders], effects: [answerLater] }), shop.asked({ id: 'a' }))
    start()
      .when(shop.asked({ id: 'b' }))
      .after(299)
      .then(shop.asked)
    start()
      .when(shop.asked({ id: 'b' }))
      .after(300)
      .then(shop.asked, answer)
      .thenState(orders, expect.objectContaining({ answers: ['shop/asked a', 'shop/asked b', 'shop/answered b'] }))
    start()
      .when(shop.asked({ id: 'x' }), shop.asked({ id: 'b' }))
      .after(1_000)
      .then(shop.asked, shop.asked, answer)
  })

  it('[KIT-4] lets promises go on', async () => {
    const start = () => given((ports) => createStore({ ...ports, slices: [orders], effects: [answerByPromise] }))
    const outcome = await start()
      .when(shop.asked({ id: 'b' }))
      .thenWithin(0, shop.asked, shop.answered)
    await outcome.when(shop.asked({ id: 'bad' })).thenWithin(10, shop.asked, shop.failed('Error: no such id'))
    const store = createStore({ slices: [orders], effects: [answerByPromise] })
    await given(store)
      .when(shop.asked({ id: 'b' }))
      .thenWithin(0, shop.asked, { type: 'shop/answered', effect: { name: 'answerByPromise', run: 0 } })
    await expect(given(store).when().thenWithin(5)).rejects.toThrow('moves virtual time')
    expect(() => given(store).when().after(5)).toThrow('moves virtual time')
  })

  it('[KIT-5] passes over no error that the test does not expect', () => {
    const unknown = () => given([orders]).when({ type: 'nobody/knows' })
    expect(() => unknown().then({ type: 'nobody/knows' })).toThrow("Expect it with .thenErrors('action/unknown-type')")
    expect(() => unknown().thenState(total, 0)).toThrow('does not expect')
    unknown().thenErrors('action/unknown-type').thenState(total, 0)
    expect(() => unknown().thenErrors()).toThrow(
      'Expected the errors (none), and the store reported action/unknown-type',
    )
    expect(() => given([orders]).when().thenErrors('a/b')).toThrow('the store reported none')
    expect(() => given([orders], { type: 'nobody/knows' }).thenState(total, 0)).toThrow('nobody/knows')
  })

  it('[KIT-5] compares the records beside errors that were expected, at once or later', async () => {
    const unknown = { type: 'nobody/knows' }
    given([orders]).when(unknown).thenErrors('action/unknown-type').then(unknown)
    given([orders])
      .when(shop.failed('x'), shop.broken())
      .thenRefused('fold/reducer-threw')
      .then(shop.failed, shop.broken)
    const late = createEffect('late', {
      on: shop.asked,
      flatten: 'merge',
      run: () => Promise.resolve(unknown),
      failed: (error) => shop.failed(String(error)),
    })
    const { records } = await given((ports) => createStore({ ...ports, slices: [orders], effects: [late] }))
      .when(shop.asked({ id: 'a' }))
      .thenErrorsWithin(0, 'action/unknown-type')
    expect(records.map(({ type }) => type)).toEqual(['shop/asked', 'nobody/knows'])
  })

  it('[KIT-5] tells of a dispatch that was refused, or that threw', () => {
    given([orders]).when(shop.broken()).thenRefused('fold/reducer-threw').thenState(total, 0)
    expect(() => given([orders]).when(shop.broken()).then(shop.broken())).toThrow('cannot fold')
    expect(() => given([orders]).when(shop.broken()).thenRefused('a/b')).toThrow('it threw: Slice "orders" threw')
    expect(() => given([orders]).when().thenRefused('a/b')).toThrow('nothing was')
  })

  it('[KIT-5] says so where it is awaited by mistake', async () => {
    const awaited = (async () => await (given([orders]).when(shop.failed('x')) as unknown as Promise<void>))()
    await expect(awaited).rejects.toThrow('is no promise')
  })
})

describe('replay', () => {
  const recorded = () => {
    const store = createStore({ slices: [orders] })
    store.dispatch([shop.ordered({ id: 'a', minor: 5 }), shop.ordered({ id: 'b', minor: 7 })])
    return sessionText(store)
  }

  it('[KIT-6] folds a session file and gives the store', async () => {
    expect(replay(recorded(), { slices: [orders] }).get(total)).toBe(12)
    const pieces = (async function* () {
      yield* recorded()
    })()
    expect((await replay(pieces, { slices: [orders] })).get(total)).toBe(12)
    given(replay(recorded(), { slices: [orders] }))
      .when(shop.failed('x'))
      .then(shop.failed)
      .thenState(total, 12)
  })

  it('[KIT-6] fails where the file is broken or the state another one, unless that is meant', () => {
    expect(() => replay(recorded().slice(0, -20), { slices: [orders] })).toThrow('(session/truncated)')
    const doubled = createSlice('orders', { rows: 0 }, (on) => [on(topic('shop.*'), (state) => void state.rows++)])
    expect(() => replay(recorded(), { slices: [doubled] })).toThrow('Slice "orders" came to another state')
    expect(replay(recorded(), { slices: [doubled], sameState: false }).get(doubled)).toEqual({ rows: 2 })
  })

  it('[KIT-6] compares the slices that both have', () => {
    const other = createSlice('other', 0, (on) => [on(topic('#'), (n) => n + 1)])
    expect(replay(recorded(), { slices: [other] }).get(other)).toBe(2)
    expect(replay(recorded(), { slices: [other, orders] }).get(total)).toBe(12)
  })
})

import { map, of, timer } from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { PlacedRecord } from '../index.ts'
import {
  action,
  createActions,
  createEffect,
  createSelector,
  createSlice,
  createStore,
  createStreamEffect,
  memoryLog,
  stateHash,
} from '../index.ts'
import { inShort, server, thrower, told, virtualStore } from './effect.fixtures.ts'

const asked = (n: number, id = 'a') => server.asked({ id, n })
const failed = () => server.silent()

describe('a replay', () => {
  it('[EFF-24] runs no effect: not to seek, step, play, loop, search, fork, read the past or open again', async () => {
    let mayTouch = true
    const touch = () => {
      if (!mayTouch) throw new Error('the network was touched')
    }
    const effects = [
      createEffect('answer', {
        on: server.asked,
        flatten: 'merge',
        run({ payload }) {
          touch()
          return of(server.answered(payload))
        },
        failed,
      }),
      createStreamEffect('log', (action$) =>
        action$.pipe(
          map(() => {
            touch()
            return []
          }),
        ),
      ),
    ]
    const { store, scheduler, errors } = virtualStore(...effects)
    for (let n = 0; n < 10; n++) scheduler.schedule(() => store.dispatch(asked(n)), n * 100)
    scheduler.flush()
    expect(store.timeline.playhead.head).toBe(19)
    const runs = store.runs.length
    mayTouch = false

    for (const offset of [-1, 7, 3, 19, 0]) await store.timeline.seek(offset)
    await store.timeline.step(3)
    await store.timeline.step(-2)
    expect(store.at(5).get(told)).toHaveLength(6)
    store.timeline.play({ from: 0, speed: 4 })
    scheduler.flush()
    expect(store.timeline.playhead.status).toBe('live')
    await store.timeline.runUntil(() => false, { from: -1 })
    for await (const { record } of store.timeline.blame(told)) expect(record.type).toMatch(/^server/)
    store.timeline.diff(0, 19)
    const branch = store.timeline.fork({ at: 9 })
    branch.dispatch(asked(99))
    expect(branch.get(told).at(-1)).toBe('asked a99')
    const changed = store.timeline.fork({ at: 9, without: [0] })
    await changed.ready
    expect(changed.get(told)).toHaveLength(9)

    const records = Array.from({ length: 20 }, (_, offset) => store.recordAt(offset) as PlacedRecord)
    const again = createStore({ slices: [told], effects, scheduler, log: memoryLog({ records }) })
    await again.ready
    expect(stateHash(again.getState())).toBe(stateHash(store.getState()))
    expect(store.runs).toHaveLength(runs)
    expect(again.runs.map(inShort)).toEqual(['0 log running'])
    expect(errors).toEqual([])
  })

  it('[EFF-24] runs effects on a branch that asks for them, for what is dispatched there', () => {
    const { store } = virtualStore(
      createEffect('answer', {
        on: server.asked,
        flatten: 'merge',
        run: ({ payload }) => of(server.answered(payload)),
        failed,
      }),
    )
    store.dispatch(asked(1))
    const branch = store.timeline.fork({ at: 0, effects: true })
    expect(branch.runs).toEqual([])
    branch.dispatch(asked(2))
    expect(branch.get(told)).toEqual(['asked a1', 'asked a2', 'answered a2'])
    expect(store.get(told)).toEqual(['asked a1', 'answered a1'])
  })
})

describe('after a reload', () => {
  const request = createActions('request', { sent: action<{ id: string }>(), settled: action<{ id: string }>() })
  const open = createSlice('open', {} as { [id: string]: string }, (on) => [
    on(request.sent, (state, { payload, id }) => {
      state[payload.id] = id
    }),
    on(request.settled, (state, { payload }) => {
      delete state[payload.id]
    }),
  ])
  const sentIds = createSelector(open, (state) => Object.values(state) as never[])
  const sentActions = createSelector(open, (state) => Object.keys(state).map((id) => request.sent({ id })))
  const settle = (resume: typeof sentIds | typeof sentActions, started: string[] = []) =>
    createEffect('settle', {
      on: request.sent,
      flatten: 'concat',
      key: ({ payload }) => payload.id,
      run: ({ payload, id }, { scheduler }) => {
        started.push(id)
        return timer(10, scheduler).pipe(map(() => request.settled(payload)))
      },
      failed,
      resume,
    })

  /** The log of a page that was left while `b` and `c` were on their way. */
  const left = () => {
    const { scheduler } = virtualStore()
    const store = createStore({ slices: [open], effects: [settle(sentIds)], scheduler })
    store.dispatch(request.sent({ id: 'a' }))
    scheduler.flush()
    store.dispatch([request.sent({ id: 'b' }), request.sent({ id: 'c' })])
    return Array.from({ length: 4 }, (_, offset) => store.recordAt(offset) as PlacedRecord)
  }

  it.each([
    ['ids of records', sentIds],
    ['actions', sentActions],
  ])('[EFF-25] starts again what was asked and not answered, by %s, with its old cause', async (_, selector) => {
    const records = left()
    const { scheduler } = virtualStore()
    const started: string[] = []
    const store = createStore({
      slices: [open],
      effects: [settle(selector, started)],
      scheduler,
      log: memoryLog({ records }),
    })
    expect(started).toEqual([])
    await store.ready
    expect(started).toEqual([records[2]?.id, records[3]?.id])
    expect(store.runs).toMatchObject([
      { resumed: true, key: 'b' },
      { resumed: true, key: 'c' },
    ])
    scheduler.flush()
    expect(store.get(open)).toEqual({})
    expect(store.recordAt(4)).toMatchObject({
      type: 'request/settled',
      causedBy: records[2]?.id,
      effect: { name: 'settle', run: 0 },
    })
  })

  it('[EFF-25] leaves alone what was asked since the store began', async () => {
    const { scheduler } = virtualStore()
    const started: string[] = []
    const store = createStore({ slices: [open], effects: [settle(sentActions, started)], scheduler })
    store.dispatch(request.sent({ id: 'new' }))
    await store.ready
    expect(started).toHaveLength(1)
  })

  it('[EFF-25] resumes for an effect that is added later', async () => {
    const records = left()
    const { scheduler } = virtualStore()
    const store = createStore({ slices: [open], scheduler, log: memoryLog({ records }) })
    await store.ready
    const started: string[] = []
    store.add(settle(sentIds, started))
    expect(started).toEqual([records[2]?.id, records[3]?.id])
  })

  it('[EFF-25] starts a run without a cause where the log has no such action', async () => {
    const { scheduler } = virtualStore()
    const started: string[] = []
    const always = createSelector(open, () => [request.sent({ id: 'ghost' })])
    const store = createStore({ slices: [open], effects: [settle(always, started)], scheduler })
    await store.ready
    expect(started[0]).toMatch(/~\.0$/)
    scheduler.flush()
    expect(store.recordAt(0)).toMatchObject({ type: 'request/settled', effect: { name: 'settle', run: 0 } })
    expect(store.recordAt(0)?.causedBy).toBeUndefined()
  })

  it.each<readonly [string, () => unknown, string]>([
    ['throws', thrower('selector'), 'selector'],
    ['gives no list', () => 42, 'iterable'],
    ['gives what is neither', () => [42], 'no record id and no action'],
    ['gives an unknown id', () => ['x.1'], 'there is no record x.1'],
    ['gives another action', () => [request.settled({ id: 'a' })], 'does not listen to "request/settled"'],
  ])('[EFF-26] reports a `resume` that %s', async (_, project, why) => {
    const { scheduler } = virtualStore()
    const store = createStore({
      slices: [open],
      effects: [settle(createSelector(open, project as () => never))],
      scheduler,
    })
    const errors: string[] = []
    store.error$.subscribe(({ message }) => errors.push(message))
    await store.ready
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain(why)
    expect(errors[0]).toContain('(effect/bad-resume)')
    expect(store.runs).toEqual([])
  })
})

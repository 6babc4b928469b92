import type { Epic } from 'redux-observable'
import { combineEpics, ofType } from 'redux-observable'
import type { Observable } from 'rxjs'
import {
  debounceTime,
  EMPTY,
  filter,
  interval,
  map,
  mergeMap,
  NEVER,
  of,
  Subject,
  startWith,
  takeUntil,
  throwError,
} from 'rxjs'
import { describe, expect, it, vi } from 'vitest'
import type { LogRecord, Needs } from '../index.ts'
import { createEffect, createStore, createStreamEffect, fromEpic } from '../index.ts'
import { inShort, server, thrower, told, virtualStore } from './effect.fixtures.ts'

const asked = (n: number, id = 'a') => server.asked({ id, n })

describe('effects in free form', () => {
  it('[EFF-19] is handed every action of the store, after reducers and readers have seen it', () => {
    const seen: string[] = []
    const { store } = virtualStore(
      createStreamEffect('all', (action$, { get }) =>
        action$.pipe(
          mergeMap(({ type }) => {
            seen.push(`${type} ${get(told).length}`)
            return EMPTY
          }),
        ),
      ),
    )
    store.dispatch(asked(1))
    store.dispatch(server.moved({ x: 1 }))
    expect(seen).toEqual(['server/asked 1', 'server/moved 1'])
  })

  it('[EFF-19] debounces on the time of the store, and is one run', () => {
    const { store, scheduler } = virtualStore(
      createStreamEffect('calm', (action$, { scheduler }) =>
        action$.pipe(
          filter(server.asked.match),
          debounceTime(300, scheduler),
          map(({ payload }) => server.answered(payload)),
        ),
      ),
    )
    for (const [n, time] of [0, 100, 200, 1_000].entries()) scheduler.schedule(() => store.dispatch(asked(n)), time)
    scheduler.flush()
    expect(store.get(told)).toEqual(['asked a0', 'asked a1', 'asked a2', 'answered a2', 'asked a3', 'answered a3'])
    expect(store.recordAt(3)?.time).toBe(500)
    expect(store.runs.map(inShort)).toEqual(['0 calm running'])
    expect(store.runs[0]).toMatchObject({ emissions: 2 })
  })

  it('[EFF-20] knows the cause of what it sends at once, and names itself in what it sends later', () => {
    const later = new Subject<void>()
    const { store } = virtualStore(
      createStreamEffect('echo', (action$) =>
        action$.pipe(
          filter(server.asked.match),
          mergeMap(({ payload }) =>
            later.pipe(
              startWith(undefined),
              map(() => server.answered(payload)),
            ),
          ),
        ),
      ),
    )
    store.dispatch(asked(1))
    later.next()
    expect(store.recordAt(1)).toMatchObject({ causedBy: store.recordAt(0)?.id, effect: { name: 'echo', run: 0 } })
    expect(store.recordAt(2)).toMatchObject({ type: 'server/answered', effect: { name: 'echo', run: 0 } })
    expect(store.recordAt(2)?.causedBy).toBeUndefined()
  })

  it('[EFF-19] is given the dependencies, and sends what it likes from the beginning', () => {
    const effect = createStreamEffect('poll', (_, { every, scheduler }: Needs<{ every: number }>) =>
      interval(every, scheduler).pipe(
        map((n) => asked(n)),
        startWith(asked(-1)),
      ),
    )
    const { scheduler } = virtualStore()
    const store = createStore({ slices: [told], effects: [effect], deps: { every: 10 }, scheduler })
    scheduler.maxFrames = 35
    scheduler.flush()
    expect(store.get(told)).toEqual(['asked a-1', 'asked a0', 'asked a1', 'asked a2'])
  })

  it('[EFF-21] begins again after an error, with the record that fed it, up to ten times', () => {
    let begun = 0
    const { store, errors } = virtualStore(
      createStreamEffect('fail', (action$) => {
        begun++
        return action$.pipe(
          filter(server.asked.match),
          mergeMap(({ payload }) =>
            payload.n < 0 ? throwError(() => new Error('negative')) : of(server.answered(payload)),
          ),
        )
      }),
    )
    store.dispatch(asked(1))
    store.dispatch(asked(-1))
    store.dispatch(asked(2))
    expect(store.get(told)).toEqual(['asked a1', 'answered a1', 'asked a-1', 'asked a2', 'answered a2'])
    expect(errors).toMatchObject([{ code: 'effect/stream-failed', type: 'server/asked' }])
    for (let n = 0; n < 20; n++) store.dispatch(asked(-1))
    expect(begun).toBe(11)
    expect(errors).toHaveLength(11)
    expect(errors.at(-1)?.message).toContain('not begun again')
    expect(store.runs.map(({ status }) => status)).toEqual(Array.from({ length: 11 }, () => 'failed'))
  })

  it.each<readonly [string, () => unknown]>([
    ['throws', thrower('no')],
    ['gives no stream', () => 42],
    ['fails at once', () => throwError(() => new Error('no'))],
  ])('[EFF-21] is not begun again where it %s', (_, stream) => {
    // Nobody listens yet: it is printed, and waits.
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { store, errors } = virtualStore(createStreamEffect('fail', stream as () => Observable<never>))
    expect(printed).toHaveBeenCalledTimes(1)
    printed.mockRestore()
    store.dispatch(asked(1))
    expect(errors.map(({ code }) => code)).toEqual(['effect/stream-failed'])
  })

  it('[EFF-21] reports what is no action, and goes on', () => {
    const { store, errors } = virtualStore(
      createStreamEffect('odd', (action$) =>
        action$.pipe(
          filter(server.asked.match),
          map(({ payload }) => (payload.n === 1 ? (42 as never) : server.answered(payload))),
        ),
      ),
    )
    store.dispatch(asked(1))
    store.dispatch(asked(2))
    expect(errors).toMatchObject([{ code: 'effect/not-an-action' }])
    expect(store.get(told).at(-1)).toBe('answered a2')
  })

  it('[EFF-10] is ended when it is removed, and its signal aborted', () => {
    let signal: AbortSignal | undefined
    const { store } = virtualStore()
    const added = store.add(
      createStreamEffect('listen', (action$, context) => {
        signal = context.signal
        return action$.pipe(
          filter(server.asked.match),
          map(({ payload }) => server.answered(payload)),
        )
      }),
    )
    store.dispatch(asked(1))
    added.remove()
    store.dispatch(asked(2))
    expect(store.get(told)).toEqual(['asked a1', 'answered a1', 'asked a2'])
    expect(signal?.aborted).toBe(true)
    expect(store.runs.map(inShort)).toEqual(['0 listen cancelled'])
  })

  it('[EFF-18] refuses one without a name or a function', () => {
    expect(() => createStreamEffect('', () => NEVER)).toThrow('(effect/bad-definition)')
    expect(() => createStreamEffect('x', undefined as never)).toThrow('(effect/bad-definition)')
  })
})

describe('epics', () => {
  type Asked = { readonly type: 'server/asked'; readonly payload: { id: string; n: number }; readonly meta?: string }
  type Answered = ReturnType<typeof server.answered>
  interface State {
    readonly told: readonly string[]
  }

  it('[EFF-22] runs unchanged: actions as they were dispatched, a state with its value, dependencies', () => {
    const seen: unknown[] = []
    const answering: Epic<Asked | Answered, Asked | Answered, State, { answer: number }> = (
      action$,
      state$,
      { answer },
    ) =>
      action$.pipe(
        ofType('server/asked'),
        map((action) => {
          seen.push(action, state$.value.told.length)
          return server.answered({ id: 'epic', n: answer })
        }),
      )
    const store = createStore({ slices: [told], effects: [fromEpic('epic', answering)], deps: { answer: 42 } })
    store.dispatch({ type: 'server/asked', payload: { id: 'a', n: 1 }, meta: 'kept' })
    expect(seen).toEqual([{ type: 'server/asked', payload: { id: 'a', n: 1 }, meta: 'kept' }, 1])
    expect(store.get(told)).toEqual(['asked a1', 'answered epic42'])
    expect(store.recordAt(1)).toMatchObject({ causedBy: store.recordAt(0)?.id, effect: { name: 'epic' } })
  })

  it('[EFF-22] runs combined epics, in the order of redux-observable: each sees an action before any sees its answer', () => {
    const order: string[] = []
    const noted =
      (name: string, answer?: Answered): Epic<Asked | Answered, Asked | Answered, State> =>
      (action$) =>
        action$.pipe(
          mergeMap((action) => {
            order.push(`${name} ${action.type}`)
            return action.type === 'server/asked' && answer ? of(answer) : EMPTY
          }),
        )
    const { store } = virtualStore(
      fromEpic('both', combineEpics(noted('first', server.answered({ id: 'x', n: 1 })), noted('second'))),
    )
    store.dispatch(asked(1))
    expect(order).toEqual([
      'first server/asked',
      'second server/asked',
      'first server/answered',
      'second server/answered',
    ])
  })

  it('[EFF-22] gives the live state now and each different one, also while the playhead is parked', async () => {
    const lengths: number[] = []
    const stop = new Subject<void>()
    const epic = (_: Observable<Asked>, state$: Observable<State>) =>
      state$.pipe(
        takeUntil(stop),
        mergeMap((state) => {
          lengths.push(state.told.length)
          return EMPTY
        }),
      )
    const { store } = virtualStore(fromEpic('watch', epic))
    store.dispatch([asked(1), asked(2)])
    await store.timeline.seek(0)
    store.dispatch(server.silent())
    store.dispatch(asked(3))
    expect(lengths).toEqual([0, 2, 3])
  })
})

describe('records of others', () => {
  it('[EFF-23] starts no run for what another tab did, and lets it stop runs', () => {
    const scheduler = virtualStore().scheduler
    const records: LogRecord[] = []
    const other = createStore({ slices: [told], scheduler })
    other.action$.subscribe((record) => records.push(record))
    other.dispatch(asked(1, 'other'))
    other.dispatch(server.left({ id: 'a' }))
    let place: (record: LogRecord) => void = () => {}
    let offset = 0
    const store = createStore({
      slices: [told],
      scheduler,
      log: {
        name: 'shared',
        durable: false,
        open(reader) {
          place = (record) => reader.placed([{ ...record, offset: offset++ as never }])
          return []
        },
        append(batch) {
          for (const record of batch) place(record)
        },
        flush: () => Promise.resolve(),
        close: () => Promise.resolve(),
      },
      effects: [
        createEffect('wait', {
          on: server.asked,
          flatten: 'merge',
          cancelOn: server.left,
          run: () => NEVER,
          failed: () => server.silent(),
        }),
      ],
    })
    place(records[0] as LogRecord)
    expect(store.runs).toEqual([])
    store.dispatch(asked(2))
    place(records[1] as LogRecord)
    expect(store.get(told)).toEqual(['asked other1', 'asked a2', 'left a'])
    expect(store.runs.map(inShort)).toEqual(['0 wait cancelled by server/left'])
  })
})

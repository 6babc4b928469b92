import { EMPTY, filter, map, NEVER, Observable, of, Subject, throwError, timer } from 'rxjs'
import { describe, expect, it, vi } from 'vitest'
import type { LogRecord, Needs } from '../index.ts'
import { action, createActions, createEffect, createSlice, createStore, createStreamEffect, topic } from '../index.ts'
import { inShort, server, thrower, told, virtualStore } from './effect.fixtures.ts'

const asked = (n: number, id = 'a') => server.asked({ id, n })
const failed = (error: unknown, { payload }: { payload: { id: string; n: number } }) =>
  server.failed({ ...payload, reason: String(error) })

/** Answers after 10 ms of the store's time. */
const answering = (flatten: 'switch' | 'merge' | 'concat' | 'exhaust', more: object = {}) =>
  createEffect('answer', {
    on: server.asked,
    flatten,
    run: ({ payload }, { scheduler }) => timer(10, scheduler).pipe(map(() => server.answered(payload))),
    failed,
    ...more,
  })

describe('what starts and ends a run', () => {
  it('[EFF-1] starts a run for each record of its trigger, after reducers and readers have seen it', () => {
    const seen: string[] = []
    const effect = createEffect('look', {
      on: server.asked,
      flatten: 'merge',
      run({ payload }, { get }) {
        seen.push(`run ${payload.n}: ${get(told).join()}`)
        return EMPTY
      },
      failed,
    })
    const { store } = virtualStore(effect)
    store.subscribe(() => seen.push(`told: ${store.get(told).join()}`))
    store.dispatch([asked(1), asked(2)])
    expect(seen).toEqual(['told: asked a1,asked a2', 'run 1: asked a1,asked a2', 'run 2: asked a1,asked a2'])
  })

  it('[EFF-1] listens to several triggers, and to topics', () => {
    const types: string[] = []
    const run = ({ type }: { type: string }) => {
      types.push(type)
      return []
    }
    const { store } = virtualStore(
      createEffect('both', { on: [server.left, server.silent], flatten: 'merge', run, failed: () => server.silent() }),
      createEffect('topic', { on: topic('*.left'), flatten: 'merge', run, failed: () => server.silent() }),
    )
    store.dispatch([server.left({ id: 'a' }), server.silent(), asked(1)])
    expect(types).toEqual(['server/left', 'server/left', 'server/silent'])
  })

  it.each([
    ['switch', ['asked a1', 'asked a2', 'answered a2'], ['0 answer superseded by server/asked', '1 answer done']],
    ['merge', ['asked a1', 'asked a2', 'answered a1', 'answered a2'], ['0 answer done', '1 answer done']],
    ['concat', ['asked a1', 'asked a2', 'answered a1', 'answered a2'], ['0 answer done', '1 answer done']],
    ['exhaust', ['asked a1', 'asked a2', 'answered a1'], ['0 answer done', '1 answer ignored by server/asked']],
  ] as const)('[EFF-2] does with a second record what %s says', (flatten, happened, runs) => {
    const { store, scheduler, errors } = virtualStore(answering(flatten))
    store.dispatch(asked(1))
    store.dispatch(asked(2))
    scheduler.flush()
    expect(store.get(told)).toEqual(happened)
    expect(store.runs.map(inShort)).toEqual(runs)
    expect(errors).toEqual([])
  })

  it('[EFF-2] starts with concat in the order of asking, also what is asked when a run fails', () => {
    const { store, scheduler } = virtualStore(
      createEffect('fail', {
        on: server.asked,
        flatten: 'concat',
        run: ({ payload }, { scheduler }) =>
          timer(10, scheduler).pipe(
            map(() => {
              if (payload.n === 1) throw new Error('first')
              return server.answered(payload)
            }),
          ),
        failed,
      }),
      createEffect('again', {
        on: server.failed,
        flatten: 'merge',
        run: () => [asked(3)],
        failed: () => server.silent(),
      }),
    )
    store.dispatch([asked(1), asked(2)])
    scheduler.flush()
    expect(store.get(told)).toEqual(['asked a1', 'asked a2', 'failed a1', 'asked a3', 'answered a2', 'answered a3'])
  })

  it('[EFF-2] keeps runs of different keys apart', () => {
    const key = (record: { payload: { id: string } }) => record.payload.id
    const { store, scheduler } = virtualStore(answering('switch', { key }))
    store.dispatch([asked(1, 'a'), asked(2, 'b'), asked(3, 'a')])
    scheduler.flush()
    expect(store.get(told).slice(3)).toEqual(['answered b2', 'answered a3'])
  })

  it('[EFF-3] stops all runs on a record of cancelOn, and those that wait', () => {
    const { store, scheduler } = virtualStore(answering('concat', { cancelOn: server.left }))
    store.dispatch([asked(1), asked(2)])
    store.dispatch(server.left({ id: 'b' }))
    scheduler.flush()
    expect(store.get(told)).toEqual(['asked a1', 'asked a2', 'left b'])
    expect(store.runs.map(inShort)).toEqual(['0 answer cancelled by server/left', '1 answer cancelled by server/left'])
  })

  it('[EFF-3] stops the runs of one key where cancelOn has a key', () => {
    const { store, scheduler } = virtualStore(
      createEffect('answer', {
        on: server.asked,
        flatten: 'merge',
        key: ({ payload }) => payload.id,
        cancelOn: { on: server.left, key: ({ payload }) => payload.id },
        run: ({ payload }, { scheduler }) => timer(10, scheduler).pipe(map(() => server.answered(payload))),
        failed,
      }),
    )
    store.dispatch([asked(1, 'a'), asked(2, 'b'), server.left({ id: 'a' })])
    scheduler.flush()
    expect(store.get(told).slice(3)).toEqual(['answered b2'])
  })

  it('[EFF-3] stops the old run before it starts the new one, where one record does both', () => {
    const { store, scheduler } = virtualStore(answering('merge', { cancelOn: server.asked }))
    store.dispatch(asked(1))
    store.dispatch(asked(2))
    scheduler.flush()
    expect(store.get(told).slice(2)).toEqual(['answered a2'])
  })

  it('[EFF-4] takes a stream of any library, a promise, an async iterable and an array', async () => {
    const results: { readonly [n: number]: () => unknown } = {
      1: () => of(server.answered({ id: 'rx', n: 1 })),
      2: () => Promise.resolve(server.answered({ id: 'promise', n: 2 })),
      3: () => [server.answered({ id: 'array', n: 3 })],
      4: async function* () {
        yield server.answered({ id: 'iterable', n: 4 })
      },
      5: () => ({
        [Symbol.observable ?? '@@observable']() {
          return this
        },
        subscribe(observer: { next(value: unknown): void; complete(): void }) {
          observer.next(server.answered({ id: 'foreign', n: 5 }))
          observer.complete()
          return () => {}
        },
      }),
      6: () => Promise.resolve(undefined),
      7: () => of([server.answered({ id: 'batch', n: 7 }), server.left({ id: 'batch' })]),
    }
    const { store, errors } = virtualStore(
      createEffect('any', {
        on: server.asked,
        flatten: 'merge',
        run: ({ payload }) => (results[payload.n] as () => Observable<never>)(),
        failed,
      }),
    )
    for (const n of Object.keys(results)) store.dispatch(asked(Number(n)))
    await vi.waitFor(() => expect(store.runs.every(({ status }) => status === 'done')).toBe(true))
    expect(
      store
        .get(told)
        .filter((line) => !line.startsWith('asked'))
        .sort(),
    ).toEqual([
      'answered array3',
      'answered batch7',
      'answered foreign5',
      'answered iterable4',
      'answered promise2',
      'answered rx1',
      'left batch',
    ])
    expect(errors).toEqual([])
  })
})

describe('what a run is given', () => {
  it('[EFF-5] gives the dependencies of the store', () => {
    const ask = vi.fn(() => EMPTY)
    const effect = createEffect('ask', {
      on: server.asked,
      flatten: 'merge',
      run: (_, { api }: Needs<{ api: { ask: () => Observable<never> } }>) => api.ask(),
      failed,
    })
    const store = createStore({ slices: [told], effects: [effect], deps: { api: { ask } } })
    store.dispatch(asked(1))
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('[EFF-5] reads the live state, also while the playhead is parked', async () => {
    const lengths: number[] = []
    const effect = createEffect('look', {
      on: server.asked,
      flatten: 'merge',
      run(_, { get }) {
        lengths.push(get(told).length)
        return []
      },
      failed,
    })
    const { store } = virtualStore(effect)
    store.dispatch([asked(1), asked(2)])
    await store.timeline.seek(0)
    store.dispatch(asked(3))
    expect(lengths).toEqual([2, 2, 3])
    expect(store.get(told)).toHaveLength(1)
  })

  it('[EFF-6] aborts the signal of a run that is stopped, and of no other', () => {
    const signals: AbortSignal[] = []
    const { store, scheduler } = virtualStore(
      createEffect('wait', {
        on: server.asked,
        flatten: 'switch',
        run(_, { signal, scheduler }) {
          signals.push(signal)
          return timer(10, scheduler).pipe(map(() => server.silent()))
        },
        failed,
      }),
    )
    store.dispatch(asked(1))
    store.dispatch(asked(2))
    scheduler.flush()
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
  })

  it('[EFF-6] gives an aborted signal to a run that reads it after its end', () => {
    let late: AbortSignal | undefined
    const { store } = virtualStore(
      createEffect('wait', {
        on: server.asked,
        flatten: 'switch',
        run: (_, context) => new Observable<never>(() => () => (late = context.signal)),
        failed,
      }),
    )
    store.dispatch([asked(1), asked(2)])
    expect(late?.aborted).toBe(true)
  })

  it('[EFF-6] aborts what is on when the store is closed', async () => {
    let signal: AbortSignal | undefined
    const { store } = virtualStore(
      createEffect('wait', {
        on: server.asked,
        flatten: 'switch',
        run(_, context) {
          signal = context.signal
          return NEVER
        },
        failed,
      }),
    )
    store.dispatch(asked(1))
    await store.close()
    expect(signal?.aborted).toBe(true)
    expect(store.runs.map(inShort)).toEqual(['0 wait cancelled'])
  })
})

describe('the causes of records', () => {
  it('[EFF-7] stamps what a run sends with the record that led to it and with the run', () => {
    const { store, scheduler } = virtualStore(answering('merge'))
    const records: LogRecord[] = []
    store.action$.subscribe((record) => records.push(record))
    store.dispatch(asked(1))
    store.dispatch(asked(2))
    scheduler.flush()
    const [first, second, one, two] = records
    expect(first?.causedBy).toBeUndefined()
    expect(one).toMatchObject({ causedBy: first?.id, effect: { name: 'answer', run: 0 } })
    expect(two).toMatchObject({ causedBy: second?.id, effect: { name: 'answer', run: 1 } })
    expect(store.recordAt(2)).toMatchObject({ causedBy: first?.id, effect: { name: 'answer', run: 0 } })
  })

  it('[EFF-8] tells of every run what started it, what it sent, what ended it and how long it took', () => {
    const { store, scheduler } = virtualStore(answering('switch'))
    const changes: string[] = []
    store.runs$.subscribe(({ kind, run }) => changes.push(`${kind} ${run.run}`))
    store.dispatch(asked(1))
    const second = asked(2)
    store.dispatch(second)
    scheduler.flush()
    expect(changes).toEqual(['started 0', 'superseded 0', 'started 1', 'emitted 1', 'done 1'])
    const [one, two] = store.runs
    expect(one).toMatchObject({
      effect: 'answer',
      record: { id: store.recordAt(0)?.id, type: 'server/asked' },
      status: 'superseded',
      endedBy: { id: store.recordAt(1)?.id, type: 'server/asked' },
      emitted: [],
      durationMs: 0,
    })
    expect(two).toMatchObject({
      status: 'done',
      emitted: [store.recordAt(2)?.id],
      emissions: 1,
      startedAt: 0,
      endedAt: 10,
      durationMs: 10,
    })
  })

  it('[EFF-8] keeps the newest runs, and the newest ids of a run that sends many', () => {
    const many = createEffect('many', {
      on: server.asked,
      flatten: 'merge',
      run: ({ payload }) => of(...Array.from({ length: payload.n }, () => server.silent())),
      failed,
    })
    const store = createStore({ slices: [], effects: [many] })
    store.dispatch(asked(150))
    expect(store.runs[0]).toMatchObject({ emissions: 150 })
    expect(store.runs[0]?.emitted).toHaveLength(100)
    expect(store.runs[0]?.emitted.at(-1)).toBe(store.recordAt(150)?.id)
    for (let n = 0; n < 10_000; n++) store.dispatch(asked(0))
    expect(store.runs).toHaveLength(10_000)
    expect(store.runs[0]?.run).toBe(1)
  })
})

describe('ephemeral actions', () => {
  it('[EFF-9] reach action$ and effects, and neither slices nor the log', () => {
    const xs: number[] = []
    const { store } = virtualStore(
      createEffect('move', {
        on: server.moved,
        flatten: 'merge',
        run({ payload }) {
          xs.push(payload.x)
          return payload.x === 2 ? [server.silent()] : []
        },
        failed: () => server.silent(),
      }),
    )
    const ids: string[] = []
    store.action$.subscribe(({ id, type }) => ids.push(`${type} ${id.slice(36)}`))
    store.dispatch(server.moved({ x: 1 }))
    store.dispatch([server.moved({ x: 2 }), asked(1)])
    expect(xs).toEqual([1, 2])
    // In a batch they come after what is logged; their numbers count apart.
    expect(ids).toEqual(['server/moved ~.0', 'server/asked .0', 'server/moved ~.1', 'server/silent .1'])
    expect(store.timeline.playhead.head).toBe(1)
    expect(store.recordAt(1)?.causedBy).toMatch(/~\.1$/)
  })

  it('[EFF-9] are checked like any other', () => {
    const { store } = virtualStore()
    expect(() => store.dispatch(server.moved({ x: (() => 1) as never }))).toThrow('(dispatch/not-storable)')
  })

  it('[EFF-9] are refused in slices, when the store is created', () => {
    const slice = createSlice('moves', 0, (on) => [on(server.moved, (n) => n + 1)])
    expect(() => createStore({ slices: [slice] })).toThrow('(slice/ephemeral-action)')
  })

  it('[EFF-9] never become durable', async () => {
    const { store } = virtualStore()
    await expect(store.durable(store.dispatch(server.moved({ x: 1 })))).rejects.toThrow('(store/ephemeral)')
  })
})

describe('effects that come and go', () => {
  it('[EFF-10] adds an effect and removes it with its runs', async () => {
    const { store, scheduler } = virtualStore()
    store.dispatch(asked(1))
    const added = store.add(answering('merge'))
    expect(await added.ready).toBe(store)
    store.dispatch(asked(2))
    scheduler.flush()
    store.dispatch(asked(3))
    added.remove()
    added.remove()
    store.dispatch(asked(4))
    scheduler.flush()
    expect(store.get(told)).toEqual(['asked a1', 'asked a2', 'answered a2', 'asked a3', 'asked a4'])
    expect(store.runs.map(inShort)).toEqual(['0 answer done', '1 answer cancelled'])
    store.add(answering('merge'))
    store.dispatch(asked(5))
    scheduler.flush()
    expect(store.get(told).at(-1)).toBe('answered a5')
  })

  it('[EFF-10] starts nothing for a record that has removed it', () => {
    const { store } = virtualStore()
    const remover = createEffect('remove', {
      on: server.asked,
      flatten: 'merge',
      run() {
        added.remove()
        return []
      },
      failed,
    })
    store.add(remover)
    const added = store.add(answering('merge'))
    store.dispatch(asked(1))
    expect(store.runs.map(inShort)).toEqual(['0 remove done'])
  })

  it('[EFF-10] refuses two of one name', () => {
    expect(() => virtualStore(answering('merge'), answering('switch'))).toThrow('(store/duplicate-effect)')
    const { store } = virtualStore(answering('merge'))
    expect(() => store.add(answering('merge'))).toThrow('(store/duplicate-effect)')
  })

  it('[EFF-10] knows a type that only an effect listens to', () => {
    const foreign = Object.assign((x: number) => ({ type: 'foreign/x' as const, payload: x }), {
      type: 'foreign/x' as const,
    })
    const { store, errors } = virtualStore(
      createEffect('foreign', { on: foreign, flatten: 'merge', run: () => [], failed: () => server.silent() }),
    )
    store.dispatch(foreign(1))
    expect(errors).toEqual([])
  })
})

describe('order', () => {
  it('[EFF-11] queues what effects send: each action is seen by all before the next', () => {
    const seen: string[] = []
    const chain = createActions('chain', { one: action(), two: action(), three: action() })
    const step = (name: string, from: typeof chain.one | typeof chain.two, to: () => { type: string }) =>
      createEffect(name, {
        on: from,
        flatten: 'merge',
        run: () => of(to()),
        failed: () => server.silent(),
      })
    const { store } = virtualStore(
      step('a', chain.one, chain.two),
      step('b', chain.one, chain.three),
      step('c', chain.two, chain.three),
    )
    store.action$.subscribe(({ type, effect }) => seen.push(`${type} ${effect?.name ?? ''}`))
    store.dispatch(chain.one())
    expect(seen).toEqual(['chain/one ', 'chain/two a', 'chain/three b', 'chain/three c'])
  })

  const pong = createEffect('pong', {
    on: server.silent,
    flatten: 'merge',
    run: () => of(server.left({ id: 'x' })),
    failed: () => server.silent(),
  })
  const ping = createEffect('ping', {
    on: server.left,
    flatten: 'merge',
    run: () => of(server.silent()),
    failed: () => server.silent(),
  })

  it('[EFF-12] stops effects that answer each other at once for ever, and shows the cycle', () => {
    const { store, errors } = virtualStore(ping, pong)
    expect(() => store.dispatch(server.left({ id: 'x' }))).toThrow(
      'server/left -(effect ping)-> server/silent -(effect pong)-> server/left. The chain was stopped here.',
    )
    expect(store.timeline.playhead.head).toBe(1_000)
    expect(errors).toEqual([])
    store.dispatch(asked(1))
    expect(store.get(told).at(-1)).toBe('asked a1')
  })

  it('[EFF-12] shows the cycle of a free-form effect', () => {
    const { store } = virtualStore(
      createStreamEffect('echo', (action$) =>
        action$.pipe(
          filter(server.silent.match),
          map(() => server.silent()),
        ),
      ),
    )
    expect(() => store.dispatch(server.silent())).toThrow('server/silent -(effect echo)-> server/silent')
  })

  it('[EFF-12] stops what fans out at the bound of the queue', () => {
    const { store } = virtualStore(
      createEffect('double', {
        on: server.moved,
        flatten: 'merge',
        run: ({ payload }) => of(server.moved(payload), server.moved(payload)),
        failed: () => server.silent(),
      }),
    )
    expect(() => store.dispatch(server.moved({ x: 1 }))).toThrow(
      /100,000 others.* without end: server\/moved -\(effect double\)-> server\/moved\. .*\(dispatch\/endless\)$/,
    )
  })

  it('[EFF-12] lets a long chain go on where somebody waits in it', () => {
    const { store, scheduler, errors } = virtualStore(
      createEffect('later', {
        on: server.asked,
        flatten: 'merge',
        run: ({ payload }, { scheduler }) =>
          payload.n === 0 ? [] : timer(1, scheduler).pipe(map(() => asked(payload.n - 1))),
        failed,
      }),
    )
    scheduler.maxFrames = 2_000
    store.dispatch(asked(1_100))
    scheduler.flush()
    expect(store.timeline.playhead.head).toBe(1_100)
    expect(errors).toEqual([])
  })

  it('[EFF-12] reports a cycle that begins later, where nobody could catch it', () => {
    const begin = createEffect('begin', {
      on: server.asked,
      flatten: 'merge',
      run: (_, { scheduler }) => timer(1, scheduler).pipe(map(() => server.silent())),
      failed,
    })
    const { store, scheduler, errors } = virtualStore(begin, ping, pong)
    store.dispatch(asked(1))
    scheduler.flush()
    expect(errors.map(({ code }) => code)).toEqual(['dispatch/endless'])
    expect(errors[0]?.message).toContain('server/silent -(effect pong)-> server/left -(effect ping)-> server/silent')
  })
})

describe('what goes wrong', () => {
  const failing = (run: () => unknown, more: object = {}) =>
    createEffect('fail', { on: server.asked, flatten: 'merge', run: run as () => Observable<never>, failed, ...more })
  const other = createEffect('other', {
    on: server.asked,
    flatten: 'merge',
    run: ({ payload }) => of(server.answered(payload)),
    failed,
  })

  it.each<readonly [string, () => unknown, string | undefined, string]>([
    ['throws', thrower('no'), 'effect/run-threw', 'effect/run-threw'],
    ['gives undefined', () => undefined, 'effect/bad-result', 'effect/bad-result'],
    ['gives an action', () => server.silent(), 'effect/bad-result', 'effect/bad-result'],
    ['sends no action', () => of(42), 'effect/not-an-action', 'effect/not-an-action'],
    ['sends undefined', () => of(undefined), 'effect/not-an-action', 'effect/not-an-action'],
    [
      'sends what cannot be stored',
      () => of({ type: 'x', payload: () => 1 }),
      'effect/emission-refused',
      'effect/emission-refused',
    ],
    ['sends an error', () => throwError(() => new Error('no')), undefined, 'effect/run-failed'],
  ])('[EFF-13] answers by `failed` for a run that %s, and goes on', (_, run, reported, code) => {
    const { store, errors } = virtualStore(failing(run), other)
    store.dispatch(asked(1))
    store.dispatch(asked(2))
    expect(store.get(told)).toEqual(['asked a1', 'failed a1', 'answered a1', 'asked a2', 'failed a2', 'answered a2'])
    expect(errors.map((error) => error.code)).toEqual(reported ? [reported, reported] : [])
    expect(errors.every(({ type }) => type === 'server/asked')).toBe(true)
    expect(store.runs[0]).toMatchObject({ status: 'failed', error: { code, record: { type: 'server/asked' } } })
  })

  it('[EFF-13] answers by `failed` for a promise that rejects', async () => {
    const { store, errors } = virtualStore(
      failing(() => Promise.reject(new Error('no'))),
      other,
    )
    store.dispatch(asked(1))
    await vi.waitFor(() => expect(store.get(told)).toEqual(['asked a1', 'answered a1', 'failed a1']))
    expect(errors).toEqual([])
    expect(store.runs[0]?.error?.cause).toEqual(new Error('no'))
  })

  it('[EFF-14] reports a `failed` that throws, with what the run failed with', () => {
    const { store, errors } = virtualStore(
      failing(() => throwError(() => new Error('first')), {
        failed() {
          throw new Error('second')
        },
      }),
      other,
    )
    store.dispatch(asked(1))
    expect(errors).toMatchObject([{ code: 'effect/failed-threw', type: 'server/asked' }])
    expect(errors[0]?.message).toMatch(/second.*first/)
    expect(store.get(told)).toEqual(['asked a1', 'answered a1'])
  })

  it('[EFF-14] reports a `failed` that gives no action', () => {
    const { store, errors } = virtualStore(
      failing(() => throwError(() => new Error('no')), { failed: () => undefined }),
    )
    store.dispatch(asked(1))
    expect(errors).toMatchObject([{ code: 'effect/not-an-action', type: 'server/asked' }])
  })

  it('[EFF-15] drops what comes after cancellation, notes it with the run and reports it once an effect', async () => {
    const { store, errors } = virtualStore(failing(() => Promise.resolve(server.silent()), { flatten: 'switch' }))
    store.dispatch([asked(1), asked(2), asked(3)])
    await vi.waitFor(() => expect(store.runs[2]?.status).toBe('done'))
    expect(store.timeline.playhead.head).toBe(3)
    expect(store.runs.map(({ dropped }) => dropped)).toEqual([1, 1, 0])
    expect(errors).toMatchObject([{ code: 'effect/late-emission', type: 'server/asked' }])
  })

  it('[EFF-15] says nothing of a rejection after cancellation: so do requests that are aborted', async () => {
    const { store, errors } = virtualStore(
      failing(() => Promise.reject(new Error('aborted')), { cancelOn: server.left }),
    )
    store.dispatch([asked(1), server.left({ id: 'a' })])
    await new Promise((resolve) => setTimeout(resolve))
    expect(errors).toEqual([])
    expect(store.get(told)).toEqual(['asked a1', 'left a'])
  })

  it('[EFF-15] reports a stream that goes on after its end', () => {
    const broken = new Observable<never>((subscriber) => {
      subscriber.error(new Error('first'))
      subscriber.error(new Error('second'))
      subscriber.next(server.silent() as never)
    })
    const { store, errors } = virtualStore(failing(() => broken))
    store.dispatch(asked(1))
    expect(errors.map(({ code }) => code)).toEqual(['effect/late-error', 'effect/late-emission'])
    expect(store.get(told)).toEqual(['asked a1', 'failed a1'])
  })

  it('[EFF-15] says nothing of a synchronous stream that is stopped by what it sends', () => {
    const two = new Observable<never>((subscriber) => {
      subscriber.next(server.left({ id: 'a' }) as never)
      subscriber.next(server.silent() as never)
    })
    const { store, errors } = virtualStore(failing(() => two, { cancelOn: server.left, flatten: 'concat' }))
    store.dispatch(asked(1))
    expect(store.get(told)).toEqual(['asked a1', 'left a'])
    expect(errors).toEqual([])
  })

  it('[EFF-16] tells of a run that keeps others waiting for a minute', () => {
    const { store, scheduler, errors } = virtualStore(failing(() => NEVER, { flatten: 'concat' }))
    store.dispatch(asked(1))
    scheduler.schedule(() => store.dispatch(asked(2)), 59_999)
    scheduler.schedule(() => store.dispatch(asked(3)), 60_000)
    scheduler.schedule(() => store.dispatch(asked(4)), 70_000)
    scheduler.flush()
    expect(errors).toMatchObject([{ code: 'effect/never-completes', type: 'server/asked' }])
    expect(errors[0]?.message).toContain('has been on for 60 s')
    expect(store.runs.map(({ status }) => status)).toEqual(['running', 'waiting', 'waiting', 'waiting'])
  })

  it.each(['merge', 'concat'])('[EFF-16] fails a run beyond 10,000 that are on or wait, with %s', (flatten) => {
    const store = createStore({ slices: [], effects: [failing(() => NEVER, { flatten, cancelOn: server.left })] })
    const errors: string[] = []
    store.error$.subscribe(({ code, record }) => errors.push(`${code} ${record?.type}`))
    for (let n = 0; n < 10_001; n++) store.dispatch(asked(n))
    expect(errors).toEqual(['effect/too-many-runs server/asked'])
    expect(store.recordAt(10_001)).toMatchObject({ type: 'server/failed', payload: { n: 10_000 } })
    store.dispatch(server.left({ id: 'a' }))
    store.dispatch(asked(1))
    expect(errors).toHaveLength(1)
  })

  it('[EFF-17] reports a key that throws, and starts nothing', () => {
    const key = () => {
      throw new Error('no key')
    }
    const { store, errors } = virtualStore(failing(() => NEVER, { key }))
    store.dispatch(asked(1))
    expect(errors).toMatchObject([{ code: 'effect/key-threw', type: 'server/asked' }])
    expect(store.runs).toEqual([])
  })

  it('[EFF-17] reports what cleans up and throws', () => {
    const { store, errors } = virtualStore(
      failing(() => new Observable<never>(() => thrower('teardown')), { flatten: 'switch' }),
    )
    store.dispatch([asked(1), asked(2)])
    expect(errors).toMatchObject([{ code: 'effect/teardown-threw' }])
    expect(store.runs.map(({ status }) => status)).toEqual(['superseded', 'running'])
  })

  it('[EFF-17] does not blame a run for a reducer that throws on what it sent', () => {
    const broken = createSlice('broken', 0, (on) => [
      on(server.answered, (): number => {
        throw new Error('reducer')
      }),
    ])
    const answers = new Subject<ReturnType<typeof server.answered>>()
    const effect = createEffect('answer', { on: server.asked, flatten: 'merge', run: () => answers, failed })
    const store = createStore({ slices: [broken, told], effects: [effect] })
    const errors: string[] = []
    store.error$.subscribe(({ code }) => errors.push(code))
    store.dispatch(asked(1))
    answers.next(server.answered({ id: 'a', n: 1 }))
    answers.next(server.answered({ id: 'a', n: 2 }))
    expect(errors).toEqual(['fold/reducer-threw', 'fold/reducer-threw'])
    expect(store.runs[0]?.status).toBe('running')
  })

  it('[EFF-18] refuses a definition that leaves a question open', () => {
    const define =
      (definition: object, name = 'x') =>
      () =>
        createEffect(name, definition as never)
    const whole = { on: server.asked, flatten: 'merge', run: () => [], failed }
    expect(define(whole, ' ')).toThrow('(effect/bad-definition)')
    expect(define({ ...whole, flatten: 'latest' })).toThrow('(effect/bad-definition)')
    expect(define({ ...whole, run: undefined })).toThrow('(effect/bad-definition)')
    expect(define({ ...whole, failed: undefined })).toThrow('(effect/bad-definition)')
    expect(define({ ...whole, cancelOn: { on: server.left, key: () => 1 } })).toThrow('no run would ever be stopped')
    expect(define(whole)).not.toThrow()
  })
})

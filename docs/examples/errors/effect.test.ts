import {
  action,
  createActions,
  createEffect,
  createSelector,
  createSlice,
  createStore,
  createStreamEffect,
} from '@playhead/core'
import {
  catchError,
  EMPTY,
  filter,
  from,
  interval,
  map,
  mergeMap,
  NEVER,
  Observable,
  of,
  take,
  VirtualTimeScheduler,
} from 'rxjs'
import { describe, expect, it } from 'vitest'

const bank = createActions('bank', {
  asked: action<{ id: string }>(),
  closed: action<{ id: string }>(),
  loaded: action<{ id: string; rows: readonly string[] }>(),
  failed: action<{ id: string; reason: string }>(),
  hovered: action<{ id: string }>({ ephemeral: true }),
})
const api = {
  rows: (_: string, __?: AbortSignal): Promise<readonly string[]> => Promise.resolve(['one']),
  /** Answers, whatever happens. */
  deaf: (): Promise<readonly string[]> => Promise.resolve(['one']),
}
const failed = (error: unknown, { payload }: { payload: { id: string } }) =>
  bank.failed({ id: payload.id, reason: String(error) })

/** A store with an effect, the codes it reports and the types it logs. */
function watched(
  ...effects: Parameters<typeof createStore<[], ReturnType<typeof createEffect>[]>>[0]['effects'] & object
) {
  const scheduler = new VirtualTimeScheduler()
  const store = createStore({ slices: [], effects, scheduler })
  const codes: string[] = []
  const types: string[] = []
  store.error$.subscribe(({ code }) => codes.push(code))
  store.action$.subscribe(({ type }) => types.push(type))
  return { store, scheduler, codes, types }
}
/** Lets promises settle. */
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('effect/bad-definition', () => {
  it('is thrown for a cancelOn by key in an effect without keys', () => {
    expect(() => {
      // #region bad-definition
      createEffect('load', {
        on: bank.asked,
        flatten: 'switch',
        cancelOn: { on: bank.closed, key: (record) => record.payload.id },
        run: () => NEVER,
        failed,
      })
      // #endregion
    }).toThrow('(effect/bad-definition)')
    // #region bad-definition-mended
    createEffect('load', {
      on: bank.asked,
      flatten: 'switch',
      key: (record) => record.payload.id,
      cancelOn: { on: bank.closed, key: (record) => record.payload.id },
      run: () => NEVER,
      failed,
    })
    // #endregion
  })
})

describe('effect/bad-result', () => {
  it('is reported, and failed answers', () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      failed,
      // #region bad-result
      // @ts-expect-error the `return` is missing
      run: ({ payload }) => {
        void from(api.rows(payload.id)).pipe(map((rows) => bank.loaded({ id: payload.id, rows })))
      },
      // #endregion
    })
    const { store, codes, types } = watched(load)
    store.dispatch(bank.asked({ id: 'a' }))
    expect(codes).toEqual(['effect/bad-result'])
    expect(types).toEqual(['bank/asked', 'bank/failed'])
  })

  it('is mended by returning the stream', async () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      failed,
      // #region bad-result-mended
      run: ({ payload }) => from(api.rows(payload.id)).pipe(map((rows) => bank.loaded({ id: payload.id, rows }))),
      // #endregion
    })
    const { store, types } = watched(load)
    store.dispatch(bank.asked({ id: 'a' }))
    await settled()
    expect(types).toEqual(['bank/asked', 'bank/loaded'])
  })
})

describe('effect/not-an-action', () => {
  it('is reported, and failed answers', async () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      failed,
      // #region not-an-action
      // @ts-expect-error rows are no action
      run: ({ payload }) => api.rows(payload.id),
      // #endregion
    })
    const { store, codes, types } = watched(load)
    store.dispatch(bank.asked({ id: 'a' }))
    await settled()
    expect(codes).toEqual(['effect/not-an-action'])
    expect(types).toEqual(['bank/asked', 'bank/failed'])
  })

  it('is mended by an action of the answer', async () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      failed,
      // #region not-an-action-mended
      run: async ({ payload }) => bank.loaded({ id: payload.id, rows: await api.rows(payload.id) }),
      // #endregion
    })
    const { store, codes } = watched(load)
    store.dispatch(bank.asked({ id: 'a' }))
    await settled()
    expect(codes).toEqual([])
  })
})

describe('effect/emission-refused', () => {
  it('is reported, and failed answers', () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      failed,
      // #region emission-refused
      run: ({ payload }) => [{ type: 'bank/loaded', payload: { id: payload.id, close: () => {} } }],
      // #endregion
    })
    const { store, codes, types } = watched(load)
    store.dispatch(bank.asked({ id: 'a' }))
    expect(codes).toEqual(['effect/emission-refused'])
    expect(types).toEqual(['bank/asked', 'bank/failed'])
  })
})

describe('effect/run-threw, effect/run-failed and effect/failed-threw', () => {
  it('a run that throws is reported, and failed answers', () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      failed,
      // #region run-threw
      run: ({ payload }) => {
        const { page } = JSON.parse(payload.id) // throws
        return from(api.rows(page)).pipe(map((rows) => bank.loaded({ id: payload.id, rows })))
      },
      // #endregion
    })
    const { store, codes, types } = watched(load)
    store.dispatch(bank.asked({ id: 'a' }))
    expect(codes).toEqual(['effect/run-threw'])
    expect(types).toEqual(['bank/asked', 'bank/failed'])
  })

  it('a run that is rejected stands in the journal', async () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      run: () => Promise.reject(new Error('offline')),
      failed,
    })
    const { store, codes } = watched(load)
    store.dispatch(bank.asked({ id: 'a' }))
    await settled()
    // #region run-failed
    const last = store.runs.findLast(({ status }) => status === 'failed')
    console.assert(last?.error?.code === 'effect/run-failed', last?.error?.cause)
    // #endregion
    expect(last?.error?.code).toBe('effect/run-failed')
    expect(codes).toEqual([])
  })

  it('a failed that throws is reported', () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      run: () => Promise.reject('offline'),
      // #region failed-threw
      failed: (error, { payload }) => bank.failed({ id: payload.id, reason: (error as Error).message.slice(0, 80) }),
      // #endregion
    })
    const { store, codes } = watched(load)
    store.dispatch(bank.asked({ id: 'a' }))
    return settled().then(() => expect(codes).toEqual(['effect/failed-threw']))
  })

  it('is mended by a failed that takes whatever was thrown', async () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      run: () => Promise.reject('offline'),
      // #region failed-threw-mended
      failed: (error, { payload }) => bank.failed({ id: payload.id, reason: String(error).slice(0, 80) }),
      // #endregion
    })
    const { store, codes } = watched(load)
    store.dispatch(bank.asked({ id: 'a' }))
    await settled()
    expect(codes).toEqual([])
  })
})

describe('effect/key-threw', () => {
  it('is reported, and nothing starts', () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      run: () => NEVER,
      failed,
      // #region key-threw
      key: ({ payload }) => JSON.parse(payload.id).page, // throws
      // #endregion
    })
    const { store, codes } = watched(load)
    store.dispatch(bank.asked({ id: 'a' }))
    expect(codes).toEqual(['effect/key-threw'])
    expect(store.runs).toEqual([])
  })
})

describe('effect/late-emission and effect/late-error', () => {
  it('an answer after cancellation is dropped and reported', async () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'switch',
      failed,
      // #region late-emission
      run: async ({ payload }) => bank.loaded({ id: payload.id, rows: await api.deaf() }),
      // #endregion
    })
    const { store, codes, types } = watched(load)
    store.dispatch([bank.asked({ id: 'a' }), bank.asked({ id: 'b' })])
    await settled()
    expect(codes).toEqual(['effect/late-emission'])
    expect(types).toEqual(['bank/asked', 'bank/asked', 'bank/loaded'])
  })

  it('is mended by the signal, or by a stream that is unsubscribed', async () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'switch',
      failed,
      // #region late-emission-mended
      run: ({ payload }, { signal }) =>
        from(api.rows(payload.id, signal)).pipe(map((rows) => bank.loaded({ id: payload.id, rows }))),
      // #endregion
    })
    const { store, codes } = watched(load)
    store.dispatch([bank.asked({ id: 'a' }), bank.asked({ id: 'b' })])
    await settled()
    expect(codes).toEqual([])
  })

  it('a second error of a stream is reported', () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      failed,
      // #region late-error
      run: () =>
        new Observable<never>((subscriber) => {
          subscriber.error(new Error('offline'))
          subscriber.error(new Error('offline, again'))
        }),
      // #endregion
    })
    const { store, codes } = watched(load)
    store.dispatch(bank.asked({ id: 'a' }))
    expect(codes).toEqual(['effect/late-error'])
  })
})

describe('effect/never-completes', () => {
  const endless = createEffect('rates', {
    on: bank.asked,
    flatten: 'concat',
    failed,
    // #region never-completes
    run: ({ payload }, { scheduler }) =>
      interval(1_000, scheduler).pipe(map((n) => bank.loaded({ id: payload.id, rows: [String(n)] }))),
    // #endregion
  })
  const ending = createEffect('rates', {
    on: bank.asked,
    flatten: 'concat',
    failed,
    // #region never-completes-mended
    run: ({ payload }, { scheduler }) =>
      interval(1_000, scheduler).pipe(
        take(3),
        map((n) => bank.loaded({ id: payload.id, rows: [String(n)] })),
      ),
    // #endregion
  })

  it.each([
    ['goes on', endless, ['effect/never-completes']],
    ['ends', ending, []],
  ] as const)('is reported of a run that %s', (_, effect, reported) => {
    const { store, scheduler, codes } = watched(effect)
    scheduler.maxFrames = 120_000
    store.dispatch(bank.asked({ id: 'a' }))
    scheduler.schedule(() => store.dispatch(bank.asked({ id: 'b' })), 90_000)
    scheduler.flush()
    expect(codes).toEqual(reported)
  })
})

describe('effect/stream-failed', () => {
  // #region stream-failed
  const load = createStreamEffect('load', (action$) =>
    action$.pipe(
      filter(bank.asked.match),
      map(({ payload }) => bank.loaded(JSON.parse(payload.id))), // throws
    ),
  )
  // #endregion
  // #region stream-failed-mended
  const careful = createStreamEffect('load', (action$) =>
    action$.pipe(
      filter(bank.asked.match),
      mergeMap(({ payload }) =>
        of(payload.id).pipe(
          map((id) => bank.loaded(JSON.parse(id))),
          catchError((error) => of(bank.failed({ id: payload.id, reason: String(error) }))),
        ),
      ),
    ),
  )
  // #endregion

  it.each([
    ['are not', load, ['effect/stream-failed']],
    ['are', careful, []],
  ] as const)('is reported where errors %s caught inside', (_, effect, reported) => {
    const { store, codes } = watched(effect)
    store.dispatch(bank.asked({ id: 'no JSON' }))
    expect(codes).toEqual(reported)
  })
})

describe('effect/teardown-threw', () => {
  it('is reported', () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'switch',
      failed,
      // #region teardown-threw
      run: () =>
        new Observable<never>(() => () => {
          throw new Error('already closed')
        }),
      // #endregion
    })
    const { store, codes } = watched(load)
    store.dispatch([bank.asked({ id: 'a' }), bank.asked({ id: 'b' })])
    expect(codes).toEqual(['effect/teardown-threw'])
  })
})

describe('effect/too-many-runs', () => {
  it('fails the run beyond the bound', () => {
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      failed,
      // #region too-many-runs
      run: () => NEVER, // 10,000 of these are on
      // #endregion
    })
    const { store, codes, types } = watched(load)
    for (let n = 0; n <= 10_000; n++) store.dispatch(bank.asked({ id: 'a' }))
    expect(codes).toEqual(['effect/too-many-runs'])
    expect(types.at(-1)).toBe('bank/failed')
  })
})

describe('effect/bad-resume', () => {
  it('is reported of a record that is not there', async () => {
    const open = createSlice('open', ['no.1'], () => [])
    const load = createEffect('load', {
      on: bank.asked,
      flatten: 'merge',
      run: () => EMPTY,
      failed,
      // #region bad-resume
      resume: createSelector(open, (ids) => ids as never), // of another log
      // #endregion
    })
    const store = createStore({ slices: [open], effects: [load] })
    const codes: string[] = []
    store.error$.subscribe(({ code }) => codes.push(code))
    await store.ready
    expect(codes).toEqual(['effect/bad-resume'])
  })
})

describe('slice/ephemeral-action, store/ephemeral and store/duplicate-effect', () => {
  it('a slice cannot listen to an ephemeral action', () => {
    // #region ephemeral-action
    const hover = createSlice('hover', '', (on) => [on(bank.hovered, (_, { payload }) => payload.id)])
    // #endregion
    expect(() => createStore({ slices: [hover] })).toThrow('(slice/ephemeral-action)')
  })

  it('an ephemeral action is never durable', async () => {
    const { store } = watched()
    await expect(
      // #region ephemeral
      store.durable(store.dispatch(bank.hovered({ id: 'a' }))),
      // #endregion
    ).rejects.toThrow('(store/ephemeral)')
  })

  it('two effects cannot have one name', () => {
    const effect = () => createEffect('load', { on: bank.asked, flatten: 'merge', run: () => EMPTY, failed })
    expect(() => {
      const first = effect()
      const second = effect()
      // #region duplicate-effect
      createStore({ slices: [], effects: [first, second] }) // both are called "load"
      // #endregion
    }).toThrow('(store/duplicate-effect)')
  })
})

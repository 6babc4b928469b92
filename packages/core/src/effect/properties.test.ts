import fc from 'fast-check'
import type { Observable, OperatorFunction } from 'rxjs'
import {
  catchError,
  concat,
  concatMap,
  delay,
  exhaustMap,
  groupBy,
  map,
  mergeMap,
  of,
  Subject,
  switchMap,
  throwError,
  timer,
  VirtualTimeScheduler,
} from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { Flatten, LogRecord, PlacedRecord, RecordId } from '../index.ts'
import {
  action,
  createActions,
  createEffect,
  createSlice,
  createStore,
  createStreamEffect,
  memoryLog,
  stateHash,
} from '../index.ts'

/** What one run does: waits, sends, waits, sends … and completes or fails. Times in ms. */
interface Script {
  readonly key: number
  readonly waitsMs: readonly number[]
  readonly fails: boolean
}

const work = createActions('work', {
  asked: action<{ at: number; script: Script }>(),
  step: action<{ at: number; step: number }>(),
  failed: action<{ at: number }>(),
})

const script = fc.record({
  key: fc.integer({ min: 0, max: 2 }),
  waitsMs: fc.array(fc.constantFrom(0, 1, 3, 10), { maxLength: 4 }),
  fails: fc.boolean(),
})
/** Scripts and the gap before each, in ms. */
const schedule = fc.array(fc.tuple(fc.constantFrom(0, 1, 2, 5, 20), script), { maxLength: 30 })

/** The stream of a script; a wait of 0 sends synchronously. */
function stepsOf(at: number, { waitsMs, fails }: Script, scheduler: VirtualTimeScheduler) {
  const steps = waitsMs.map((wait, step) => {
    const sent = of(work.step({ at, step }))
    return wait === 0 ? sent : sent.pipe(delay(wait, scheduler))
  })
  return concat(...steps, fails ? throwError(() => new Error('scripted')) : of())
}

type Asked = { readonly at: number; readonly script: Script }
type Sent = { readonly type: string; readonly payload: object }

const OPERATORS: {
  readonly [F in Flatten]: (inner: (asked: Asked) => Observable<Sent>) => OperatorFunction<Asked, Sent>
} = {
  switch: (inner) => switchMap(inner),
  merge: (inner) => mergeMap(inner),
  concat: (inner) => concatMap(inner),
  exhaust: (inner) => exhaustMap(inner),
}

/** What RxJS's own operator makes of the schedule: `time type at/step`. */
function byOperator(asked: readonly (readonly [number, Script])[], flatten: Flatten, byKey: boolean): string[] {
  const scheduler = new VirtualTimeScheduler()
  scheduler.maxFrames = Number.POSITIVE_INFINITY
  const ask$ = new Subject<Asked>()
  const inner = ({ at, script }: Asked): Observable<Sent> =>
    stepsOf(at, script, scheduler).pipe(catchError(() => of(work.failed({ at }))))
  const operator = OPERATORS[flatten](inner) as OperatorFunction<
    { at: number; script: Script },
    { type: string; payload: object }
  >
  const all$: Observable<Sent> = byKey
    ? ask$.pipe(
        groupBy(({ script }) => script.key),
        mergeMap((group) => group.pipe(operator)),
      )
    : ask$.pipe(operator)
  const seen: string[] = []
  all$.subscribe(({ type, payload }) => seen.push(`${scheduler.now()} ${type} ${JSON.stringify(payload)}`))
  runSchedule(asked, scheduler, (at, script) => ask$.next({ at, script }))
  return seen
}

function byEffect(asked: readonly (readonly [number, Script])[], flatten: Flatten, byKey: boolean): string[] {
  const scheduler = new VirtualTimeScheduler()
  scheduler.maxFrames = Number.POSITIVE_INFINITY
  const effect = createEffect('work', {
    on: work.asked,
    flatten,
    ...(byKey && { key: ({ payload }: { payload: { script: Script } }) => payload.script.key }),
    run: ({ payload }) => stepsOf(payload.at, payload.script as Script, scheduler),
    failed: (_, { payload }) => work.failed({ at: payload.at }),
  })
  const store = createStore({ slices: [], effects: [effect], scheduler })
  const seen: string[] = []
  store.action$.subscribe(({ type, payload, time }) => {
    if (type !== work.asked.type) seen.push(`${time} ${type} ${JSON.stringify(payload)}`)
  })
  runSchedule(asked, scheduler, (at, script) => store.dispatch(work.asked({ at, script })))
  for (const run of store.runs) expect(run.status, JSON.stringify(run)).not.toMatch(/running|waiting/)
  return seen
}

function runSchedule(
  asked: readonly (readonly [number, Script])[],
  scheduler: VirtualTimeScheduler,
  ask: (at: number, script: Script) => void,
): void {
  let time = 0
  for (const [at, [gap, script]] of asked.entries()) {
    time += gap
    scheduler.schedule(() => ask(at, script), time)
  }
  scheduler.flush()
}

const flattens = ['switch', 'merge', 'concat', 'exhaust'] as const

describe('effects, for any schedule', () => {
  it.each(
    flattens.flatMap(
      (flatten) =>
        [
          [flatten, false],
          [flatten, true],
        ] as const,
    ),
  )('[EFF-2] sends with %s what the operator of RxJS sends (by key: %s)', (flatten, byKey) => {
    fc.assert(
      fc.property(schedule, (asked) => {
        expect(byEffect(asked, flatten, byKey)).toEqual(byOperator(asked, flatten, byKey))
      }),
      { numRuns: 300 },
    )
  })

  const game = createActions('game', {
    dealt: action<{ n: number; wait: number }>(),
    played: action<{ n: number }>(),
    scored: action<{ n: number }>(),
    lost: action<{ n: number }>(),
  })
  const sums = createSlice('sums', { dealt: 0, played: 0, scored: 0, lost: 0, causes: [] as string[] }, (on) => [
    on([game.dealt, game.played, game.scored, game.lost], (state, { type, payload, causedBy }) => {
      state[type.slice('game/'.length) as 'dealt'] += payload.n
      if (causedBy !== undefined) state.causes.push(type)
    }),
  ])
  /** Deals are played, at once or later or never; every play is scored; in free form, big plays are dealt again, smaller. */
  const effectsOf = (flatten: Flatten) => [
    createEffect('play', {
      on: game.dealt,
      flatten,
      key: ({ payload }) => payload.n % 2,
      run: ({ payload: { n, wait } }, { scheduler }) => {
        if (n % 7 === 0) throw new Error('unlucky')
        return wait === 0 ? [game.played({ n })] : timer(wait, scheduler).pipe(map(() => game.played({ n })))
      },
      failed: (_, { payload }) => game.lost({ n: payload.n }),
    }),
    createEffect('score', {
      on: game.played,
      flatten: 'merge',
      run: ({ payload }) => of([game.scored(payload), game.scored(payload)]),
      failed: (_, { payload }) => game.lost({ n: payload.n }),
    }),
    createStreamEffect('again', (action$) =>
      action$.pipe(
        mergeMap((record) =>
          game.scored.match(record) && record.payload.n > 5
            ? of(game.dealt({ n: record.payload.n - 5, wait: 1 }))
            : of(),
        ),
      ),
    ),
  ]
  const deals = fc.array(
    fc.record({
      gap: fc.integer({ min: 0, max: 5 }),
      n: fc.integer({ min: 0, max: 20 }),
      wait: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 15 },
  )

  it('[EFF-7] makes causes a forest: each record has one cause before it, and its roots came from outside', () => {
    fc.assert(
      fc.property(deals, fc.constantFrom(...flattens), (dealt, flatten) => {
        const { store, records, outside } = played(dealt, flatten)
        const before = new Set<RecordId>()
        for (const record of records) {
          if (record.causedBy === undefined) expect(outside.has(record)).toBe(true)
          else {
            expect(before.has(record.causedBy)).toBe(true)
            expect(record.effect).toBeDefined()
          }
          before.add(record.id)
        }
        // The journal tells the same: who sent what.
        const sent = store.runs.flatMap(({ run, emitted }) => emitted.map((id) => `${run} ${id}`)).sort()
        expect(sent).toEqual(records.flatMap(({ id, effect }) => (effect ? [`${effect.run} ${id}`] : [])).sort())
      }),
      { numRuns: 100 },
    )
  })

  it('[EFF-24] folds the log, with what effects answered in it, to the live state, and runs nothing', async () => {
    await fc.assert(
      fc.asyncProperty(deals, fc.constantFrom(...flattens), async (dealt, flatten) => {
        const { store, records } = played(dealt, flatten)
        const scheduler = new VirtualTimeScheduler()
        const again = createStore({
          slices: [sums],
          effects: effectsOf(flatten),
          scheduler,
          log: memoryLog({ records: records as readonly PlacedRecord[] }),
        })
        await again.ready
        scheduler.flush()
        expect(stateHash(again.getState())).toBe(stateHash(store.getState()))
        expect(again.timeline.playhead.head).toBe(records.length - 1)
        expect(again.runs.filter(({ effect }) => effect !== 'again')).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  function played(dealt: readonly { gap: number; n: number; wait: number }[], flatten: Flatten) {
    const scheduler = new VirtualTimeScheduler()
    scheduler.maxFrames = Number.POSITIVE_INFINITY
    const store = createStore({ slices: [sums], effects: effectsOf(flatten), scheduler })
    const outside = new Set<LogRecord>()
    let isOutside = false
    const records: LogRecord[] = []
    store.action$.subscribe((record) => {
      records.push(record)
      if (isOutside) outside.add(record)
      isOutside = false
    })
    store.error$.subscribe(() => {})
    let time = 0
    for (const { gap, n, wait } of dealt) {
      time += gap
      scheduler.schedule(() => {
        isOutside = true
        store.dispatch(game.dealt({ n, wait }))
      }, time)
    }
    scheduler.flush()
    return { store, records, outside }
  }
})

import { expectTypeOf } from 'expect-type'
import type { Observable } from 'rxjs'
import { EMPTY, from, map, of } from 'rxjs'
import type { Effect, FoldedRecord, LogRecord, Needs, RecordId, Store } from '../index.ts'
import {
  action,
  createActions,
  createEffect,
  createSelector,
  createSlice,
  createStore,
  createStreamEffect,
  fromEpic,
  topic,
} from '../index.ts'

// What must be inferred, and below it what must not compile.

interface Api {
  statement(id: string, signal: AbortSignal): Promise<readonly string[]>
}
const bank = createActions('bank', {
  statementAsked: action<{ id: string }>(),
  statementClosed: action<{ id: string }>(),
  statementLoaded: action<{ id: string; rows: readonly string[] }>(),
  statementFailed: action<{ id: string; reason: string }>(),
  opened: action<{ owner: string }>(),
})
const waiting = createSlice('waiting', {} as { [id: string]: RecordId }, () => [])
declare const api: Api

// ── as the design reads
const loadStatement = createEffect('loadStatement', {
  on: bank.statementAsked,
  flatten: 'switch',
  key: (a) => a.payload.id,
  cancelOn: { on: bank.statementClosed, key: (a) => a.payload.id },
  run: (a, { api, signal, get, scheduler }: Needs<{ api: Api }>) => {
    expectTypeOf(a).toEqualTypeOf<FoldedRecord<'bank/statementAsked', { id: string }>>()
    expectTypeOf(get(waiting)).toEqualTypeOf<{ readonly [id: string]: RecordId }>()
    expectTypeOf(scheduler.now()).toEqualTypeOf<number>()
    return from(api.statement(a.payload.id, signal)).pipe(
      map((rows) => bank.statementLoaded({ id: a.payload.id, rows })),
    )
  },
  failed: (error, a) => bank.statementFailed({ id: a.payload.id, reason: String(error) }),
})
expectTypeOf(loadStatement).toEqualTypeOf<Effect<{ api: Api }>>()

const failed = (error: unknown, a: { readonly payload: { readonly id: string } }) =>
  bank.statementFailed({ id: a.payload.id, reason: String(error) })
const whole = { on: bank.statementAsked, flatten: 'merge', failed } as const

// ── what a run may give
const noNeeds = createEffect('stream', { ...whole, run: () => EMPTY })
expectTypeOf(noNeeds).toEqualTypeOf<Effect<object>>()
createEffect('array', { ...whole, run: (a) => [bank.statementClosed(a.payload)] })
createEffect('promise', { ...whole, run: async (a) => bank.statementClosed(a.payload) })
createEffect('promise of nothing', { ...whole, run: async () => {} })
createEffect('batches', { ...whole, run: (a) => of([bank.statementClosed(a.payload)]) })
createEffect('iterable', {
  ...whole,
  run: async function* (a) {
    yield bank.statementClosed(a.payload)
  },
})
createEffect('several', {
  on: [bank.statementAsked, bank.statementClosed],
  flatten: 'exhaust',
  cancelOn: [bank.opened, bank.statementClosed],
  run: (a) => {
    expectTypeOf(a.type).toEqualTypeOf<'bank/statementAsked' | 'bank/statementClosed'>()
    return EMPTY
  },
  failed,
})
createEffect('topic', {
  on: topic('bank.*'),
  flatten: 'merge',
  run: (a) => {
    expectTypeOf(a.payload).toEqualTypeOf<unknown>()
    return EMPTY
  },
  failed: () => bank.opened({ owner: '' }),
})
createEffect('resume', { ...whole, run: () => EMPTY, resume: createSelector(waiting, (ids) => Object.values(ids)) })
createEffect('resume', {
  ...whole,
  run: () => EMPTY,
  resume: createSelector(waiting, (ids) => Object.keys(ids).map((id) => bank.statementAsked({ id }))),
})

// @ts-expect-error a forgotten return
createEffect('void', { ...whole, run: () => {} })
// @ts-expect-error what is no action
createEffect('number', { ...whole, run: () => of(42) })
// @ts-expect-error nor here
createEffect('promise of a number', { ...whole, run: async () => 42 })
// @ts-expect-error a creator that was not called
createEffect('uncalled', { ...whole, run: () => of(bank.statementClosed) })
// @ts-expect-error flatten is required
createEffect('no flatten', { on: bank.statementAsked, run: () => EMPTY, failed })
// @ts-expect-error failed is required
createEffect('no failed', { on: bank.statementAsked, flatten: 'merge', run: () => EMPTY })
// @ts-expect-error failed gives an action
createEffect('void failed', { on: bank.statementAsked, flatten: 'merge', run: () => EMPTY, failed: () => {} })
// @ts-expect-error no such strategy
createEffect('latest', { ...whole, flatten: 'latest', run: () => EMPTY })
// @ts-expect-error keys are primitives
createEffect('object key', { ...whole, run: () => EMPTY, key: (a) => a.payload })
createEffect('other', {
  ...whole,
  run: () => EMPTY,
  // @ts-expect-error resume gives actions of its trigger
  resume: createSelector(waiting, () => [bank.opened({ owner: '' })]),
})
// @ts-expect-error a dependency cannot be called like what every run is given
type Clash = Needs<{ signal: string }>

export type { Clash }

// ── what a store must be given
const counter = createStreamEffect('counter', (action$, { every, scheduler }: Needs<{ every: number }>) => {
  expectTypeOf(action$).toEqualTypeOf<Observable<LogRecord>>()
  expectTypeOf(scheduler.now()).toEqualTypeOf<number>()
  expectTypeOf(every).toEqualTypeOf<number>()
  return EMPTY
})
const store = createStore({ slices: [waiting], effects: [loadStatement, noNeeds, counter], deps: { api, every: 1 } })
expectTypeOf(store.getState()).toEqualTypeOf<{ readonly waiting: { readonly [id: string]: RecordId } }>()
const named: Store<{ readonly waiting: { readonly [id: string]: RecordId } }, { api: Api; every: number }> = store
void named
store.add(loadStatement)
createStore({ slices: [waiting], effects: [noNeeds] })
createStore({ slices: [waiting], effects: [] })
createStore({ slices: [waiting], effects: [createEffect('inline', { ...whole, run: () => EMPTY })] })
createStore({ slices: [waiting], deps: { api } }).add(loadStatement)

// @ts-expect-error deps are missing
createStore({ slices: [waiting], effects: [loadStatement] })
// @ts-expect-error one of them is missing
createStore({ slices: [waiting], effects: [loadStatement, counter], deps: { api } })
// @ts-expect-error one of them is another
createStore({ slices: [waiting], effects: [loadStatement], deps: { api: 1 } })
// @ts-expect-error a later effect needs what the store was not given
createStore({ slices: [waiting], effects: [loadStatement], deps: { api } }).add(counter)

// ── epics
const epic = fromEpic(
  'epic',
  (action$: Observable<{ type: 'a' }>, state$: Observable<{ n: number }>, { every }: { every: number }) => {
    void state$
    void every
    return action$
  },
)
expectTypeOf(epic).toEqualTypeOf<Effect<{ every: number }>>()

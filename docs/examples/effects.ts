// #region effect
import type { Needs } from '@playhead/core'
import {
  action,
  createActions,
  createEffect,
  createSelector,
  createSlice,
  createStore,
  createStreamEffect,
} from '@playhead/core'
import { debounceTime, filter, from, map, timer, VirtualTimeScheduler } from 'rxjs'

interface BankApi {
  statement(id: string, signal: AbortSignal): Promise<readonly string[]>
}

const bank = createActions('bank', {
  statementAsked: action<{ id: string }>(),
  statementClosed: action<{ id: string }>(),
  statementLoaded: action<{ id: string; rows: readonly string[] }>(),
  statementFailed: action<{ id: string; reason: string }>(),
})

const loadStatement = createEffect('loadStatement', {
  on: bank.statementAsked,
  flatten: 'switch', // what if it fires twice: the newer one wins
  key: (record) => record.payload.id, // … of the same account
  cancelOn: { on: bank.statementClosed, key: (record) => record.payload.id }, // what stops it
  run: ({ payload: { id } }, { api, signal }: Needs<{ api: BankApi }>) =>
    from(api.statement(id, signal)).pipe(map((rows) => bank.statementLoaded({ id, rows: [...rows] }))),
  failed: (error, { payload: { id } }) => bank.statementFailed({ id, reason: String(error) }), // what if it fails
})
// #endregion

// #region store
const statements = createSlice('statements', {} as { [id: string]: string }, (on) => [
  on(bank.statementAsked, (state, { payload }) => {
    state[payload.id] = 'loading'
  }),
  on([bank.statementLoaded, bank.statementFailed], (state, { payload }) => {
    state[payload.id] = 'rows' in payload ? `${payload.rows.length} rows` : payload.reason
  }),
])

const api: BankApi = {
  statement: (id) =>
    id === 'acc-0' ? Promise.reject(new Error('no such account')) : Promise.resolve(['rent', 'salary']),
}
const store = createStore({ slices: [statements], effects: [loadStatement], deps: { api } })

store.dispatch([bank.statementAsked({ id: 'acc-0' }), bank.statementAsked({ id: 'acc-1' })])
await new Promise((resolve) => setTimeout(resolve, 0))
console.log(store.get(statements)) // → { 'acc-0': 'Error: no such account', 'acc-1': '2 rows' }
// #endregion

// #region causes
const answer = store.recordAt(2)
console.log(answer?.type, answer?.effect) // → bank/statementFailed { name: 'loadStatement', run: 0 }
console.log(answer?.causedBy === store.recordAt(0)?.id) // → true
console.log(store.runs.map(({ run, key, status }) => `${run} ${key} ${status}`)) // → [ '0 acc-0 failed', '1 acc-1 done' ]
// #endregion

// #region ephemeral
const pointer = createActions('pointer', {
  moved: action<{ x: number; y: number }>({ ephemeral: true }),
  rested: action<{ x: number; y: number }>(),
})

const rest = createStreamEffect('rest', (action$, { scheduler }) =>
  action$.pipe(
    filter(pointer.moved.match),
    debounceTime(300, scheduler),
    map(({ payload }) => pointer.rested(payload)),
  ),
)
// #endregion

// #region virtual
const scheduler = new VirtualTimeScheduler()
const tested = createStore({ slices: [], effects: [rest], scheduler })
tested.dispatch(pointer.moved({ x: 1, y: 1 }))
tested.dispatch(pointer.moved({ x: 2, y: 2 }))
scheduler.flush() // 300 ms pass, at once
console.log(tested.timeline.playhead.head, tested.recordAt(0)?.payload) // → 0 { x: 2, y: 2 }
// #endregion

// #region resume
const payments = createActions('payments', { ordered: action<{ id: string }>(), executed: action<{ id: string }>() })

/** Orders on their way: payment by the record that ordered it. */
const orders = createSlice('orders', {} as { [payment: string]: string }, (on) => [
  on(payments.ordered, (state, { payload, id }) => {
    state[payload.id] = id
  }),
  on(payments.executed, (state, { payload }) => {
    delete state[payload.id]
  }),
])

const execute = createEffect('execute', {
  on: payments.ordered,
  flatten: 'concat',
  run: ({ payload }, { scheduler }) => timer(1_000, scheduler).pipe(map(() => payments.executed(payload))),
  failed: (_, { payload }) => payments.executed(payload),
  resume: createSelector(orders, (onTheirWay) => Object.keys(onTheirWay).map((id) => payments.ordered({ id }))),
})
// #endregion

// #region add
const paying = createStore({ slices: [orders], scheduler: new VirtualTimeScheduler() })
const added = paying.add(execute)
added.remove() // stops its runs
// #endregion

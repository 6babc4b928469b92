import { expectTypeOf } from 'expect-type'
import type { Observable } from 'rxjs'
import { filter, from, of } from 'rxjs'
import type {
  Action,
  Blame,
  DeferredAction,
  DerivedTable,
  Draft,
  Frozen,
  Immutable,
  On,
  Playhead,
  Selector,
  Slice,
  StateChange,
  StateOf,
  Store,
  Table,
  TableDraft,
} from './index.ts'
import {
  action,
  castDraft,
  createActions,
  createAggregate,
  createDerivedTable,
  createSelector,
  createSelectorFamily,
  createSlice,
  createStore,
  prepared,
  table,
} from './index.ts'

// What must be inferred, and below it what must not compile.

type AccountId = string & { readonly __account: true }
interface Account {
  id: AccountId
  owner: string
  minor: number
}
interface Row {
  n: number
  tags: string[]
}
interface StatementState {
  rows: Row[]
  status: 'idle' | 'loading' | 'failed'
  reason?: string
}
declare const id: AccountId

const bank = createActions('bank', {
  opened: action<{ id: AccountId; owner: string }>(),
  transferred: prepared((context, from: AccountId, to: AccountId, minor: number) => ({
    at: context.now(),
    from,
    to,
    minor,
  })),
  closed: action(),
  failed: action<{ id: AccountId; reason: string }>(),
  loaded: action<{ rows: Row[] }>({ version: 2, upcast: { 1: (old: { lines: Row[] }) => ({ rows: old.lines }) } }),
  loadedReadonly: action<{ rows: readonly Row[] }>(),
  optional: action<string | undefined>(),
  loose: action<any>(),
  rich: action<{ at: Date; rates: ReadonlyMap<string, bigint>; tags: ReadonlySet<string>; raw: Uint8Array }>(),
})

// ── actions
expectTypeOf(bank.opened.type).toEqualTypeOf<'bank/opened'>()
expectTypeOf(bank.transferred).parameters.toEqualTypeOf<[from: AccountId, to: AccountId, minor: number]>()
expectTypeOf(bank.transferred).returns.toEqualTypeOf<
  DeferredAction<'bank/transferred', { at: number; from: AccountId; to: AccountId; minor: number }>
>()
expectTypeOf(bank.closed).parameters.toEqualTypeOf<[]>()
expectTypeOf(bank.closed()).toEqualTypeOf<Action<'bank/closed', undefined>>()
bank.optional()
bank.optional('x')
bank.loose(1)
const onClick: (event: { type: string }) => unknown = bank.closed
void onClick

// @ts-expect-error wrong field type
bank.opened({ id, owner: 1 })
// @ts-expect-error missing field
bank.opened({ id })
// @ts-expect-error unknown field
bank.opened({ id, owner: 'Ann', nope: 1 })
// @ts-expect-error missing payload
bank.opened()
// @ts-expect-error a plain string is not an AccountId
bank.opened({ id: 'acc-1', owner: 'Ann' })
// @ts-expect-error surplus payload
bank.closed({ id })
// @ts-expect-error prepared: wrong argument
bank.transferred(id, id, '100')
// @ts-expect-error prepared: the payload is not made before intake
bank.transferred(id, id, 100).payload.at
// @ts-expect-error no such action
bank.reopened()

createActions('bad', {
  upcastShape: action<{ rows: number[] }>({
    version: 2,
    // @ts-expect-error upcaster gives another shape
    upcast: { 1: (old: { lines: number[] }) => ({ lines: old.lines }) },
  }),
  // @ts-expect-error `old` must be annotated
  upcastBlind: action<{ n: number }>({ version: 2, upcast: { 1: (old) => ({ n: old.m }) } }),
  // @ts-expect-error a function cannot be stored
  callback: action<{ done: () => void }>(),
  // @ts-expect-error nor a promise, however deep
  promise: action<{ list: { later: Promise<number> }[] }>(),
  // @ts-expect-error nor an instance with methods
  url: action<{ at: URL }>(),
  // @ts-expect-error nor what prepare makes of one
  preparedCallback: prepared((context) => ({ at: context.now(), done: () => 1 })),
  // @ts-expect-error not a definition
  plain: { type: 'x' },
})

// ── slices and drafts
const ledger = createSlice('ledger', { accounts: table<AccountId, Account>() }, (on) => [
  on(bank.opened, (state, { payload }) => {
    state.accounts.set(payload.id, { ...payload, minor: 0 })
  }),
  on(bank.transferred, (state, { payload, time }) => {
    expectTypeOf(time).toEqualTypeOf<number>()
    state.accounts.update(payload.from, (account) => {
      account.minor -= payload.minor
    })
  }),
])
const initialStatement: StatementState = { rows: [], status: 'idle' }
const statement = createSlice('statement', initialStatement, (on) => [
  on(bank.loaded, (state, { payload }) => {
    state.rows = payload.rows
    state.status = 'idle'
  }),
  on(bank.loadedReadonly, (state, { payload }) => {
    state.rows = castDraft(payload.rows)
    delete state.reason
  }),
  on([bank.opened, bank.closed, bank.failed], (state, record) => {
    if (record.type === 'bank/failed') state.reason = record.payload.reason
    else if (bank.opened.match(record)) state.reason = record.payload.owner
    else expectTypeOf(record.payload).toEqualTypeOf<undefined>()
  }),
])
const count = createSlice('count', 0, (on) => [on(bank.closed, (n) => n + 1), ...shared(on)])
function shared(on: On<number>) {
  return [on(bank.opened, (n) => n + 1)]
}
expectTypeOf(count).toEqualTypeOf<Slice<'count', number>>()
expectTypeOf(ledger.name).toEqualTypeOf<'ledger'>()
expectTypeOf(statement.initial.status).toEqualTypeOf<'idle' | 'loading' | 'failed'>()

createSlice('whole', table<string, number>(), (on) => [
  on(bank.closed, (t) => {
    expectTypeOf(t).toEqualTypeOf<TableDraft<string, number>>()
    t.set('x', 1)
    t.update('x', (n) => n + 1)
  }),
  on(bank.opened, (t) => t.delete('x')),
])
interface Nested {
  readonly owners: Table<string, { name: string; accounts: Table<number, { minor: number }> }>
  readonly list: readonly { readonly n: number }[]
  readonly dict: ReadonlyMap<string, { readonly n: number }>
}
const nested: Nested = { owners: table(), list: [], dict: new Map() }
createSlice('nested', nested, (on) => [
  on(bank.closed, (draft) => {
    draft.list.push({ n: 1 })
    draft.dict.set('x', { n: 1 })
    draft.owners.update('ann', (owner) => {
      owner.name = 'Ann'
      owner.accounts.update(1, (account) => {
        account.minor++
      })
    })
  }),
  on(bank.opened, (draft) => ({ ...draft, list: [] })),
])
expectTypeOf<Draft<Draft<Nested>>>().toEqualTypeOf<Draft<Nested>>()
expectTypeOf<Immutable<Immutable<Nested>>>().toEqualTypeOf<Immutable<Nested>>()
expectTypeOf<Draft<any>>().toBeAny()

declare function existing<T>(value: T | undefined): T

createSlice('bad', { n: 0, rows: table<AccountId, { readonly minor: number }>() }, (on) => [
  on(bank.opened, (state) => {
    // @ts-expect-error unknown draft field
    state.m = 1
  }),
  on(bank.opened, (state) => {
    // @ts-expect-error wrong type into a draft field
    state.n = '1'
  }),
  on(bank.opened, (state, { payload }) => {
    // @ts-expect-error unknown payload field
    state.n = payload.minor
  }),
  // @ts-expect-error wrong return
  on(bank.opened, () => ({ n: 1 })),
  // @ts-expect-error an expression body returns the number it assigned
  on(bank.opened, (state) => (state.n += 1)),
  on(bank.opened, (state) => {
    // @ts-expect-error wrong key
    state.rows.get('acc-1')
  }),
  on(bank.opened, (state) => {
    // @ts-expect-error wrong row
    state.rows.set(id, { minor: '0' })
  }),
  on(bank.opened, (state) => {
    state.rows.update(id, (row) => {
      // @ts-expect-error unknown row field
      row.major = 1
    })
  }),
  on(bank.opened, (state) => {
    // @ts-expect-error a row from get is read-only
    existing(state.rows.get(id)).minor = 1
  }),
  on(bank.opened, (state, record) => {
    // @ts-expect-error reducers never read an offset
    state.n = record.offset
  }),
  on(bank.opened, (_, record) => {
    // @ts-expect-error a record never changes
    record.time = 1
  }),
  on([bank.opened, bank.failed], (_, { payload }) => {
    // @ts-expect-error no common field without narrowing
    void payload.reason
  }),
  // @ts-expect-error an action, not a creator
  on(bank.closed(), () => {}),
])
// @ts-expect-error a function cannot be stored in state
createSlice('badState', { f: () => 1 }, () => [])

// ── selectors
const total = createSelector(ledger, (s) => s.accounts.values().reduce((sum, account) => sum + account.minor, 0))
const balanceOf = createSelectorFamily(ledger, (s, account: AccountId) => s.accounts.get(account)?.minor ?? 0)
const summary = createSelector(
  [total, statement, count],
  (minor, s, n) => `${minor}, ${s.rows.length}, ${n.toFixed(0)}`,
)
const isPoor = createSelectorFamily((account: AccountId) =>
  createSelector([balanceOf(account), total], (mine, all) => mine < all / 100),
)
expectTypeOf(total).toEqualTypeOf<Selector<number>>()
expectTypeOf(summary).toEqualTypeOf<Selector<string>>()
expectTypeOf(balanceOf).toEqualTypeOf<(account: AccountId) => Selector<number>>()
expectTypeOf(isPoor).toEqualTypeOf<(account: AccountId) => Selector<boolean>>()

// @ts-expect-error unknown field
createSelector(ledger, (s) => s.nope)
// @ts-expect-error wrong key type to table.get
createSelector(ledger, (s) => s.accounts.get(1))
// @ts-expect-error selectors read: a table outside a draft has no set
createSelector(ledger, (s) => s.accounts.set(id, { id, owner: '', minor: 0 }))
createSelector(statement, (s) => {
  // @ts-expect-error selectors read: no assignment
  s.status = 'idle'
})
// @ts-expect-error selectors read: no sorting in place
createSelector(statement, (s) => s.rows.sort())
// @ts-expect-error wrong selector argument
balanceOf('acc-1')
// @ts-expect-error missing selector argument
balanceOf()
// @ts-expect-error arguments are looked up: no objects
createSelectorFamily(ledger, (s, query: { id: AccountId }) => s.accounts.get(query.id))
// @ts-expect-error one value per input
createSelector([total, statement], (a, b, c) => [a, b, c])

// ── store
const store = createStore({ slices: [ledger, statement, count] })
expectTypeOf(store.getState().statement.status).toEqualTypeOf<'idle' | 'loading' | 'failed'>()
expectTypeOf<keyof StateOf<[typeof ledger, typeof count]>>().toEqualTypeOf<'ledger' | 'count'>()
expectTypeOf(store.get(ledger)).toEqualTypeOf<Frozen<{ accounts: Table<AccountId, Account> }>>()
expectTypeOf(store.select(total)).toEqualTypeOf<Observable<number>>()
expectTypeOf(store.at(new Date()).get(balanceOf(id))).toEqualTypeOf<number>()
expectTypeOf(store.timeline.fork().get(total)).toEqualTypeOf<number>()

// ── timeline and slices that come later
const found = store.timeline.runUntil((view, { offset, type }) => {
  expectTypeOf(view.getState().statement.status).toEqualTypeOf<'idle' | 'loading' | 'failed'>()
  expectTypeOf(type).toEqualTypeOf<string>()
  return view.get(total) > offset
})
expectTypeOf(found).toEqualTypeOf<Promise<Playhead | undefined>>()
const whatIf = store.timeline.fork({
  at: new Date(),
  without: [1],
  replace: { 2: bank.transferred(id, id, 5), 3: ({ payload }) => ({ type: 'x', payload }) },
  insert: { [-1]: [bank.closed()] },
  order: [5, 4],
})
expectTypeOf(whatIf.getState()).toEqualTypeOf(store.getState())
expectTypeOf(store.timeline.blame(balanceOf(id))).toEqualTypeOf<AsyncIterable<Blame>>()
store.timeline.blame(['ledger', 'accounts', id, 'minor'])
expectTypeOf(store.timeline.diff(0, new Date())).toEqualTypeOf<readonly StateChange[]>()
const lateSlice = createSlice('late', { n: 0 }, () => [])
const withLate = await store.add(lateSlice).ready
expectTypeOf(withLate.getState().late).toEqualTypeOf<Frozen<{ n: number }>>()
expectTypeOf(withLate.getState().statement).toEqualTypeOf(store.getState().statement)
expectTypeOf(store.replace([ledger, count])).toEqualTypeOf<Promise<void>>()
// @ts-expect-error a slice is not known before it is added
store.getState().late
// @ts-expect-error the creator, its call forgotten
store.timeline.fork({ insert: { 3: [bank.closed] } })
// @ts-expect-error a predicate answers yes or no
void store.timeline.runUntil((view) => view.get(total))
// @ts-expect-error a path has names and numbers
store.timeline.blame(['ledger', true])

// ── dispatch
expectTypeOf(store.dispatch(bank.transferred(id, id, 1)).payload.at).toEqualTypeOf<number>()
const [first, second] = store.dispatch([bank.closed(), bank.optional('x')])
expectTypeOf(first).toEqualTypeOf<Action<'bank/closed', undefined>>()
expectTypeOf(second.payload).toEqualTypeOf<string | undefined>()
expectTypeOf(store.dispatch({ type: 'ADD_TODO', text: 'hello' }).text).toEqualTypeOf<string>()
bank.loaded({ rows: store.get(statement).rows })
store.connect(of(bank.closed()))
store.connect(from([1, 2]), (n) => (n > 1 ? bank.closed() : undefined))
expectTypeOf(store.action$.pipe(filter(bank.opened.match))).toMatchTypeOf<Observable<{ payload: { owner: string } }>>()
const anyStore = (any: Store) => any.get(count)
anyStore(store)

// @ts-expect-error the creator, its call forgotten
store.dispatch(bank.closed)
// @ts-expect-error no type
store.dispatch({ payload: 1 })
// @ts-expect-error a thunk
store.dispatch((dispatch: unknown) => dispatch)
// @ts-expect-error one of several has no type
store.dispatch([bank.closed(), { payload: 1 }])
// @ts-expect-error a slice that is not there
store.getState().cards
// @ts-expect-error state is not assigned
store.getState().statement.status = 'idle'
// @ts-expect-error numbers are not actions
store.connect(of(1))
// @ts-expect-error a selector, not a function of state
store.get((s: object) => s)
// @ts-expect-error a place is an offset or a Date
store.at('yesterday')
// @ts-expect-error payloads from action$ are unknown until matched
store.action$.pipe(filter((record) => record.payload.minor > 0))
// @ts-expect-error a store with less state
export const smaller: Store<{ cards: number }> = store

// ── an equality that was written for something wider, by name or in place
declare const sameTexts: (before: readonly string[], after: readonly string[]) => boolean
const texts = createSelector([total, count], (a, b) => [String(a), String(b)], { equal: sameTexts })
expectTypeOf(texts).toEqualTypeOf<Selector<string[]>>()
expectTypeOf(createSelector(total, (n) => [n], { equal: (a, b) => a[0] === b[0] })).toEqualTypeOf<Selector<number[]>>()
expectTypeOf(
  createSelectorFamily(ledger, (_, account: AccountId) => [account as string], { equal: sameTexts }),
).toEqualTypeOf<(account: AccountId) => Selector<string[]>>()
// @ts-expect-error an equality of other values
createSelector(total, (n) => [n], { equal: sameTexts })

// ── aggregates and derived tables
const totalMinor = createAggregate(ledger, (state) => state.accounts, {
  initial: 0,
  add: (sum, account, key) => {
    expectTypeOf(account).toEqualTypeOf<Immutable<Account>>()
    expectTypeOf(key).toEqualTypeOf<AccountId>()
    return sum + account.minor
  },
  remove: (sum, account) => sum - account.minor,
})
expectTypeOf(totalMinor).toEqualTypeOf<Selector<number>>()
const totalsByOwner = createAggregate(ledger, (state) => state.accounts, {
  by: (account) => account.owner,
  initial: 0n,
  add: (sum, account) => sum + BigInt(account.minor),
  remove: (sum, account) => sum - BigInt(account.minor),
})
expectTypeOf(totalsByOwner).toEqualTypeOf<Selector<DerivedTable<string, bigint>>>()
const overdrawn = createDerivedTable(ledger, (state) => state.accounts, {
  where: (account) => account.minor < 0,
  order: (a, b) => a.minor - b.minor,
  limit: 10,
})
expectTypeOf(overdrawn).toEqualTypeOf<Selector<DerivedTable<AccountId, Account>>>()
expectTypeOf(createDerivedTable(overdrawn, { limit: 1 })).toExtend<Selector<DerivedTable<AccountId, Account>>>()
expectTypeOf(
  createAggregate(overdrawn, { initial: 0, add: (count) => count + 1, remove: (count) => count - 1 }),
).toEqualTypeOf<Selector<number>>()
expectTypeOf(createSelectorFamily(overdrawn, (rows, at: number) => rows.at(at)?.[1].owner)).returns.toEqualTypeOf<
  Selector<string | undefined>
>()
// @ts-expect-error a number is no table
createAggregate(count, { initial: 0, add: (sum: number) => sum, remove: (sum: number) => sum })
// @ts-expect-error a sum of another type
createAggregate(ledger, (state) => state.accounts, { initial: 0, add: () => '', remove: () => '' })
createDerivedTable(ledger, (state) => state.accounts, {
  where: (account) => {
    // @ts-expect-error rows are read-only
    account.minor = 0
    return true
  },
})

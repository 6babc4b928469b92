import type { Dispatch, Selector, Store, Table } from '@playhead/core'
import {
  action,
  createActions,
  createSelector,
  createSelectorFamily,
  createSlice,
  createStore,
  prepared,
  table,
} from '@playhead/core'
import { expectTypeOf } from 'expect-type'
import { interval, of } from 'rxjs'
import type { Hooks, TimelineHandle, UndoHandle } from './index.ts'
import { createHooks } from './index.ts'

type AccountId = string & { readonly __account: true }
declare const id: AccountId

const bank = createActions('bank', {
  opened: action<{ id: AccountId; owner: string }>(),
  closed: action(),
  transferred: prepared((ctx, from: AccountId, to: AccountId, minor: number) => ({
    transferId: ctx.id(),
    from,
    to,
    minor,
  })),
})
const ledger = createSlice('ledger', { accounts: table<AccountId, { owner: string; minor: number }>() }, (on) => [
  on(bank.opened, (state, { payload }) => state.accounts.set(payload.id, { owner: payload.owner, minor: 0 })),
])
const balanceOf = createSelectorFamily(ledger, (state, account: AccountId) => state.accounts.get(account)?.minor ?? 0)
const owners = createSelector(ledger, (state) =>
  state.accounts
    .values()
    .map(({ owner }) => owner)
    .toArray(),
)
const store = createStore({ slices: [ledger] })

// type rule [RCT-16]
const hooks = createHooks(store)
const { useSelector, useActions, useDispatch, useTimeline, useStream, StoreProvider } = hooks
expectTypeOf(hooks).toEqualTypeOf<Hooks>()
expectTypeOf(createHooks()).toEqualTypeOf<Hooks>()

// Compiled only. A hook, because hooks are called in it.
export function useEverything() {
  // useSelector: a slice is a selector of its state, read-only; a family gives one for its argument
  expectTypeOf(useSelector(balanceOf(id))).toEqualTypeOf<number>()
  expectTypeOf(useSelector(owners)).toEqualTypeOf<string[]>()
  expectTypeOf(useSelector(ledger).accounts).toEqualTypeOf<Table<AccountId, { owner: string; minor: number }>>()
  expectTypeOf(useSelector({} as Selector<'a' | undefined>)).toEqualTypeOf<'a' | undefined>()
  // @ts-expect-error the family, not a selector
  useSelector(balanceOf)
  // @ts-expect-error wrong selector argument
  useSelector(balanceOf('acc-1'))
  // @ts-expect-error a function of state is no selector
  useSelector((state: object) => state)
  // @ts-expect-error state is not assigned
  useSelector(ledger).accounts = table()

  // useActions: the creators' own arguments, and what dispatch gives back
  expectTypeOf(useActions(bank).transferred).parameters.toEqualTypeOf<[from: AccountId, to: AccountId, minor: number]>()
  expectTypeOf(useActions(bank).transferred).returns.toExtend<{ payload: { transferId: string; minor: number } }>()
  expectTypeOf(useActions(bank).opened).returns.toExtend<{ type: 'bank/opened'; payload: { owner: string } }>()
  expectTypeOf(useActions(bank).closed).parameters.toEqualTypeOf<[]>()
  // @ts-expect-error wrong payload
  useActions(bank).opened({ id: 1, owner: 'Ann' })
  // @ts-expect-error unknown field
  useActions(bank).opened({ id, owner: 'Ann', nope: 1 })
  // @ts-expect-error missing arguments
  useActions(bank).transferred(id)
  // @ts-expect-error unknown action
  useActions(bank).renamed()
  // @ts-expect-error a slice is no group of creators
  useActions(ledger)

  // useDispatch
  expectTypeOf(useDispatch()).toEqualTypeOf<Dispatch>()
  expectTypeOf(useDispatch()(bank.transferred(id, id, 1)).payload.transferId).toEqualTypeOf<string>()
  // @ts-expect-error the creator was not called
  useDispatch()(bank.closed)

  // useUndo
  expectTypeOf(hooks.useUndo()).toEqualTypeOf<UndoHandle>()
  expectTypeOf(hooks.useUndo().undoStep?.label).toEqualTypeOf<string | undefined>()
  // @ts-expect-error -- a button's handler takes no target: that is store.undo
  hooks.useUndo().undo({ ids: [] })

  // useTimeline
  expectTypeOf(useTimeline()).toEqualTypeOf<TimelineHandle>()
  expectTypeOf(useTimeline().status).toEqualTypeOf<'live' | 'parked' | 'playing' | 'seeking'>()
  expectTypeOf(useTimeline().time).toEqualTypeOf<number | undefined>()
  // @ts-expect-error a place is an offset or a Date
  useTimeline().seek('yesterday')
  // @ts-expect-error the playhead is moved, not assigned
  useTimeline().offset = 1

  // useStream
  expectTypeOf(useStream(interval(1))).toEqualTypeOf<number | undefined>()
  expectTypeOf(useStream(interval(1), null)).toEqualTypeOf<number | null>()
  expectTypeOf(useStream(of('a'), 0)).toEqualTypeOf<string | number>()
  expectTypeOf(useStream({} as AsyncIterable<Date>)).toEqualTypeOf<Date | undefined>()
  expectTypeOf(useStream({} as { onValue(handler: (value: 7) => unknown): () => void })).toEqualTypeOf<7 | undefined>()
  // @ts-expect-error not a stream
  useStream(7)
}

// StoreProvider: any store; a store's own type of state does not matter to hooks
declare const plain: Store
export const pages = [
  <StoreProvider key="store" store={store} />,
  <StoreProvider key="plain" store={plain} at={12} />,
  <StoreProvider key="date" store={store} at={new Date(0)}>
    text
  </StoreProvider>,
  // @ts-expect-error no store
  <StoreProvider key="none" />,
  // @ts-expect-error a place is an offset or a Date
  <StoreProvider key="text" store={store} at="yesterday" />,
]

// #region ledger
import {
  action,
  createActions,
  createSelector,
  createSelectorFamily,
  createSlice,
  createStore,
  table,
} from '@playhead/core'

const bank = createActions('bank', {
  opened: action<string>(),
  paid: action<{ to: string; minor: number }>(),
})
const ledger = createSlice('ledger', { accounts: table<string, { minor: number }>() }, (on) => [
  on(bank.opened, (state, { payload }) => {
    state.accounts.set(payload, { minor: 0 })
  }),
  on(bank.paid, (state, { payload: { to, minor } }) => {
    state.accounts.update(to, (account) => {
      account.minor += minor
    })
  }),
])
const total = createSelector(ledger, ({ accounts }) => accounts.values().reduce((sum, { minor }) => sum + minor, 0))
const balanceOf = createSelectorFamily(ledger, ({ accounts }, id: string) => accounts.get(id)?.minor)

const store = createStore({ slices: [ledger] })
store.dispatch([bank.opened('ann'), bank.opened('bob')]) // 0, 1
store.dispatch([bank.paid({ to: 'ann', minor: 500 }), bank.paid({ to: 'bob', minor: 70 })]) // 2, 3
store.dispatch(bank.paid({ to: 'ann', minor: 20 })) // 4
// #endregion

// #region play
store.timeline.play({ speed: 4, maxIdleMs: 1_000 }) // at the head: from the beginning
await store.timeline.seek(2) // goes on playing from there
store.timeline.pause()
console.log(store.get(total)) // → 500

store.timeline.loop({ from: 1, to: 3 }, { speed: 16 })
store.timeline.live()
console.log(store.get(total)) // → 590
// #endregion

// #region run-until
const found = await store.timeline.runUntil((view) => view.get(total) > 550, { from: -1 })
console.log(found?.offset, found?.status) // → 3 parked
store.timeline.live()
// #endregion

// #region fork
const whatIf = store.timeline.fork({
  without: [3],
  replace: { 2: bank.paid({ to: 'ann', minor: 5 }) },
  insert: { 4: [bank.paid({ to: 'bob', minor: 1_000 })] },
})
await whatIf.ready
console.log(whatIf.get(total), store.get(total)) // → 1025 590

const { origin } = whatIf.timeline
console.log(origin?.shared, origin?.parentOffset(3), origin?.parentOffset(4)) // → 1 4 undefined
// #endregion

// #region diff
const [change] = store.timeline.diff(3, 4)
console.log(change?.kind, change?.path) // → changed [ 'ledger', 'accounts', 'ann', 'minor' ]
// #endregion

// #region blame
const story: string[] = []
for await (const { record, before, after } of store.timeline.blame(balanceOf('ann'))) {
  story.push(`${record.offset} ${record.type}: ${before} → ${after}`)
}
console.log(story.length, story[0]) // → 3 4 bank/paid: 500 → 520
// #endregion

// #region add
const counts = createSlice('counts', 0, (on) => [on(bank.paid, (n) => n + 1)])
const added = store.add(counts)
const withCounts = await added.ready
console.log(withCounts.getState().counts) // → 3
// #endregion

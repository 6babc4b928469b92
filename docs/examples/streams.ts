import { action, createActions, createSelector, createSlice, createStore, fromEvents, fromStream } from '@playhead/core'
import { map, merge } from 'rxjs'

const rates = createActions('rates', { quoted: action<number>(), halted: action() })
const latest = createSlice('latest', 0, (on) => [on(rates.quoted, (_, { payload }) => payload)])
const rounded = createSelector(latest, (rate) => Math.round(rate * 100) / 100)
const store = createStore({ slices: [latest] })

/** Stands for a button, a socket or a worker. */
const target = new EventTarget()

// #region events
const halts = store.connect(fromEvents<Event>(target, 'halt'), () => rates.halted())
// #endregion

// #region iterable
async function* quotes() {
  yield 1.081
  yield 1.0934
}
store.connect(quotes(), (rate) => rates.quoted(rate))
// #endregion

// #region merged
const quote$ = merge(
  fromStream(quotes()),
  fromEvents<CustomEvent<number>>(target, 'quote').pipe(map(({ detail }) => detail)),
)
const merged = store.connect(quote$, (rate) => rates.quoted(rate))
// #endregion

await new Promise((resolve) => setTimeout(resolve))
target.dispatchEvent(new CustomEvent('quote', { detail: 1.1049 }))
target.dispatchEvent(new Event('halt'))
console.log(store.get(rounded), store.timeline.playhead.head) // → 1.1 5
halts.unsubscribe()
merged.unsubscribe()

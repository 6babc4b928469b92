// #region connect
import { action, createActions, createSlice, createStore } from '@playhead/core'
import { filter, map, Subject } from 'rxjs'

const rates = createActions('rates', { quoted: action<{ pair: string; rate: number }>() })
const latest = createSlice('latest', {} as { [pair: string]: number }, (on) => [
  on(rates.quoted, (state, { payload }) => {
    state[payload.pair] = payload.rate
  }),
])
const store = createStore({ slices: [latest], parked: 'refuse' })

/** Stands for a socket. */
const message$ = new Subject<string>()
const connection = store.connect(
  message$.pipe(
    map((text) => text.split(' ')),
    filter((words) => words.length === 2),
  ),
  ([pair = '', rate = '']) => rates.quoted({ pair, rate: Number(rate) }),
)
// #endregion

// #region emit
message$.next('EURUSD 1.08')
message$.next('hello')
message$.next('EURUSD 1.09')
console.log(store.get(latest)) // → { EURUSD: 1.09 }
// #endregion

// #region parked
await store.timeline.seek(0)
message$.next('EURUSD 1.10')
console.log(store.get(latest), store.live.get(latest)) // → { EURUSD: 1.08 } { EURUSD: 1.1 }
// #endregion

// #region end
connection.unsubscribe()
console.log(message$.observed) // → false
// #endregion

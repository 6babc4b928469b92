import { VirtualTimeScheduler } from 'rxjs'
import type { ParkedPolicy, Store } from '../index.ts'
import { action, createActions, createRecords, createSlice, createStore, memoryLog } from '../index.ts'

export const counter = createActions('timeline', { added: action<number>(), noticed: action() })
export const count = createSlice('count', 0, (on) => [on(counter.added, (n, { payload }) => n + payload)])

/** A store whose log has a record at each of these times; the n-th adds n. Its scheduler moves when it is told to. */
export function recordedAt(...times: number[]) {
  return recorded(times, 'append')
}

export function recorded(times: readonly number[], parked: ParkedPolicy) {
  const scheduler = new VirtualTimeScheduler()
  const records = createRecords(
    times.map((time, i) => ({ time, action: counter.added(i + 1) })),
    { client: 'c', random: () => 0 },
  )
  const store = createStore({ slices: [count], log: memoryLog({ records }), scheduler, parked })
  return {
    store,
    scheduler,
    moves: movesOf(store, scheduler),
    /** Lets virtual time go on to a moment. */
    until(ms: number) {
      scheduler.maxFrames = ms
      scheduler.flush()
      scheduler.frame = ms
    },
  }
}

/** Each change of the playhead, as `at the ms of the scheduler: offset status`. */
function movesOf(store: Store, scheduler: VirtualTimeScheduler): string[] {
  const moves: string[] = []
  store.timeline.playhead$.subscribe(({ offset, status }) => moves.push(`${scheduler.now()}: ${offset} ${status}`))
  moves.length = 0
  return moves
}

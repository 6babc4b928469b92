import { action, createActions, createSlice, createStore } from '@playhead/core'
import { VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { TimePlace } from './TimePlace.ts'
import { TimeView } from './TimeView.ts'

const counter = createActions('time-view', { added: action<number>() })
const count = createSlice('count', 0, (on) => [on(counter.added, (sum, { payload }) => sum + payload)])

function viewOf(records: number) {
  const scheduler = new VirtualTimeScheduler()
  let now = 0
  const store = createStore({ slices: [count], scheduler, clock: { now: () => (now += 400) } })
  for (let record = 0; record < records; record++) store.dispatch(counter.added(1))
  const until = (ms: number) => {
    scheduler.maxFrames = ms
    scheduler.flush()
  }
  const view = new TimeView(store)
  const seen: TimePlace[] = []
  view.place$.subscribe((place) => seen.push(place))
  return { store, view, seen, until }
}

describe('TimeView', () => {
  it('[TIM-1] looks at all that is booked until it is moved', () => {
    expect(viewOf(3).view.place).toEqual({ axis: 'booked', day: undefined })
  })

  it('[TIM-2] keeps the booked day apart from the log: the playhead stays live', () => {
    const { view, store } = viewOf(3)
    view.viewDay('2025-03-14')
    expect(view.place).toEqual({ axis: 'booked', day: '2025-03-14' })
    expect(store.timeline.playhead.status).toBe('live')
  })

  it('[TIM-3] moves the playhead along the recorded axis, and shows where it stands', async () => {
    const { view, store } = viewOf(3)
    await view.viewRecord(1)
    expect(view.place).toEqual({ axis: 'recorded', offset: 1 })
    expect(store.get(count)).toBe(2)
  })

  it('[TIM-3] follows a playhead that something else has moved', async () => {
    const { view, store } = viewOf(3)
    view.viewDay('2025-03-14')
    await store.timeline.seek(0)
    expect(view.place).toEqual({ axis: 'recorded', offset: 0 })
    store.timeline.live()
    expect(view.place).toEqual({ axis: 'recorded', offset: undefined })
  })

  it('[TIM-4] is in the past on one axis at a time', async () => {
    const { view, store, seen } = viewOf(3)
    await view.viewRecord(1)
    view.viewDay('2025-03-14')
    expect(view.place).toEqual({ axis: 'booked', day: '2025-03-14' })
    expect(store.timeline.playhead.status).toBe('live')
    view.chooseAxis('recorded')
    expect(view.place).toEqual({ axis: 'recorded', offset: undefined })
    // Nothing in between that was never asked for.
    expect(seen.slice(1)).toEqual([
      { axis: 'recorded', offset: 1 },
      { axis: 'booked', day: '2025-03-14' },
      { axis: 'recorded', offset: undefined },
    ])
  })

  it('[TIM-5] comes back to now on the axis it is on', async () => {
    const { view } = viewOf(3)
    await view.viewRecord(1)
    view.now()
    expect(view.place).toEqual({ axis: 'recorded', offset: undefined })
    view.viewDay('2025-03-14')
    view.now()
    expect(view.place).toEqual({ axis: 'booked', day: undefined })
  })

  it('[TIM-11] plays the recorded axis from its beginning when live, and pauses where it is', () => {
    const { view, store, until } = viewOf(3)
    view.play(1)
    expect(view.place).toEqual({ axis: 'recorded', offset: -1 })
    until(600)
    expect(store.timeline.playhead.status).toBe('playing')
    const { offset } = store.timeline.playhead
    view.pause()
    until(10_000)
    expect(view.place).toEqual({ axis: 'recorded', offset })
    view.play(64)
    until(20_000)
    expect(view.place).toEqual({ axis: 'recorded', offset: undefined })
  })

  it('[TIM-11] stops playing for another axis, a day, or now', () => {
    for (const leave of [
      (view: TimeView) => view.chooseAxis('booked'),
      (view: TimeView) => view.viewDay('2025-03-14'),
      (view: TimeView) => view.now(),
    ]) {
      const { view, store, until } = viewOf(3)
      view.play(1)
      leave(view)
      until(10_000)
      expect(store.timeline.playhead.status).toBe('live')
    }
  })

  it('[TIM-6] stays where it is when a record lies beyond the head', async () => {
    const { view } = viewOf(3)
    await expect(view.viewRecord(9)).rejects.toThrow('timeline/past-head')
    expect(view.place).toEqual({ axis: 'booked', day: undefined })
  })
})

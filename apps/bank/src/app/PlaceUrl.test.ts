import { action, createActions, createSlice, createStore } from '@playhead/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PlaceSearch } from '../features/time/index.ts'
import { TimeView } from '../features/time/index.ts'
import { PlaceUrl } from './PlaceUrl.ts'

const counter = createActions('place-url', { added: action<number>() })
const count = createSlice('count', 0, (on) => [on(counter.added, (sum, { payload }) => sum + payload)])

function connected() {
  const store = createStore({ slices: [count] })
  for (let record = 0; record < 5; record++) store.dispatch(counter.added(1))
  const view = new TimeView(store)
  const placeUrl = new PlaceUrl(view)
  const written: unknown[] = []
  let traverse: (search: PlaceSearch) => void = () => {}
  const problems: (string | undefined)[] = []
  placeUrl.problem$.subscribe((problem) => problems.push(problem))
  const connect = () =>
    placeUrl.connect({
      rewrite: () => written.push(placeUrl.search()),
      onTraverse: (moved) => {
        traverse = moved
        return () => {}
      },
    })
  return { view, placeUrl, written, problems, connect, traverse: (search: PlaceSearch) => traverse(search) }
}

describe('PlaceUrl', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('[TIM-7] writes the place once it has stood still', () => {
    const { view, written, connect } = connected()
    connect()
    for (let day = 10; day < 30; day++) {
      view.viewDay(`2025-03-${day}`)
      vi.advanceTimersByTime(16)
    }
    expect(written).toEqual([])
    vi.advanceTimersByTime(300)
    expect(written).toEqual([{ booked: '2025-03-29', recorded: undefined }])
  })

  it('[TIM-7] writes nothing before anybody moves, and nothing after it is stopped', () => {
    const { view, written, connect } = connected()
    const stop = connect()
    vi.advanceTimersByTime(1_000)
    expect(written).toEqual([])
    stop()
    view.viewDay('2025-03-14')
    vi.advanceTimersByTime(1_000)
    expect(written).toEqual([])
  })

  it('[TIM-7] follows the reader back and forward', async () => {
    const { view, connect, traverse } = connected()
    connect()
    traverse({ recorded: '2' })
    await vi.advanceTimersByTimeAsync(0)
    expect(view.place).toEqual({ axis: 'recorded', offset: 2 })
    traverse({})
    expect(view.place).toEqual({ axis: 'booked', day: undefined })
  })

  it('[TIM-8] takes out of the address what cannot be shown, and keeps saying why until it is dismissed', async () => {
    const { view, placeUrl, written, problems, connect } = connected()
    await placeUrl.follow({ recorded: '99' })
    connect()
    expect(view.place).toEqual({ axis: 'booked', day: undefined })
    expect(written).toEqual([{ booked: undefined, recorded: undefined }])
    expect(problems.at(-1)).toContain('the newest record here is 4')
    placeUrl.dismissProblem()
    expect(problems.at(-1)).toBeUndefined()
  })
})

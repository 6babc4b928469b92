import { describe, expect, it, vi } from 'vitest'
import { counter, recorded, recordedAt } from './timeline.fixtures.ts'

describe('play', () => {
  it('[TML-11] moves forward with the recorded gaps, and is live again at the head', () => {
    const { store, moves, until } = recordedAt(1_000, 1_100, 1_400)
    store.timeline.play({ from: 0 })
    until(10_000)
    expect(moves).toEqual(['0: 0 playing', '100: 1 playing', '400: 2 live'])
  })

  it('[TML-11] divides the gaps by the speed, and cuts what is idle before that', () => {
    const { store, moves, until } = recordedAt(0, 400, 1_000_000)
    store.timeline.play({ from: 0, speed: 4, maxIdleMs: 1_000 })
    until(10_000)
    expect(moves).toEqual(['0: 0 playing', '100: 1 playing', '350: 2 live'])
  })

  it('[TML-11] cuts gaps to two seconds where nothing else is said', () => {
    const { store, moves, until } = recordedAt(0, 3_600_000)
    store.timeline.play({ from: 0 })
    until(10_000)
    expect(moves.at(-1)).toBe('2000: 1 live')
  })

  it('[TML-11] plays to the newest record that there is when it comes there', () => {
    const { store, moves, until } = recordedAt(0, 100)
    store.timeline.play({ from: 0 })
    until(50)
    store.dispatch(counter.noticed())
    until(10_000)
    // It was dispatched at 50 ms, and recorded no earlier than the record before it.
    expect(moves).toEqual(['0: 0 playing', '50: 0 playing', '100: 2 live'])
  })

  it('[TML-12] makes one move and one notification of the records that are due within a frame', () => {
    const { store, moves, until } = recordedAt(0, 3, 6, 9, 40)
    const told = vi.fn()
    store.timeline.play({ from: 0 })
    store.subscribe(told)
    until(10_000)
    expect(moves).toEqual(['0: 0 playing', '16: 3 playing', '40: 4 live'])
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('[TML-12] makes up for timers that come late, so that lateness never adds up', () => {
    const { store, moves, until, scheduler } = recordedAt(0, 100, 200, 300)
    store.timeline.play({ from: 0 })
    scheduler.frame = 130
    until(10_000)
    expect(moves.at(-1)).toBe('300: 3 live')
  })

  it('[TML-12] goes on where it was when the page has slept', () => {
    const { store, moves, until, scheduler } = recordedAt(0, 100, 5_000)
    store.timeline.play({ from: 0, maxIdleMs: 60_000 })
    until(50)
    vi.spyOn(scheduler, 'now').mockReturnValue(1_000_000)
    until(200)
    expect(store.timeline.playhead).toMatchObject({ offset: 1, status: 'playing' })
    expect(moves).toHaveLength(2)
  })

  it('[TML-13] begins before the first record when it stands at the head, as players do', () => {
    const { store, until, moves } = recordedAt(0, 100)
    expect(store.timeline.play()).toMatchObject({ offset: -1, status: 'playing' })
    until(10_000)
    expect(moves).toEqual(['0: -1 playing', '16: 0 playing', '100: 1 live'])
  })

  it('[TML-13] has nothing to play in an empty log', () => {
    const { store, moves } = recordedAt()
    expect(store.timeline.play()).toMatchObject({ offset: -1, status: 'live' })
    expect(moves).toEqual([])
  })

  it('[TML-14] goes on from where it is sought to, and parks where it is paused or stepped', async () => {
    const { store, moves, until } = recordedAt(0, 100, 200, 300, 400)
    store.timeline.play({ from: 0 })
    until(50)
    await store.timeline.seek(2)
    until(170)
    expect(store.timeline.pause()).toMatchObject({ offset: 3, status: 'parked' })
    until(1_000)
    store.timeline.play()
    await store.timeline.step(-1)
    until(10_000)
    expect(moves).toEqual([
      '0: 0 playing',
      '50: 2 playing',
      '150: 3 playing',
      '170: 3 parked',
      '1000: 3 playing',
      '1000: 2 parked',
    ])
  })

  it('[TML-14] stops when it is told to be live', () => {
    const { store, until } = recordedAt(0, 100, 200)
    store.timeline.play({ from: 0 })
    store.timeline.live()
    until(10_000)
    expect(store.timeline.playhead).toMatchObject({ offset: 2, status: 'live' })
  })

  it('[TML-14] parks at the head when it is paused live', () => {
    const { store } = recordedAt(0, 100)
    expect(store.timeline.pause()).toMatchObject({ offset: 1, status: 'parked' })
    store.dispatch(counter.added(100))
    expect(store.timeline.playhead).toMatchObject({ offset: 1, head: 2 })
  })

  it('[TML-14] may be stopped by one who is told of a move', () => {
    const { store, until } = recordedAt(0, 100, 200)
    store.timeline.playhead$.subscribe(({ offset, status }) => {
      if (offset === 1 && status === 'playing') store.timeline.pause()
    })
    store.timeline.play({ from: 0 })
    until(10_000)
    expect(store.timeline.playhead).toMatchObject({ offset: 1, status: 'parked' })
  })

  it('[TML-15] plays a range again and again, and shows its end as long as it was recorded', () => {
    const { store, moves, until } = recordedAt(0, 100, 150, 450)
    store.timeline.loop({ from: 0, to: 2 })
    until(950)
    expect(moves).toEqual([
      '0: 0 playing',
      '100: 1 playing',
      '150: 2 playing',
      '450: 0 playing',
      '550: 1 playing',
      '600: 2 playing',
      '900: 0 playing',
    ])
  })

  it('[TML-15] leaves the range where it is sought out of it, and plays on', async () => {
    const { store, until } = recordedAt(0, 100, 200, 300)
    store.timeline.loop({ from: 0, to: 1 })
    await store.timeline.seek(2)
    until(10_000)
    expect(store.timeline.playhead).toMatchObject({ offset: 3, status: 'live' })
  })

  it('[TML-15] refuses a range that has no record, and a speed that is none', () => {
    const { store } = recordedAt(0, 100, 200)
    const { timeline } = store
    expect(() => timeline.loop({ from: 1, to: 1 })).toThrow(
      'Cannot loop from offset 1 to 1: there is no record to play between them. Pass a `from` before `to`; −1 is the place before the first record. (timeline/bad-range)',
    )
    expect(() => timeline.play({ speed: 0.1 })).toThrow(
      'Cannot play with speed: 0.1. Pass a number from 0.25 to 64. (timeline/bad-speed)',
    )
    for (const speed of [0, -1, 65, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => timeline.play({ speed })).toThrow('(timeline/bad-speed)')
    expect(() => timeline.play({ maxIdleMs: -1 })).toThrow('(timeline/bad-speed)')
    expect(() => timeline.play({ from: 9 })).toThrow("Cannot play from offset 9: the log's head is 2")
    expect(timeline.playhead.status).toBe('live')
  })

  it('[TML-14] goes on when something is appended, and is paused where that begins a branch', () => {
    const appending = recordedAt(0, 100, 200).store
    appending.timeline.play({ from: 0 })
    appending.dispatch(counter.added(100))
    expect(appending.timeline.playhead).toMatchObject({ status: 'playing', head: 3 })

    const forking = recorded([0, 100, 200], 'fork').store
    forking.timeline.play({ from: 0 })
    forking.dispatch(counter.added(100))
    expect(forking.timeline.playhead).toMatchObject({ offset: 0, status: 'parked', head: 2 })
  })
})

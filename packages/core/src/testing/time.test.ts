import { asapScheduler, interval, map, timer } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createStore, memoryLog } from '../index.ts'
import { answerLater, orders, shop, total } from './kit.fixtures.ts'
import { marbles } from './marbles.ts'
import { virtualTime } from './virtualTime.ts'

describe('virtualTime', () => {
  it('[KIT-7] stands still until it is moved, and runs what is due in its order', () => {
    const { clock, scheduler, advance } = virtualTime(1_000)
    const ran: string[] = []
    timer(20, scheduler).subscribe(() => ran.push(`20 at ${clock.now()}`))
    timer(10, scheduler).subscribe(() => ran.push(`10 at ${clock.now()}`))
    timer(10, scheduler).subscribe(() => ran.push(`10 too at ${scheduler.now()}`))
    expect(clock.now()).toBe(1_000)
    advance(15)
    expect(ran).toEqual(['10 at 1010', '10 too at 1010'])
    expect(clock.now()).toBe(1_015)
    advance(5)
    expect(ran).toHaveLength(3)
    advance(0)
    expect(clock.now()).toBe(1_020)
  })

  it('[KIT-7] runs what timers set, and flushes all of it', () => {
    const { clock, scheduler, flush } = virtualTime(0)
    const ran: number[] = []
    timer(10, scheduler).subscribe(() => {
      ran.push(clock.now())
      scheduler.schedule(() => ran.push(clock.now()), 3_600_000)
    })
    flush()
    expect(ran).toEqual([10, 3_600_010])
    expect(clock.now()).toBe(3_600_010)
    flush()
  })

  it('[KIT-7] says so where it would never end, and refuses to go back', () => {
    const time = virtualTime()
    const ticks = interval(1, time.scheduler).subscribe()
    expect(() => time.flush()).toThrow('More than 100,000 timers')
    ticks.unsubscribe()
    expect(() => time.advance(-1)).toThrow('goes forward only')
    expect(() => time.advance(Number.POSITIVE_INFINITY)).toThrow('goes forward only')
  })

  it('[KIT-7] hands on what a timer throws, and goes on afterwards', () => {
    const { scheduler, advance } = virtualTime()
    const ran: number[] = []
    scheduler.schedule(() => {
      throw new Error('in a timer')
    }, 1)
    scheduler.schedule(() => ran.push(2), 2)
    expect(() => advance(5)).toThrow('in a timer')
    advance(5)
    expect(ran).toEqual([2])
  })

  it('[KIT-7] lets promises go on between timers', async () => {
    const { clock, scheduler, settle } = virtualTime(0)
    const ran: string[] = []
    const wait = (ms: number) => new Promise<void>((resolve) => void scheduler.schedule(() => resolve(), ms))
    const work = async () => {
      for (const ms of [10, 10]) {
        await wait(ms)
        ran.push(`at ${clock.now()}`)
      }
    }
    void work()
    await settle(15)
    expect(ran).toEqual(['at 10'])
    await settle(15)
    expect(ran).toEqual(['at 10', 'at 20'])
    expect(clock.now()).toBe(30)
  })

  it('[KIT-7] is the time of a whole store: records, prepared payloads, effects', () => {
    const { clock, scheduler, advance } = virtualTime(5_000)
    const store = createStore({ slices: [orders], effects: [answerLater], log: memoryLog(), clock, scheduler })
    store.dispatch(shop.asked({ id: 'a' }))
    advance(300)
    store.dispatch(shop.stamped())
    expect([0, 1, 2].map((offset) => store.recordAt(offset)?.time)).toEqual([5_000, 5_300, 5_300])
    expect(store.recordAt(2)?.payload).toMatchObject({ at: 5_300 })
  })
})

describe('marbles', () => {
  it('[KIT-8] run a store in marble time', () => {
    marbles(({ hot, expectObservable, clock, scheduler }) => {
      const store = createStore({ slices: [orders], clock, scheduler })
      store.connect(hot('-a-b-a|', { a: 1, b: 5 }), (minor) => shop.ordered({ id: 'x', minor }))
      expectObservable(store.select(total)).toBe('01-5-1', { 0: 0, 1: 1, 5: 5 })
    })
  })

  it('[KIT-8] show effects, their time, and what supersedes them', () => {
    marbles(({ cold, expectObservable, clock, scheduler }) => {
      const store = createStore({ slices: [orders], effects: [answerLater], clock, scheduler })
      expectObservable(store.action$).toBe(
        'a 99ms b 299ms c',
        {
          a: shop.asked({ id: 'a' }),
          b: shop.asked({ id: 'b' }),
          c: { type: 'shop/answered', payload: { id: 'b', at: new Date(5) } },
        }.valueOf(),
      )
      store.connect(cold('a 99ms b', { a: 'a', b: 'b' }), (id) => shop.asked({ id }))
    })
  })

  it('[KIT-8] compare errors, ends and subscriptions as well', () => {
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const source = cold('-a-#', { a: 1 }, new Error('over'))
      expectObservable(source.pipe(map((n) => n + 1))).toBe('-b-#', { b: 2 }, new Error('over'))
      expectSubscriptions(source.subscriptions).toBe('^--!')
    })
  })

  it('[KIT-8] show both timelines where they differ', () => {
    const failing = () =>
      marbles(({ cold, expectObservable }) => {
        expectObservable(cold('-a-b|', { a: { n: 1 }, b: { n: 2 } })).toBe('-a--c|', { a: { n: 1 }, c: { n: 3 } })
      })
    expect(failing).toThrow(
      [
        'Expected another timeline:',
        '  ✓     1 ms  a value { n: 1 }',
        '  ✗ expected     4 ms  a value { n: 3 }',
        '    got          3 ms  a value { n: 2 }',
        '    it came at 3 ms, not at 4 ms',
        '    value.n is 2, not 3',
        '  ✗ expected     5 ms  the end',
        '    got          4 ms  the end',
        '    it came at 4 ms, not at 5 ms',
      ].join('\n'),
    )
    expect(() =>
      marbles(({ cold, expectSubscriptions, expectObservable }) => {
        const source = cold('a|')
        expectObservable(source)
        expectSubscriptions(source.subscriptions).toBe('^--!')
      }),
    ).toThrow('unsubscribedFrame is 1, not 3')
  })

  it('[KIT-8] move timers that were given no scheduler', () => {
    marbles(({ expectObservable }) => {
      expectObservable(timer(3, asapScheduler).pipe(map(() => 'x'))).toBe('---(x|)')
      expectObservable(timer(3).pipe(map(() => 'x'))).toBe('---(x|)')
    })
  })
})

import { VirtualTimeScheduler } from 'rxjs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { countingMeter } from './countingMeter.ts'
import { pageTurns } from './pageTurns.ts'
import { runInSlices } from './runInSlices.ts'
import { scheduledMeter } from './scheduledMeter.ts'
import { scheduledTurns } from './scheduledTurns.ts'
import type { Work } from './Work.ts'

afterEach(() => vi.unstubAllGlobals())

function* work(batches: number): Work<string> {
  for (let batch = 0; batch < batches; batch++) yield 64
  return 'done'
}

describe('turns of a page', () => {
  const waysToTurn: Record<string, object> = {
    'scheduler.yield': { scheduler: { yield: () => new Promise<void>((resolve) => setTimeout(resolve)) } },
    setImmediate: { scheduler: undefined },
    MessageChannel: { scheduler: undefined, setImmediate: undefined },
    setTimeout: { scheduler: undefined, setImmediate: undefined, MessageChannel: undefined },
  }
  for (const [way, platform] of Object.entries(waysToTurn)) {
    it(`[TRN-1] come in a task of their own, by ${way}`, async () => {
      for (const [name, value] of Object.entries(platform)) vi.stubGlobal(name, value)
      const order: string[] = []
      const turn = pageTurns.next().then(() => order.push('turn'))
      for (let i = 0; i < 20; i++) await Promise.resolve()
      order.push('microtasks')
      await turn
      expect(order).toEqual(['microtasks', 'turn'])
    })
  }

  it('[TRN-2] find idle moments where the platform tells of them, and can be stopped', () => {
    const waiting = new Map<number, () => void>()
    vi.stubGlobal('requestIdleCallback', (job: () => void) => {
      waiting.set(waiting.size + 1, job)
      return waiting.size
    })
    vi.stubGlobal('cancelIdleCallback', (handle: number) => waiting.delete(handle))
    const job = vi.fn()
    pageTurns.whenIdle(job)
    const stop = pageTurns.whenIdle(job)
    stop()
    for (const each of waiting.values()) each()
    expect(job).toHaveBeenCalledTimes(1)
  })

  it('[TRN-2] wait a little where it does not, and keep no process alive', () => {
    const unref = vi.fn()
    const timers: (() => void)[] = []
    vi.stubGlobal('requestIdleCallback', undefined)
    vi.stubGlobal('setTimeout', (job: () => void) => {
      timers.push(job)
      return { unref }
    })
    vi.stubGlobal('clearTimeout', () => timers.pop())
    const job = vi.fn()
    pageTurns.whenIdle(job)
    pageTurns.whenIdle(job)()
    for (const timer of timers) timer()
    expect(job).toHaveBeenCalledTimes(1)
    expect(unref).toHaveBeenCalledTimes(2)
  })
})

describe('turns of a scheduler', () => {
  it('[TRN-3] come when its time goes on, and not before', async () => {
    const scheduler = new VirtualTimeScheduler()
    const turns = scheduledTurns(scheduler)
    const done = vi.fn()
    const running = runInSlices(work(4), { meter: countingMeter(0.1), turns, sliceMs: 5 }).then(done)
    await new Promise((resolve) => setTimeout(resolve))
    expect(done).not.toHaveBeenCalled()
    for (let slice = 0; slice < 5; slice++) {
      scheduler.flush()
      await Promise.resolve()
      await Promise.resolve()
    }
    await running
    expect(done).toHaveBeenCalledWith('done')
  })

  it('[TRN-3] are not needed on virtual time, in which work takes none', async () => {
    const scheduler = new VirtualTimeScheduler()
    const options = { meter: scheduledMeter(scheduler), turns: scheduledTurns(scheduler), sliceMs: 5 }
    expect(await runInSlices(work(1_000), options)).toBe('done')
  })

  it('[TRN-3] give idle moments, which can be stopped', () => {
    const scheduler = new VirtualTimeScheduler()
    const job = vi.fn()
    scheduledTurns(scheduler).whenIdle(job)
    scheduledTurns(scheduler).whenIdle(job)()
    scheduler.flush()
    expect(job).toHaveBeenCalledTimes(1)
  })
})

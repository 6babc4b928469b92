import { describe, expect, it, vi } from 'vitest'
import type { IdleUpkeepOptions } from '../fold/IdleUpkeep.ts'
import type { PlayheadError } from '../index.ts'
import { countingMeter } from '../work/countingMeter.ts'
import { pageTurns } from '../work/pageTurns.ts'

/** All of it as a page has it that has just been loaded, and idle moments that a test gives. */
async function newPage() {
  vi.resetModules()
  const { FoldedLog } = await import('../fold/FoldedLog.ts')
  const { manyPuts, stockFold } = await import('../fold/stock.fixtures.ts')
  const log = new FoldedLog(stockFold(), { meter: countingMeter(0.01), seekBudgetMs: 8 })
  log.pushFolding(manyPuts(4_096))
  const waiting = new Set<() => void>()
  const problems: PlayheadError[] = []
  const options: IdleUpkeepOptions = {
    log: () => log,
    slicing: {
      meter: countingMeter(0.01),
      turns: {
        next: () => Promise.resolve(),
        whenIdle(work) {
          waiting.add(work)
          return () => waiting.delete(work)
        },
      },
    },
    report: (problem) => problems.push(problem),
  }
  const idle = () => {
    const moments = [...waiting]
    waiting.clear()
    for (const work of moments) work()
  }
  return { ...(await import('./Upkeep.ts')), log, options, problems, idle, waiting }
}

describe('the upkeep of a store', () => {
  it('[IDL-6] is loaded in an idle moment, and then does what has waited', async () => {
    const { Upkeep, loadUpkeep, log, options, idle } = await newPage()
    const before = log.bytes
    const load = vi.fn(loadUpkeep)
    new Upkeep(options, load)
    expect(load).not.toHaveBeenCalled()
    idle()
    expect(load).toHaveBeenCalledOnce()
    await load.mock.results[0]?.value
    await pageTurns.next()
    idle()
    expect(log.bytes).toBeLessThan(before)
  })

  it('[IDL-6] tells once that it could not be loaded, and tries again', async () => {
    const { Upkeep, loadUpkeep, log, options, idle, problems } = await newPage()
    let missing = true
    const load = () => (missing ? Promise.reject(new TypeError('404')) : loadUpkeep())
    new Upkeep(options, load)
    for (let attempt = 0; attempt < 2; attempt++) {
      idle()
      await pageTurns.next()
      log.onDuty?.()
    }
    expect(problems.map(({ code }) => code)).toEqual(['store/part-not-loaded'])
    missing = false
    const before = log.bytes
    idle()
    await loadUpkeep()
    await pageTurns.next()
    idle()
    expect(log.bytes).toBeLessThan(before)
  })

  it('[IDL-6] is there from the start where a test brings virtual time', async () => {
    const { Upkeep, log, options, idle } = await newPage()
    const { virtualTime } = await import('../testing/virtualTime.ts')
    virtualTime()
    const before = log.bytes
    new Upkeep(options, () => Promise.reject(new Error('not asked for')))
    idle()
    expect(log.bytes).toBeLessThan(before)
  })

  it('[IDL-6] is not loaded for a store that was closed', async () => {
    const { Upkeep, options, waiting } = await newPage()
    new Upkeep(options, () => Promise.reject(new Error('not asked for'))).close()
    expect(waiting.size).toBe(0)
  })
})

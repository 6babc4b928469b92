import { describe, expect, it } from 'vitest'
import type { Wanted } from './createTileCache.ts'
import { createTileCache } from './createTileCache.ts'

const tile = (index: number, everyMs?: number): Wanted => ({ key: 'log', address: { level: 0, index }, everyMs })
const addressOf = (index: number) => ({ level: 0, index })

describe('a cache of tiles', () => {
  it('[TRK-7] asks once for what is wanted, and keeps it', async () => {
    const { cache, asked, answer } = scripted()
    cache.want([tile(1)], 0, 0)
    cache.want([tile(1)], 0, 16)
    await answer(1)
    cache.want([tile(1)], 0, 32)
    expect(asked).toEqual([1])
    expect(cache.get('log', addressOf(1))).toBe('tile 1')
  })

  it('[TRK-7] asks for a few at a time, the newest wishes first, and drops wishes that have gone', async () => {
    const { cache, asked, answer } = scripted({ asksMax: 2 })
    cache.want([tile(1), tile(2), tile(3), tile(4)], 0, 0)
    cache.want([tile(9), tile(4)], 0, 16)
    await answer(1)
    await answer(2)
    expect(asked).toEqual([1, 2, 9, 4])
  })

  it('[TRK-7] keeps what came while a changed tile is asked for again, and asks at most so often', async () => {
    const { cache, asked, answer, laters } = scripted()
    cache.want([tile(1, 200)], 0, 0)
    await answer(1)
    cache.want([tile(1, 200)], 1, 20)
    expect(asked).toEqual([1])
    expect(laters).toEqual([180])
    cache.want([tile(1, 200)], 1, 200)
    expect(asked).toEqual([1, 1])
    expect(cache.get('log', addressOf(1))).toBe('tile 1')
  })

  it('[TRK-7] asks no more for a tile that the log cannot change', async () => {
    const { cache, asked, answer } = scripted()
    cache.want([tile(1)], 0, 0)
    await answer(1)
    cache.want([tile(1)], 5, 10_000)
    expect(asked).toEqual([1])
  })

  it('[TRK-7] forgets what was used longest ago, and never what is wanted', async () => {
    const { cache, answer } = scripted({ tilesMax: 2 })
    for (const index of [1, 2, 3]) {
      cache.want([tile(index)], 0, index)
      await answer(index)
    }
    expect([1, 2, 3].map((index) => cache.get('log', addressOf(index)))).toEqual([undefined, 'tile 2', 'tile 3'])
  })

  it('[TRK-7] says what was refused, and asks again when it is told to', async () => {
    const { cache, asked, refuse, answer } = scripted()
    cache.want([tile(1)], 0, 0)
    await refuse(1)
    cache.want([tile(1)], 1, 1000)
    expect(asked).toEqual([1])
    expect(cache.refused?.message).toBe('no 1')
    cache.retry()
    await answer(1)
    expect(asked).toEqual([1, 1])
    expect(cache.refused).toBeUndefined()
  })

  it('[TRK-7] waits while something that is wanted has never come', async () => {
    const { cache, answer } = scripted()
    cache.want([tile(1)], 0, 0)
    expect(cache.waiting).toBe(true)
    await answer(1)
    expect(cache.waiting).toBe(false)
  })
})

function scripted(options: { readonly asksMax?: number; readonly tilesMax?: number } = {}) {
  const asked: number[] = []
  const laters: number[] = []
  const open = new Map<number, PromiseWithResolvers<string>>()
  const cache = createTileCache<string>({
    ask(_, { index }) {
      asked.push(index)
      const promise = Promise.withResolvers<string>()
      open.set(index, promise)
      return promise.promise
    },
    came: () => undefined,
    later: (ms) => laters.push(ms),
    ...options,
  })
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  return {
    cache,
    asked,
    laters,
    answer(index: number) {
      open.get(index)?.resolve(`tile ${index}`)
      return settle()
    },
    refuse(index: number) {
      open.get(index)?.reject(new Error(`no ${index}`))
      return settle()
    },
  }
}

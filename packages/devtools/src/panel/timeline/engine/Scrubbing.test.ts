import { describe, expect, it } from 'vitest'
import { Scrubbing } from './Scrubbing.ts'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('a playhead that is dragged', () => {
  it('[TRK-8] is shown where it is dragged until the app has followed', async () => {
    const { scrubbing, answer } = started()
    scrubbing.to(10, { place: 10 })
    scrubbing.drop()
    scrubbing.follow(3)
    expect(scrubbing.shownAt).toBe(10)
    await answer()
    scrubbing.follow(3)
    expect(scrubbing.shownAt).toBe(10)
    scrubbing.follow(10)
    expect(scrubbing.shownAt).toBeUndefined()
  })

  it('[TRK-8] stays with the hand that holds it, whatever the app does', async () => {
    const { scrubbing, answer } = started()
    scrubbing.to(10, { place: 10 })
    await answer()
    scrubbing.release()
    expect(scrubbing.shownAt).toBe(10)
    scrubbing.drop()
    scrubbing.release()
    expect(scrubbing.shownAt).toBeUndefined()
  })

  it('[TRK-8] skips the places that were passed while the app was busy', async () => {
    const { scrubbing, sought, answer } = started()
    for (const place of [10, 11, 12, 13]) scrubbing.to(place, { place })
    await answer()
    await answer()
    expect(sought).toEqual([10, 13])
  })

  it('[TRK-8] goes back to where the app is after a refusal', async () => {
    const { scrubbing, refuse } = started()
    scrubbing.to(10, { place: 10 })
    scrubbing.drop()
    await refuse()
    scrubbing.follow(3)
    expect(scrubbing.shownAt).toBeUndefined()
  })

  it('[TRK-8] is looked up by time on an axis of time, and shown at the time meanwhile', async () => {
    const { scrubbing, sought, answer } = started()
    scrubbing.to(5000, { time: 5000 })
    await turn()
    expect([scrubbing.shownAt, sought]).toEqual([5000, [5]])
    await answer()
    scrubbing.drop()
    scrubbing.follow(5)
    expect(scrubbing.shownAt).toBeUndefined()
  })
})

function started() {
  const sought: number[] = []
  const open: PromiseWithResolvers<undefined>[] = []
  const scrubbing = new Scrubbing(
    {
      seek(place) {
        sought.push(place)
        const gate = Promise.withResolvers<undefined>()
        open.push(gate)
        return gate.promise
      },
      placeAt: (time) => Promise.resolve(time / 1000),
      live: () => Promise.resolve(),
      choose: () => undefined,
      compare: () => undefined,
      loop: () => undefined,
      look: () => undefined,
    },
    () => undefined,
  )
  return {
    scrubbing,
    sought,
    answer() {
      open.shift()?.resolve(undefined)
      return turn()
    },
    refuse() {
      open.shift()?.reject(new Error('no'))
      return turn()
    },
  }
}

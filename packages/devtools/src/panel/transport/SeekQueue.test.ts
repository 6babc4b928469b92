import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SeekQueue } from './SeekQueue.ts'

/** An app whose seeks end when it is told. */
function slowApp() {
  const asked: number[] = []
  let underWay = 0
  let most = 0
  let end: (() => void) | undefined
  const queue = new SeekQueue((to) => {
    asked.push(to)
    underWay += 1
    most = Math.max(most, underWay)
    return new Promise<void>((resolve) => {
      end = () => {
        underWay -= 1
        end = undefined
        resolve()
      }
    })
  })
  const settle = async () => {
    end?.()
    // The queue goes on in microtasks.
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  return { queue, asked, settle, most: () => most }
}

it('[PLY-1] leaves out what was wanted before the newest, while a seek is under way', async () => {
  const { queue, asked, settle } = slowApp()
  for (const place of [1, 2, 3, 4]) queue.want(place)
  expect(queue.bound).toBe(4)
  await settle()
  await settle()
  expect(asked).toEqual([1, 4])
  expect(queue.bound).toBeUndefined()
})

it('[PLY-1] goes on after a seek that was refused', async () => {
  const asked: number[] = []
  const queue = new SeekQueue(async (to) => {
    asked.push(to)
    throw new Error('refused')
  })
  queue.want(1)
  queue.want(2)
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  queue.want(3)
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  expect(asked).toEqual([1, 2, 3])
})

it('[PLY-1] has at most one seek under way and ends where it was last wanted, in any order of events', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.integer({ min: -1, max: 1000 }), fc.constant('ends' as const)), { minLength: 1 }),
      async (events) => {
        const { queue, asked, settle, most } = slowApp()
        for (const event of events) {
          if (event === 'ends') await settle()
          else queue.want(event)
        }
        for (let turn = 0; turn < 3; turn++) await settle()
        const wanted = events.filter((event) => event !== 'ends')
        expect(most()).toBeLessThanOrEqual(1)
        expect(asked.at(-1)).toBe(wanted.at(-1))
        expect(queue.bound).toBeUndefined()
      },
    ),
  )
})

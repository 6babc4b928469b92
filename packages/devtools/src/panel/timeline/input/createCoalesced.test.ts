import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createCoalesced } from './createCoalesced.ts'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

it('[TRK-8] does at most one thing at a time, and ends with the newest', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 })), { minLength: 1, maxLength: 12 }),
      async (steps) => {
        const done: number[] = []
        const open: (() => void)[] = []
        let most = 0
        const ask = createCoalesced((given: number) => {
          const { promise, resolve } = Promise.withResolvers<void>()
          open.push(resolve)
          most = Math.max(most, open.length)
          return promise.then(() => done.push(given))
        })
        for (const [given, answers] of steps) {
          ask(given)
          for (let each = 0; each < answers; each++) {
            open.shift()?.()
            await turn()
          }
        }
        while (open.length > 0) {
          open.shift()?.()
          await turn()
        }
        expect(most).toBe(1)
        expect(done.at(-1)).toBe(steps.at(-1)?.[0])
      },
    ),
  )
})

it('[TRK-8] never does what came between', async () => {
  const done: number[] = []
  const gate = Promise.withResolvers<void>()
  const ask = createCoalesced((given: number) => {
    done.push(given)
    return gate.promise
  })
  for (const given of [1, 2, 3, 4]) ask(given)
  gate.resolve()
  await turn()
  expect(done).toEqual([1, 4])
})

it('[TRK-8] goes on after a refusal, and tells when it has nothing more to do', async () => {
  const done: number[] = []
  let settled = 0
  const ask = createCoalesced(
    (given: number) => {
      done.push(given)
      return Promise.reject(new Error('no'))
    },
    () => {
      settled++
    },
  )
  ask(1)
  await turn()
  ask(2)
  await turn()
  expect([done, settled]).toEqual([[1, 2], 2])
})

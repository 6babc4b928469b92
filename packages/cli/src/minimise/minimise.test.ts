import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Causal } from './minimise.ts'
import { minimise } from './minimise.ts'

const numbered = (length: number): readonly Causal[] => Array.from({ length }, (_, at) => ({ id: `r.${at}` }))

const holds = (needed: readonly string[]) => (candidate: readonly Causal[]) =>
  needed.every((id) => candidate.some((record) => record.id === id))

describe('minimise', () => {
  it('[CLI-7] finds exactly the records that a failure needs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 120 }),
        fc.array(fc.nat(1_000), { minLength: 1, maxLength: 5 }),
        async (length, picks) => {
          const needed = [...new Set(picks.map((pick) => `r.${pick % length}`))]
          const found = await minimise(numbered(length), holds(needed))
          expect(found.records.map(({ id }) => id).sort()).toEqual(needed.sort())
          expect(found.isMinimal).toBe(true)
        },
      ),
    )
  })

  it('[CLI-7] leaves nothing out that could be left out, whatever the predicate', async () => {
    const predicate = fc.func(fc.boolean())
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), predicate, async (length, arbitrary) => {
        const all = numbered(length)
        const fails = (candidate: readonly Causal[]) =>
          candidate.length === length || (candidate.length > 0 && arbitrary(candidate.map(({ id }) => id).join()))
        const { records } = await minimise(all, fails)
        expect(fails(records)).toBe(true)
        for (const left of records)
          if (records.length > 1) expect(fails(records.filter((each) => each !== left))).toBe(false)
      }),
    )
  })

  it('[CLI-7] keeps the order of the log, and asks for few lists when whole trees of causes can go', async () => {
    // 500 clicks, each with the 20 answers of its effect; two records of one tree are needed.
    const records: Causal[] = []
    for (let click = 0; click < 500; click++) {
      records.push({ id: `c.${click}` })
      for (let answer = 0; answer < 20; answer++) records.push({ id: `c.${click}.${answer}`, causedBy: `c.${click}` })
    }
    const found = await minimise(records, holds(['c.321', 'c.321.7']))
    expect(found.records.map(({ id }) => id)).toEqual(['c.321', 'c.321.7'])
    expect(found.tries).toBeLessThan(80)
  })

  it('[CLI-8] gives the smallest that it has when it is stopped', async () => {
    const stop = new AbortController()
    let asked = 0
    const found = await minimise(
      numbered(1_000),
      (candidate) => {
        if (++asked === 6) stop.abort()
        return holds(['r.3', 'r.700'])(candidate)
      },
      { signal: stop.signal },
    )
    expect(found.isMinimal).toBe(false)
    expect(found.tries).toBe(6)
    expect(found.records.length).toBeLessThan(1_000)
    expect(holds(['r.3', 'r.700'])(found.records)).toBe(true)
  })

  it('[CLI-7] comes to nothing where the predicate fails without any record', async () => {
    expect((await minimise(numbered(10), () => true)).records).toEqual([])
  })
})

import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexedDbLog } from './indexedDbLog.ts'
import { happened, Listener, newLogName, placedRecords, tamper } from './records.fixtures.ts'

const COUNT = 400
const all = placedRecords(COUNT)

describe('reading a part of a log', () => {
  it('[IDB-16] gives the records from one offset to another, wherever rows begin', async () => {
    const log = await opened(await stored([1, 5, 1, 1, 30, 362]))
    const anyOffset = fc.integer({ min: -2, max: COUNT + 2 })
    await fc.assert(
      fc.asyncProperty(anyOffset, anyOffset, async (from, to) => {
        expect(await log.read?.(from, to)).toEqual(all.slice(Math.max(from, 0), Math.max(to + 1, 0)))
      }),
      { numRuns: 60 },
    )
    await log.close()
  })

  it('[IDB-16] reads more rows than one request gives', async () => {
    const log = await opened(await stored(Array(COUNT).fill(1)))
    expect(await log.read?.(1, 64)).toEqual(all.slice(1, 65))
    expect(await log.read?.(0, 63)).toEqual(all.slice(0, 64))
    expect(await log.read?.(3, 390)).toEqual(all.slice(3, 391))
    await log.close()
  })

  it.each([
    ['in the middle', 5, 'the row of offset 5 is missing or misplaced: the next one found has the key 6'],
    ['at the end', 9, 'the row of offset 9 is missing'],
    ['at the beginning', 2, 'row 1 holds'],
  ])('[IDB-16] refuses a part with a missing row %s', async (_, row, told) => {
    const name = await stored(Array(12).fill(1))
    const log = await opened(name)
    await tamper(name, (rows) => {
      rows.delete(row)
      if (row === 2) rows.put([all[1], all[3]], 1)
    })
    await expect(log.read?.(row === 2 ? 1 : 3, 9)).rejects.toThrow(told)
    await expect(log.read?.(row === 2 ? 1 : 3, 9)).rejects.toMatchObject({ code: 'indexeddb/damaged' })
    await log.close()
  })

  it('[IDB-16] gives nothing of a log that is not open', async () => {
    const log = indexedDbLog(await stored([2]))
    expect(await log.read?.(0, 1)).toEqual([])
    await log.open(new Listener())
    await log.close()
    expect(await log.read?.(0, 1)).toEqual([])
  })
})

/** A closed log with the first records in rows of these sizes. */
async function stored(sizes: readonly number[]): Promise<string> {
  const name = newLogName()
  const log = await opened(name)
  let next = 0
  for (const size of sizes) {
    log.append(Array.from({ length: size }, () => happened(next++)))
    await log.flush()
  }
  await log.close()
  return name
}

async function opened(name: string) {
  const log = indexedDbLog(name)
  await log.open(new Listener())
  return log
}

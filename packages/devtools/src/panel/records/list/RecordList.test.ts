import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { scriptedAgent } from '../../connection/scriptedAgent.fixtures.ts'
import type { BankOptions } from '../records.fixtures.ts'
import { bankLog, bankScript } from '../records.fixtures.ts'
import type { ListOf } from './RecordList.ts'
import { RecordList } from './RecordList.ts'

const all: ListOf = { store: 'bank', filter: {}, folded: false, near: 0 }

async function opened(records: number, of: Partial<ListOf> = {}, options: BankOptions = {}) {
  const list = new RecordList(scriptedAgent(bankScript(bankLog(records), options)), { ...all, ...of })
  await vi.waitFor(() => expect(list.getState().progress).toBeDefined())
  return list
}
const done = (list: RecordList) => vi.waitFor(() => expect(list.getState().progress?.done).toBe(true))
async function rowsAt(list: RecordList, from: number, to: number) {
  const lines = () =>
    Array.from({ length: Math.max(0, Math.min(to, list.getState().lines) - from) }, (_, at) => list.lineAt(from + at))
  list.want(from, to)
  await vi.waitFor(() => expect(lines().every((line) => line?.row)).toBe(true))
  return lines()
}
const offsets = async (list: RecordList, from: number, to: number) =>
  (await rowsAt(list, from, to)).map((line) => line?.row?.offset)

it('[REC-1] asks for rows in view, 100 at once, and forgets those that have long scrolled by', async () => {
  const asked: { readonly from: number; readonly to: number }[] = []
  const list = await opened(
    100_000,
    {},
    {
      heard: (name, give) => {
        if (name === 'rows') asked.push(give as never)
      },
    },
  )
  await done(list)
  for (let from = 0; from < 60_000; from += 1_000) expect(await offsets(list, from, from + 40)).toContain(from)
  expect(asked.every(({ from, to }) => to - from <= 100)).toBe(true)
  const held = Array.from({ length: 100_000 }, (_, at) => list.lineAt(at)?.row).filter(Boolean)
  expect(held.length).toBeLessThanOrEqual(2_400)
  list.close()
})

it('[REC-1] gives rows of the place that was meant while a search finds more before them', async () => {
  const list = await opened(4_000, { near: 2_000 }, { slice: 50 })
  const id = list.lineAt(list.getState().before)?.id ?? ''
  let seen = 0
  list.subscribe(() => {
    const { before } = list.getState()
    list.want(before - 40, before + 40)
    for (let at = before - 40; at < before + 40; at++) {
      const row = list.lineAt(at)?.row
      if (row) seen++
      expect(row?.offset ?? 2_000 + at - before).toBe(2_000 + at - before)
    }
  })
  await done(list)
  expect(seen).toBeGreaterThan(100)
  expect(list.getState().before).toBe(2_000)
  expect(list.indexOf(id)).toBe(2_000)
  for (const from of [0, 1_950, 3_990]) expect(await offsets(list, from, from + 3)).toEqual([from, from + 1, from + 2])
  list.close()
})

it('[REC-1] asks again for a window that grew at its end', async () => {
  let records = 150
  const log = bankLog(10_000)
  const parts: ((rows: number) => void)[] = []
  const agent = scriptedAgent({
    calls: {
      rows: ({ from, to }) => Array.from({ length: Math.min(to, records) - from }, (_, at) => log.at(from + at)),
    },
    feeds: {
      list: (_give, out) => {
        parts.push((rows) => out.part({ rows, before: 0, nearRow: 0, searched: rows, total: rows, done: true }))
        parts[0]?.(records)
        return () => undefined
      },
    },
  })
  const list = new RecordList(agent, all)
  await done(list)
  expect(await offsets(list, 140, 150)).toHaveLength(10)
  records = 170
  parts[0]?.(records)
  await vi.waitFor(() => expect(list.getState().lines).toBe(170))
  expect((await offsets(list, 140, 170)).at(-1)).toBe(169)
  list.close()
})

it('[REC-1] asks only for the rows that are new when a list grows at its end', async () => {
  const asked: { readonly from: number; readonly to: number }[] = []
  let tell: (rows: number) => void = () => undefined
  const log = bankLog(10_000)
  const agent = scriptedAgent({
    calls: {
      rows: ({ from, to }) => {
        asked.push({ from, to })
        return Array.from({ length: to - from }, (_, at) => log.at(from + at))
      },
    },
    feeds: {
      list: (_give, out) => {
        tell = (rows) => out.part({ rows, before: 0, nearRow: 0, searched: rows, total: rows, done: true })
        tell(150)
        return () => undefined
      },
    },
  })
  const list = new RecordList(agent, all)
  await done(list)
  await rowsAt(list, 100, 150)
  tell(152)
  await vi.waitFor(() => expect(list.getState().lines).toBe(152))
  expect(await offsets(list, 140, 152)).toEqual(Array.from({ length: 12 }, (_, at) => 140 + at))
  expect(asked).toEqual([
    { from: 100, to: 150 },
    // The last row as well: it may be a run that has grown.
    { from: 149, to: 152 },
  ])
  list.close()
})

it('[REC-3] shows the records of a run below it, and hides them again', async () => {
  const list = await opened(64, { folded: true })
  await done(list)
  const folded = list.getState().lines
  await rowsAt(list, 0, folded)
  expect(list.lineAt(3)).toMatchObject({
    kind: 'run',
    isUnfolded: false,
    row: { offset: 3, count: 6, last: { offset: 8 } },
  })
  list.toggle(3)
  expect(list.getState().lines).toBe(folded + 6)
  expect(await offsets(list, 3, 11)).toEqual([3, 3, 4, 5, 6, 7, 8, 9])
  expect(list.lineAt(4)?.kind).toBe('member')
  list.toggle(3)
  expect(list.getState().lines).toBe(folded)
  list.close()
})

it('[REC-3] keeps every line at its place, whichever runs are unfolded', async () => {
  const list = await opened(320, { folded: true, near: 160 })
  await done(list)
  const rows = list.getState().lines
  await rowsAt(list, 0, rows)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(rows - 1), { maxLength: 12 }), async (toggles) => {
      for (const at of toggles) list.toggle(at % list.getState().lines)
      const { lines } = list.getState()
      const ids = (await rowsAt(list, 0, lines)).map((line) => line?.id ?? '')
      expect(new Set(ids).size).toBe(lines)
      expect(ids.map((id) => list.indexOf(id))).toEqual(ids.map((_, at) => at))
      for (const [at, id] of ids.entries()) {
        const line = list.lineAt(at)
        if (line?.kind !== 'run' || !line.isUnfolded) continue
        const members = Array.from({ length: line.row?.count ?? 0 }, (_, n) => list.lineAt(at + 1 + n))
        expect(members.map((each) => each?.row?.offset)).toEqual(members.map((_, n) => (line.row?.offset ?? 0) + n))
        expect(members.every((each) => each?.id.startsWith(`${id}.`))).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
  list.close()
})

it('[REC-2] finds the line of a record, in a run that is folded or not, and of the next one where it has none', async () => {
  const list = await opened(64, { folded: true })
  await done(list)
  await rowsAt(list, 0, list.getState().lines)
  expect(await list.lineOf(6)).toBe(3)
  list.toggle(3)
  expect(await list.lineOf(6)).toBe(7)
  expect(await list.lineOf(9)).toBe(10)
  list.close()
  const typed = await opened(64, { filter: { type: 'search/typed' } })
  await done(typed)
  expect(await typed.lineOf(11)).toBe(2)
  typed.close()
})

it('[REC-6] stops a search with its hits kept, and lets it go on', async () => {
  const list = await opened(4_000, { near: 2_000 }, { slice: 20 })
  await list.hold(true)
  const { progress, isSearching, isHeld } = list.getState()
  expect({ isSearching, isHeld, isDone: progress?.done }).toEqual({ isSearching: false, isHeld: true, isDone: false })
  expect(await offsets(list, 0, 3)).toHaveLength(3)
  await list.hold(false)
  await done(list)
  expect(list.getState()).toMatchObject({ isSearching: false, isHeld: false, lines: 4_000 })
  list.close()
})

it('[REC-9] names the records of a run, and no more than a branch can name', async () => {
  const list = await opened(64, { folded: true })
  await done(list)
  const [, , , run] = await rowsAt(list, 0, 4)
  expect(run?.row && (await list.offsetsOf(run.row))).toEqual([3, 4, 5, 6, 7, 8])
  expect(run?.row && (await list.offsetsOf({ ...run.row, count: 10_001 }))).toBeUndefined()
  list.close()
})

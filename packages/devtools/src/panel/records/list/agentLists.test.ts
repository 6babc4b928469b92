import { expect, it, vi } from 'vitest'
import { bank, bankStore, bankWith, connected } from '../../../agent/agent.fixtures.ts'
import type { AgentConnection } from '../../../protocol/connectPanel.ts'
import type { ListOf } from './RecordList.ts'
import { RecordList } from './RecordList.ts'

// The list of the panel, with the agent of an app: what each promises the other.

const all: ListOf = { store: 'bank', filter: {}, folded: false, near: 0 }
async function listed(panel: AgentConnection, of: Partial<ListOf> = {}) {
  const list = new RecordList(panel, { ...all, ...of })
  await vi.waitFor(() => expect(list.getState().progress?.done).toBe(true))
  return list
}
async function offsets(list: RecordList, from: number, to: number) {
  const lines = () => Array.from({ length: to - from }, (_, at) => list.lineAt(from + at))
  list.want(from, to)
  await vi.waitFor(() => expect(lines().every((line) => line?.row)).toBe(true))
  return lines().map((line) => line?.row?.offset)
}

it('[REC-1] shows the records of a log that is searched from its middle, each at its place', async () => {
  const { panel, close } = connected(bankWith(20_000))
  const list = await listed(panel, { near: 12_345 })
  expect(list.getState()).toMatchObject({ lines: 20_000, before: 12_345 })
  for (const from of [0, 12_340, 19_990]) {
    expect(await offsets(list, from, from + 10)).toEqual(Array.from({ length: 10 }, (_, at) => from + at))
  }
  expect(await list.lineOf(15_000)).toBe(15_000)
  close()
})

it('[REC-3] unfolds a run of the log, also one across the place where the search began', async () => {
  const store = bankStore()
  store.dispatch(bank.told('begin'))
  for (let n = 0; n < 500; n++) store.dispatch(bank.paid({ id: 'a', minor: n }))
  store.dispatch(bank.told('end'))
  const { panel, close } = connected(store)
  const list = await listed(panel, { folded: true, near: 250 })
  expect(list.getState().lines).toBe(3)
  await offsets(list, 0, 3)
  expect(list.lineAt(1)).toMatchObject({ kind: 'run', row: { offset: 1, count: 500, last: { offset: 500 } } })
  list.toggle(1)
  expect(list.getState().lines).toBe(503)
  expect(await offsets(list, 0, 5)).toEqual([0, 1, 1, 2, 3])
  expect(await offsets(list, 498, 503)).toEqual([497, 498, 499, 500, 501])
  const run = list.lineAt(1)?.row
  expect(run && (await list.offsetsOf(run))).toEqual(Array.from({ length: 500 }, (_, at) => 1 + at))
  close()
})

it('[REC-2] takes up records that come while it is open, and a run that grows', async () => {
  const store = bankWith(150)
  const { panel, close } = connected(store)
  const list = await listed(panel, { folded: true })
  await offsets(list, 0, 2)
  expect(list.lineAt(1)?.row?.count).toBe(148)
  for (let n = 0; n < 5; n++) store.dispatch(bank.paid({ id: 'a', minor: n }))
  await vi.waitFor(() => expect(list.lineAt(1)?.row?.count).toBe(153))
  store.dispatch(bank.told('something'))
  await vi.waitFor(() => expect(list.getState().lines).toBe(3))
  expect(await offsets(list, 0, 3)).toEqual([0, 2, 155])
  close()
})

it('[REC-6] stops the search of an agent, reads what it has found, and lets it go on', async () => {
  const { panel, close } = connected(bankWith(60_000))
  const list = new RecordList(panel, { ...all, store: 'bank', filter: { payload: '7' }, near: 30_000 })
  await vi.waitFor(() => expect(list.getState().lines).toBeGreaterThan(0))
  await list.hold(true)
  const { lines, progress } = list.getState()
  expect(progress?.done).toBe(false)
  expect(await offsets(list, 0, Math.min(5, lines))).toHaveLength(Math.min(5, lines))
  await list.hold(false)
  await vi.waitFor(() => expect(list.getState().progress?.done).toBe(true), { timeout: 10_000 })
  expect(list.getState().lines).toBeGreaterThan(lines)
  close()
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Blame } from '../index.ts'
import { action, createActions, createSelector, createSlice, createStore, sameValue, table } from '../index.ts'
import { countingMeter } from '../work/countingMeter.ts'

const bank = createActions('blame', {
  opened: action<string>(),
  paid: action<{ id: string; minor: number }>(),
  named: action<{ id: string; owner: string }>(),
  closed: action<string>(),
  noticed: action(),
})
const ledger = createSlice('ledger', { accounts: table<string, { minor: number; owner: string }>() }, (on) => [
  on(bank.opened, (state, { payload }) => state.accounts.set(payload, { minor: 0, owner: '' })),
  on(bank.paid, (state, { payload: { id, minor } }) => {
    if (state.accounts.has(id))
      state.accounts.update(id, (account) => {
        account.minor += minor
      })
  }),
  on(bank.named, (state, { payload: { id, owner } }) => {
    if (state.accounts.has(id))
      state.accounts.update(id, (account) => {
        account.owner = owner
      })
  }),
  on(bank.closed, (state, { payload }) => void state.accounts.delete(payload)),
])
const notices = createSlice('notices', 0, (on) => [on(bank.noticed, (n) => n + 1)])
const total = createSelector(ledger, ({ accounts }) => accounts.values().reduce((sum, { minor }) => sum + minor, 0))

const openStore = () => createStore({ slices: [ledger, notices], meter: countingMeter(0.01) })

async function all(found: AsyncIterable<Blame>): Promise<readonly (readonly [number, unknown, unknown])[]> {
  const list: (readonly [number, unknown, unknown])[] = []
  for await (const { record, before, after } of found) list.push([record.offset, before, after])
  return list
}

describe('blame', () => {
  it('[TML-23] finds the records that changed a value, newest first, with the value before and after', async () => {
    const store = openStore()
    store.dispatch([
      bank.opened('a'),
      bank.paid({ id: 'a', minor: 5 }),
      bank.noticed(),
      bank.paid({ id: 'a', minor: 0 }),
      bank.named({ id: 'a', owner: 'Ada' }),
      bank.paid({ id: 'a', minor: 2 }),
      bank.closed('a'),
    ])
    expect(await all(store.timeline.blame(['ledger', 'accounts', 'a', 'minor']))).toEqual([
      [6, 7, undefined],
      [5, 5, 7],
      [1, 0, 5],
      [0, undefined, 0],
    ])
    expect(await all(store.timeline.blame(total))).toEqual([
      [6, 7, 0],
      [5, 5, 7],
      [1, 0, 5],
    ])
    expect(await all(store.timeline.blame(['notices']))).toEqual([[2, 0, 1]])
    expect(await all(store.timeline.blame(notices))).toEqual([[2, 0, 1]])
  })

  it('[TML-23] begins at the playhead, or where it is told to, and leaves the playhead alone', async () => {
    const store = openStore()
    store.dispatch([bank.noticed(), bank.noticed(), bank.noticed()])
    await store.timeline.seek(1)
    expect(await all(store.timeline.blame(notices))).toEqual([
      [1, 1, 2],
      [0, 0, 1],
    ])
    expect(await all(store.timeline.blame(notices, { from: 0 }))).toEqual([[0, 0, 1]])
    expect(await all(store.timeline.blame(notices, { from: -1 }))).toEqual([])
    expect(store.timeline.playhead).toMatchObject({ offset: 1, status: 'parked' })
  })

  it('[TML-23] does not search what comes after it was asked', async () => {
    const store = openStore()
    store.dispatch(bank.noticed())
    const found = store.timeline.blame(notices)
    store.dispatch(bank.noticed())
    expect(await all(found)).toEqual([[0, 0, 1]])
  })

  it('[TML-23] looks into maps, arrays and objects, and finds nothing where there is nothing', async () => {
    const set = createActions('blame-deep', { set: action<{ value: unknown }>() })
    const deep = createSlice('deep', { value: null as unknown }, (on) => [
      on(set.set, (state, { payload }) => {
        state.value = payload.value
      }),
    ])
    const store = createStore({ slices: [deep] })
    store.dispatch(
      [{ list: [new Map([['x', 1]])] }, { list: [new Map([['x', 2]])] }, []].map((value) => set.set({ value })),
    )
    expect(await all(store.timeline.blame(['deep', 'value', 'list', 0, 'x']))).toEqual([
      [2, 2, undefined],
      [1, 1, 2],
      [0, undefined, 1],
    ])
    expect(await all(store.timeline.blame(['deep', 'value', 'toString']))).toEqual([])
  })

  it('[TML-23] takes a selector that throws for one without a value', async () => {
    const store = openStore()
    const owner = createSelector(ledger, ({ accounts }) => (accounts.get('a') as { owner: string }).owner)
    store.dispatch([bank.noticed(), bank.opened('a'), bank.named({ id: 'a', owner: 'Ada' })])
    expect(await all(store.timeline.blame(owner))).toEqual([
      [2, '', 'Ada'],
      [1, undefined, ''],
    ])
  })

  it('[TML-23] refuses a path that begins with no slice', () => {
    const store = openStore()
    expect(() => store.timeline.blame(['accounts', 'a'])).toThrow(
      'Cannot blame state.accounts.a: a path begins with the name of a slice, which here is one of ledger, notices. (timeline/bad-path)',
    )
    expect(() => store.timeline.blame([])).toThrow('(timeline/bad-path)')
    expect(() => store.timeline.blame(['ledger'], { from: 3 })).toThrow('(timeline/past-head)')
  })

  it('[TML-24] lists just the offsets where a look at every state sees a change', async () => {
    const id = fc.constantFrom('a', 'b')
    const step = fc.oneof(
      id.map((id) => bank.opened(id)),
      fc.record({ id, minor: fc.integer({ min: -1, max: 1 }) }).map((payload) => bank.paid(payload)),
      id.map((id) => bank.closed(id)),
      fc.constant(bank.noticed()),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 1_500 }), async (steps) => {
        const store = openStore()
        store.dispatch(steps)
        const balance = (offset: number) => store.at(offset).get(ledger).accounts.get('a')?.minor
        const changed: number[] = []
        for (let offset = steps.length - 1; offset >= 0; offset--)
          if (!sameValue(balance(offset - 1), balance(offset))) changed.push(offset)
        const found = await all(store.timeline.blame(['ledger', 'accounts', 'a', 'minor']))
        expect(found.map(([offset]) => offset)).toEqual(changed)
      }),
      { numRuns: 20 },
    )
  })

  it('[TML-25] looks no further than it is asked to', async () => {
    const store = openStore()
    let folded = 0
    const counted = createSlice('counted', 0, (on) => [
      on(bank.noticed, (n) => {
        folded++
        return n + 1
      }),
    ])
    await store.add(counted).ready
    store.dispatch(Array.from({ length: 5_000 }, () => bank.noticed()))
    folded = 0
    for await (const { record } of store.timeline.blame(counted)) {
      expect(record.offset).toBe(4_999)
      break
    }
    expect(folded).toBeLessThan(3_000)
  })

  it('[TML-25] does not fold slices that the value is not read from', async () => {
    const store = openStore()
    store.dispatch(bank.opened('a'))
    store.dispatch(Array.from({ length: 2_000 }, () => bank.noticed()))
    let folded = 0
    const slow = createSlice('notices', 0, (on) => [
      on(bank.noticed, (n) => {
        folded++
        return n
      }),
    ])
    await store.replace(slow)
    folded = 0
    expect(await all(store.timeline.blame(['ledger', 'accounts', 'a', 'minor']))).toHaveLength(1)
    expect(folded).toBeLessThan(1_000)
  })

  it('[TML-25] ends when its signal is aborted, or its reader leaves', async () => {
    const store = openStore()
    store.dispatch(Array.from({ length: 10_000 }, () => bank.noticed()))
    const stop = new AbortController()
    const aborted = store.timeline.blame(['ledger'], { signal: stop.signal })[Symbol.asyncIterator]()
    const next = aborted.next()
    stop.abort('enough')
    await expect(next).rejects.toBe('enough')

    const left = store.timeline.blame(['ledger'])[Symbol.asyncIterator]()
    const waiting = left.next()
    await left.return?.()
    expect(await waiting).toEqual({ done: true, value: undefined })
  })
})

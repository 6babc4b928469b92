import { topic } from '@playhead/core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RecordFilter } from '../../protocol/rows.ts'
import { bank, bankStore, bankWith, connected, listed, partsUntil, steadyTime } from '../agent.fixtures.ts'
import { FoldedRows } from './FoldedRows.ts'
import { holdsText } from './holdsText.ts'

/** A store with a bit of everything, and what a list of it is to show by a plain look at each record. */
function mixedStore(kinds: readonly number[]) {
  const store = bankStore()
  for (const kind of kinds) {
    if (kind === 0) store.dispatch(bank.opened({ id: 'a', owner: 'Ada', minor: 0 }))
    else if (kind === 1) store.dispatch(bank.paid({ id: 'a', minor: 7 }))
    else if (kind === 2) store.dispatch(bank.paid({ id: 'b', minor: 70 }))
    else if (kind === 3) store.dispatch(bank.asked({ id: 'a' }))
    else if (kind === 4) store.dispatch({ type: 'other/moved', payload: { x: [kind, 'A word'] } })
    else expect(() => store.dispatch(bank.broke())).toThrow('the ledger is broken')
  }
  return store
}

type MixedStore = ReturnType<typeof mixedStore>

function naive(store: MixedStore, filter: RecordFilter): readonly number[] {
  const { head } = store.timeline.playhead
  const shown: number[] = []
  for (let offset = 0; offset <= head; offset++) {
    const record = store.recordAt(offset)
    if (!record) continue
    const { type, payload } = record
    const own = type === 'bank/paid' ? ['bank', 'account', (payload as { id: string }).id, 'paid'].join('.') : undefined
    const before = store.at(offset - 1).getState() as unknown as { ledger: { paid: number } }
    const after = store.at(offset).getState() as unknown as { ledger: { paid: number } }
    const fits =
      (filter.type ?? '')
        .toLowerCase()
        .split(' ')
        .every((word) => type.toLowerCase().includes(word)) &&
      (filter.topic === undefined || topic(filter.topic).matches(own ?? type.replaceAll('/', '.'))) &&
      (filter.payload === undefined ||
        JSON.stringify(payload ?? null)
          .toLowerCase()
          .includes(filter.payload.toLowerCase())) &&
      (filter.effect === undefined || record.effect?.name === filter.effect) &&
      (filter.causedBy === undefined || record.causedBy === filter.causedBy) &&
      (filter.path === undefined || before.ledger.paid !== after.ledger.paid) &&
      (!filter.failedOnly || type === 'bank/broke') &&
      !(filter.hidden ?? []).includes(type)
    if (fits) shown.push(offset)
  }
  return shown
}

const conditions = {
  type: fc.constantFrom('paid', 'BANK', 'bank as', 'nothing', ''),
  topic: fc.constantFrom('bank.account.*.paid', '#', 'bank.#', '*.moved', 'bank.account.b.#'),
  payload: fc.constantFrom('ada', '7', 'a word', 'zzz'),
  effect: fc.constantFrom('answer', 'other'),
  path: fc.constant(['ledger', 'paid']),
  failedOnly: fc.boolean(),
  hidden: fc.subarray(['bank/paid', 'other/moved', 'bank/asked']),
}

const filters: fc.Arbitrary<RecordFilter> = fc
  .tuple(fc.record(conditions), fc.subarray(Object.keys(conditions), { maxLength: 3 }))
  .map(([all, keys]) => Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key))))

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

describe('a list', () => {
  it('[AGT-8] shows the records that fit, in the order of the log, wherever it is looked at from', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 40 }), filters, fc.nat(60), async (kinds, filter, near) => {
        const store = mixedStore(kinds)
        const { panel, close } = connected(store)
        const { rows, progress } = await listed(panel, { filter, near })
        const expected = naive(store, filter)
        expect(rows.map(({ offset }) => offset)).toEqual(expected)
        expect(progress).toMatchObject({
          rows: expected.length,
          searched: store.timeline.playhead.head + 1,
          done: true,
        })
        // The row of `near`, or of the next one that fits; the last one where there is none.
        const next = expected.findIndex((offset) => offset >= near)
        expect(progress.nearRow).toBe(Math.max(0, next < 0 ? expected.length - 1 : next))
        close()
      }),
      { numRuns: 60 },
    )
  })

  it('[AGT-8] takes records of one origin, and those that a record caused', async () => {
    const store = bankWith(4)
    store.dispatch(bank.asked({ id: 'a' }))
    const { panel, close } = connected(store)
    const [client = ''] = store.recordAt(0)?.id.split('.') ?? []
    const own = await listed(panel, { filter: { origin: client } })
    expect(own.rows).toHaveLength(7)
    expect((await listed(panel, { filter: { origin: `${client}0` } })).rows).toEqual([])
    const asked = store.recordAt(4)?.id ?? ''
    expect((await listed(panel, { filter: { causedBy: asked } })).rows.map(({ offset }) => offset)).toEqual([5, 6])
    close()
  })

  it('[AGT-8] refuses a pattern that is none, a path into nothing, and a store that is not there', async () => {
    const { panel, close } = connected(bankWith(4))
    await expect(listed(panel, { filter: { topic: '#.#.#.#.#' } })).rejects.toMatchObject({
      code: 'topic/too-many-hashes',
    })
    await expect(listed(panel, { filter: { path: ['nowhere'] } })).rejects.toMatchObject({ code: 'timeline/bad-path' })
    await expect(listed(panel, { store: 'gone' })).rejects.toMatchObject({ code: 'devtools/no-store' })
    close()
  })

  it('[AGT-8] tells each record in a row', async () => {
    const store = bankWith(3)
    store.dispatch(bank.asked({ id: 'a' }))
    const { panel, close } = connected(store)
    const { rows } = await listed(panel)
    const asked = store.recordAt(3)
    expect(rows.at(-2)).toEqual({
      offset: 4,
      id: store.recordAt(4)?.id,
      type: 'bank/answered',
      time: store.recordAt(4)?.time,
      sincePrevious: 10,
      slice: 'statements',
      effect: 'answer',
      causedBy: asked?.id,
      actor: undefined,
      summary: '{ id: "a", rows: 1 }',
      failed: false,
      count: 1,
    })
    close()
  })
})

describe('a folded list', () => {
  const types = (rows: readonly { readonly type: string; readonly count: number }[]) =>
    rows.map(({ type, count }) => `${type.split('/')[1]} ${count}`)

  it('[AGT-9] shows records of one type that follow one another in a row', async () => {
    const store = mixedStore([0, 1, 1, 2, 0, 0, 4, 1])
    const { panel, close } = connected(store)
    const { rows } = await listed(panel, { folded: true, near: 2 })
    expect(types(rows)).toEqual(['opened 1', 'paid 3', 'opened 2', 'moved 1', 'paid 1'])
    expect(rows[1]).toMatchObject({ offset: 1, last: { offset: 3, time: store.recordAt(3)?.time } })
    expect(rows[0]).not.toHaveProperty('last')
    close()
  })

  it('[AGT-9] keeps apart what a filter leaves with others between, and not what noise stands between', async () => {
    const store = mixedStore([1, 4, 1, 0, 1])
    const { panel, close } = connected(store)
    expect(types((await listed(panel, { folded: true, filter: { type: 'paid' } })).rows)).toEqual([
      'paid 1',
      'paid 1',
      'paid 1',
    ])
    const { rows } = await listed(panel, { folded: true, filter: { hidden: ['other/moved'] } })
    expect(types(rows)).toEqual(['paid 2', 'opened 1', 'paid 1'])
    const run = { store: 'bank', list: 'main', offset: 0, from: 0, to: 10 }
    expect((await panel.call('rowsOfRun', run)).map(({ offset }) => offset)).toEqual([0, 2])
    expect((await panel.call('rowsOfRun', { ...run, from: 1, to: 2 })).map(({ offset }) => offset)).toEqual([2])
    close()
  })

  it('[AGT-9] comes to the same rows from wherever it is searched', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.boolean()), { maxLength: 30 }), fc.nat(30), (records, near) => {
        const offsets = records.flatMap(([, shown], offset) => (shown ? [offset] : []))
        const together = (earlier: number, later: number) =>
          later === earlier + 1 && records[earlier]?.[0] === records[later]?.[0]
        const rows = new FoldedRows(together)
        for (const offset of offsets.filter((each) => each >= near)) rows.pushUp(offset)
        for (const offset of offsets.filter((each) => each < near).toReversed()) rows.pushDown(offset)
        const expected: { offset: number; end: number; count: number }[] = []
        for (const offset of offsets) {
          const last = expected.at(-1)
          if (last && together(last.end, offset)) Object.assign(last, { end: offset, count: last.count + 1 })
          else expected.push({ offset, end: offset, count: 1 })
        }
        expect(Array.from({ length: rows.length }, (_, row) => rows.at(row))).toEqual(expected)
        expect(rows.at(rows.length)).toBeUndefined()
        for (let offset = 0; offset < 32; offset++) {
          const row = expected.findIndex(({ end }) => end >= offset)
          expect(rows.rowFrom(offset)).toBe(row < 0 ? expected.length : row)
        }
      }),
    )
  })
})

describe('the search of a list', () => {
  it('[AGT-10] begins at the place it is looked at from, and tells how far it is', async () => {
    const { panel, close } = connected(bankWith(40_000))
    const parts = await partsUntil(
      panel,
      'list',
      { store: 'bank', list: 'l', filter: { payload: '"id":"a"'.slice(6, 7) }, folded: false, near: 30_000 },
      ({ done }) => done,
    )
    const searched = parts.map((part) => part.searched)
    expect(searched).toEqual(searched.toSorted((a, b) => a - b))
    expect(parts.length).toBeGreaterThan(3)
    expect(parts[0]?.searched).toBeLessThan(20_000)
    expect(parts.at(-1)).toMatchObject({ searched: 40_000, total: 40_000 })
    close()
  })

  it('[AGT-10] lets the page have its turn after each 8 ms', async () => {
    const time = steadyTime()
    let now = 0
    let longest = 0
    let began = 0
    const watched = {
      ...time,
      now: () => {
        longest = Math.max(longest, ++now - began)
        return now
      },
      turn: async () => {
        await time.turn()
        began = now
      },
    }
    const { panel, close } = connected(bankWith(20_000), { time: watched })
    await listed(panel, { near: 10_000, filter: { payload: 'nothing like it' } })
    expect(now).toBeGreaterThan(100)
    expect(longest).toBeLessThan(25)
    close()
  })

  it('[AGT-10] ends when nobody listens any more', async () => {
    const time = steadyTime()
    let turns = 0
    const turn = () => {
      turns++
      return time.turn()
    }
    const { panel, close } = connected(bankWith(30_000), { time: { ...time, turn } })
    const give = { store: 'bank', list: 'l', filter: { payload: 'nothing like it' }, folded: false, near: 0 }
    await partsUntil(panel, 'list', give, () => true)
    close()
    await new Promise((resolve) => setImmediate(resolve))
    const then = turns
    for (let n = 0; n < 5; n++) await new Promise((resolve) => setImmediate(resolve))
    expect(turns).toBe(then)
    await expect(panel.call('rows', { store: 'bank', list: 'l', from: 0, to: 1 })).rejects.toMatchObject({
      code: 'devtools/closed',
    })
  })

  it('[AGT-11] goes on with records that come', async () => {
    const store = bankWith(5)
    const { panel, close } = connected(store)
    const rows: number[] = []
    const stop = panel.listen(
      'list',
      { store: 'bank', list: 'l', filter: { type: 'paid' }, folded: false, near: 0 },
      { part: (progress) => rows.push(progress.rows) },
    )
    await vi.waitFor(() => expect(rows.at(-1)).toBe(3))
    store.dispatch(bank.paid({ id: 'a', minor: 1 }))
    store.dispatch(bank.opened({ id: 'c', owner: 'Cleo', minor: 1 }))
    await vi.waitFor(() => expect(rows.at(-1)).toBe(4))
    expect(
      (await panel.call('rows', { store: 'bank', list: 'l', from: 3, to: 9 })).map(({ offset }) => offset),
    ).toEqual([5])
    stop()
    close()
  })

  it('[AGT-11] follows a log that was empty', async () => {
    const store = bankStore()
    const { panel, close } = connected(store)
    const heard: number[] = []
    panel.listen(
      'list',
      { store: 'bank', list: 'l', filter: {}, folded: true, near: -1 },
      { part: ({ rows }) => heard.push(rows) },
    )
    await vi.waitFor(() => expect(heard).toEqual([0]))
    store.dispatch(bank.asked({ id: 'a' }))
    await vi.waitFor(() => expect(heard.at(-1)).toBe(3))
    close()
  })
})

describe('the rows of a list', () => {
  it('[AGT-12] are those that were meant, however many came before them since', async () => {
    const { panel, close } = connected(bankWith(20_000))
    const give = { store: 'bank', list: 'l', filter: {}, folded: false, near: 15_000 }
    const first = await new Promise<{ before: number }>((resolve) => {
      let told = false
      panel.listen('list', give, {
        part(progress) {
          if (!told) resolve(progress)
          told = true
        },
      })
    })
    const asked = { store: 'bank', list: 'l', from: first.before, to: first.before + 2, before: first.before }
    for (let n = 0; n < 5; n++) {
      expect((await panel.call('rows', asked)).map(({ offset }) => offset)).toEqual([15_000, 15_001])
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await panel.call('rowOf', { store: 'bank', list: 'l', offset: 15_000 })).toMatchObject({
      row: expect.any(Number),
    })
    close()
  })

  it('[AGT-12] are fewer, or none, where there are not so many', async () => {
    const { panel, close } = connected(bankWith(3))
    await listed(panel)
    const rows = (from: number, to: number) => panel.call('rows', { store: 'bank', list: 'main', from, to })
    expect((await rows(2, 100)).map(({ offset }) => offset)).toEqual([2])
    expect(await rows(5, 9)).toEqual([])
    expect((await rows(-4, 1)).map(({ offset }) => offset)).toEqual([0])
    await expect(panel.call('rows', { store: 'bank', list: 'other', from: 0, to: 1 })).rejects.toMatchObject({
      code: 'devtools/no-list',
    })
    close()
  })

  it('[AGT-12] of one panel are not those of another, though they have one name', async () => {
    const { panel, open, close } = connected(bankWith(6))
    const second = open()
    await listed(panel, { filter: { type: 'opened' } })
    await listed(second.panel, { filter: { type: 'paid' } })
    const rows = { store: 'bank', list: 'main', from: 0, to: 9 }
    expect((await panel.call('rows', rows)).length).toBe(2)
    expect((await second.panel.call('rows', rows)).length).toBe(4)
    close()
    second.close()
  })
})

describe('text in a payload', () => {
  it('[AGT-8] is found in keys and values, without case, at any depth', () => {
    const payload = { Owner: { tags: new Set(['Ada']), rows: new Map([['Key', [12n]]]), at: new Date(0) } }
    for (const text of ['owner', 'ada', 'key', '12', '1970', 'tags']) expect(holdsText(payload, text)).toBe(true)
    expect(holdsText(payload, 'nothing')).toBe(false)
    expect(
      holdsText(
        {
          get ada() {
            throw new Error('must not run')
          },
        },
        'run',
      ),
    ).toBe(false)
  })

  it('[AGT-8] is looked for within bounds', () => {
    const cyclic: { self?: object; name: string } = { name: 'a' }
    cyclic.self = cyclic
    expect(holdsText(cyclic, 'zzz')).toBe(false)
    expect(holdsText(Object.fromEntries(Array.from({ length: 200_000 }, (_, n) => [`k${n}`, n])), 'k199999')).toBe(
      false,
    )
    expect(holdsText(`${'x'.repeat(10_000_000)}y`, 'y')).toBe(false)
  })
})

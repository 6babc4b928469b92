import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TrackBy } from '../../protocol/calls.ts'
import { bank, bankStore, bankWith, connected } from '../agent.fixtures.ts'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

function storeOf(kinds: readonly number[]) {
  const store = bankStore()
  for (const kind of kinds) {
    if (kind === 0) store.dispatch(bank.opened({ id: 'a', owner: 'Ada', minor: 0 }))
    else if (kind === 1) store.dispatch(bank.asked({ id: 'a' }))
    else if (kind === 2) store.dispatch({ type: 'other/moved' })
    else expect(() => store.dispatch(bank.broke())).toThrow('the ledger is broken')
  }
  return store
}

const trackOf = (
  record: { readonly type: string; readonly effect?: { readonly name: string } },
  by: TrackBy,
): string => {
  if (by === 'effect') return record.effect?.name ?? ''
  if (record.type === 'other/moved') return ''
  return ['bank/asked', 'bank/answered'].includes(record.type) ? 'statements' : 'ledger'
}

describe('the density of a timeline', () => {
  it('[AGT-13] counts each record once in its part and on its track, wherever the range lies', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { maxLength: 30 }),
        fc.constantFrom('slice' as const, 'effect' as const),
        fc.constantFrom('offset' as const, 'time' as const),
        fc.tuple(fc.double({ min: -0.5, max: 1.2, noNaN: true }), fc.double({ min: 0.01, max: 1.5, noNaN: true })),
        fc.integer({ min: 1, max: 12 }),
        async (kinds, tracks, axis, [begin, length], buckets) => {
          const store = storeOf(kinds)
          const { panel, close } = connected(store)
          const records = Array.from({ length: store.timeline.playhead.head + 1 }, (_, n) => store.recordAt(n))
          const placeOf = (record: (typeof records)[number]) => (axis === 'time' ? record?.time : record?.offset) ?? 0
          const [low, high] =
            axis === 'time' ? [records[0]?.time ?? 0, (records.at(-1)?.time ?? 0) + 1] : [0, records.length + 1]
          const from = low + begin * (high - low)
          const to = from + length * (high - low)
          const got = await panel.call('density', { store: 'bank', from, to, buckets, tracks, axis })
          const expected = new Map<string, { counts: number[]; failed: number[] }>()
          for (const record of records) {
            if (!record || placeOf(record) < from || placeOf(record) >= to) continue
            const track = trackOf(record, tracks)
            const into = expected.get(track) ?? {
              counts: new Array(buckets).fill(0),
              failed: new Array(buckets).fill(0),
            }
            expected.set(track, into)
            const bucket = Math.min(buckets - 1, Math.floor((placeOf(record) - from) * (buckets / (to - from))))
            into.counts[bucket]++
            if (record.type === 'bank/broke') into.failed[bucket]++
          }
          expect(new Map(got.map(({ track, counts, failed }) => [track, { counts, failed }]))).toEqual(expected)
          close()
        },
      ),
      { numRuns: 80 },
    )
  })

  it('[AGT-13] has a track for each origin', async () => {
    const store = bankWith(3)
    const { panel, close } = connected(store)
    const [only, ...others] = await panel.call('density', {
      store: 'bank',
      from: 0,
      to: 3,
      buckets: 1,
      tracks: 'origin',
    })
    expect(only).toEqual({ track: store.recordAt(0)?.id.split('.')[0], counts: [3], failed: [0] })
    expect(others).toEqual([])
    close()
  })

  it('[AGT-13] has nothing of an empty log, and refuses a range that is none', async () => {
    const { panel, close } = connected(bankStore())
    const give = { store: 'bank', from: 0, to: 10, buckets: 4, tracks: 'slice' as const }
    await expect(panel.call('density', give)).resolves.toEqual([])
    for (const bad of [{ to: 0 }, { buckets: 0 }, { buckets: 1e9 }, { from: Number.NaN }])
      await expect(panel.call('density', { ...give, ...bad })).rejects.toMatchObject({ code: 'devtools/bad-range' })
    close()
  })
})

describe('the marks of a timeline', () => {
  it('[AGT-14] are the records of a range, one by one', async () => {
    const store = storeOf([0, 1, 2, 3])
    const { panel, close } = connected(store)
    const marks = await panel.call('marks', { store: 'bank', from: 1, to: 9, tracks: 'slice' })
    expect(marks.map(({ offset, track, type, failed }) => [offset, track, type, failed])).toEqual([
      [1, 'statements', 'bank/asked', false],
      [2, 'statements', 'bank/answered', false],
      [3, 'ledger', 'bank/paid', false],
      [4, '', 'other/moved', false],
      [5, 'ledger', 'bank/broke', true],
    ])
    expect(marks[0]?.time).toBe(store.recordAt(1)?.time)
    close()
  })

  it('[AGT-14] are the first of them where there are more than were asked for', async () => {
    const { panel, close } = connected(bankWith(20))
    const marks = await panel.call('marks', { store: 'bank', from: 5, to: 20, tracks: 'effect', most: 3 })
    expect(marks.map(({ offset }) => offset)).toEqual([5, 6, 7])
    close()
  })

  it('[AGT-14] are found by recorded time, many of one time included', async () => {
    const store = bankStore()
    store.dispatch([bank.asked({ id: 'a' }), bank.asked({ id: 'b' })])
    const { panel, close } = connected(store)
    const time = store.recordAt(0)?.time ?? 0
    const at = async (from: number, to: number) =>
      (await panel.call('marks', { store: 'bank', from, to, tracks: 'slice', axis: 'time' })).map(
        ({ offset }) => offset,
      )
    expect(await at(time, time + 1)).toEqual([0, 1])
    expect(await at(time - 5, time)).toEqual([])
    expect(await at(time + 0.5, time + 1000)).toEqual([2, 3, 4, 5])
    close()
  })
})

describe('the runs of a timeline', () => {
  it('[AGT-15] are those that were on in a range, with what they emitted', async () => {
    const store = bankWith(4)
    store.dispatch(bank.asked({ id: 'a' }))
    const { panel, close } = connected(store)
    const give = { store: 'bank', from: 0, to: 100 }
    const [run, ...others] = await panel.call('runs', give)
    expect(run).toMatchObject({
      effect: 'answer',
      run: 0,
      startedBy: 4,
      startedIn: 4,
      outcome: 'done',
      emitted: [5, 6],
      endedBy: undefined,
    })
    expect(others).toEqual([])
    expect(await panel.call('runs', { ...give, to: 4 })).toEqual([])
    expect(await panel.call('runs', { ...give, from: 6 })).toHaveLength(1)
    close()
  })

  it('[AGT-15] are read from the records where the journal has forgotten them', async () => {
    const store = bankWith(2)
    store.dispatch(bank.asked({ id: 'a' }))
    const branch = store.timeline.fork({})
    const { panel, close } = connected(branch)
    expect(branch.runs).toEqual([])
    expect(await panel.call('runs', { store: 'bank', from: 0, to: 10 })).toEqual([
      {
        effect: 'answer',
        run: 0,
        startedBy: 2,
        startedAt: store.recordAt(2)?.time,
        endedAt: store.recordAt(4)?.time,
        startedIn: 2,
        endedIn: 4,
        outcome: 'done',
        emitted: [3, 4],
        endedBy: undefined,
      },
    ])
    close()
  })

  it('[AGT-15] are the longest of them where there are more than were asked for', async () => {
    const store = bankWith(2)
    for (let n = 0; n < 5; n++) store.dispatch(bank.asked({ id: 'a' }))
    const { panel, close } = connected(store)
    expect(await panel.call('runs', { store: 'bank', from: 0, to: 100, most: 2 })).toHaveLength(2)
    close()
  })
})

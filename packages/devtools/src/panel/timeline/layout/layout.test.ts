import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RunView, StoreOverview } from '../../../protocol/overview.ts'
import { familyOf } from './familyOf.ts'
import type { RowsGiven } from './layoutRows.ts'
import { heightOf, layoutRows, rowAt } from './layoutRows.ts'
import { lanesOf, packRuns } from './packRuns.ts'

describe('rows', () => {
  it('[TRK-9] lie one below another without gaps: tracks, effects, branches', () => {
    const rows = layoutRows(given({ effects: ['load'], family: [store('a'), store('b', 'a', 3)] }))
    expect(rows.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'track ledger',
      'track no slice',
      'section Effects',
      'effect load',
      'section Branches',
      'branch a',
      'branch b',
    ])
    for (const [at, row] of rows.entries()) if (at > 0) expect(row.y).toBe(heightOf(rows.slice(0, at)))
  })

  it('[TRK-9] of a store without branches have no lanes for them', () => {
    expect(layoutRows(given({ family: [store('a')] })).some(({ kind }) => kind === 'branch')).toBe(false)
  })

  it('[TRK-9] carry the runs of an effect where effects are the tracks', () => {
    const rows = layoutRows(given({ by: 'effect', tracks: ['', 'load'], effects: ['load'], lanesOf: () => 3 }))
    expect(rows.map((row) => row.kind === 'track' && [row.label, row.effect, row.lanes])).toEqual([
      ['outside', undefined, 0],
      ['load', 'load', 3],
    ])
  })

  it('[TRK-9] grow into the room there is, and no more than that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 12 }), (room, count) => {
        const tracks = Array.from({ length: count }, (_, at) => `slice ${at}`)
        const tight = heightOf(layoutRows(given({ tracks, room: 0 })))
        const height = heightOf(layoutRows(given({ tracks, room })))
        expect(height).toBeGreaterThanOrEqual(tight)
        expect(height).toBeLessThanOrEqual(Math.max(room, tight))
      }),
    )
  })

  it('[TRK-10] are found at every height of them, and nowhere else', () => {
    const rows = layoutRows(given({ effects: ['load'] }))
    expect([-1, 0, heightOf(rows) - 1, heightOf(rows)].map((y) => rowAt(rows, y)?.label)).toEqual([
      undefined,
      'ledger',
      'load',
      undefined,
    ])
  })
})

describe('runs', () => {
  const stretches = fc.array(fc.tuple(fc.nat({ max: 200 }), fc.option(fc.nat({ max: 60 }), { nil: undefined })), {
    maxLength: 40,
  })

  it('[TRK-9] of one lane do not cover each other, while there are lanes', () => {
    fc.assert(
      fc.property(stretches, (list) => {
        const packed = pack(list, 100)
        for (const [at, one] of packed.entries()) {
          for (const other of packed.slice(at + 1)) {
            if (one.lane !== other.lane) continue
            expect(one.to ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(other.from)
          }
        }
      }),
    )
  })

  it('[TRK-9] take no more lanes than there are', () => {
    fc.assert(
      fc.property(stretches, (list) => {
        expect(lanesOf(pack(list, 3))).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('[TRK-9] take the first lane that is free again', () => {
    const packed = pack(
      [
        [0, 10],
        [5, 10],
        [10, 2],
      ],
      4,
    )
    expect(packed.map(({ lane }) => lane)).toEqual([0, 1, 0])
  })
})

describe('a family of stores', () => {
  const stores = [
    store('late', 'bank', 80),
    store('bank'),
    store('early', 'bank', 20),
    store('child', 'early', 60),
    store('other'),
  ]

  it('[TRK-9] begins with the original, each branch after what it left, the earliest first', () => {
    const family = familyOf(
      stores.map(({ overview }) => overview),
      'child',
    )
    expect(family.map(({ store: { id }, depth }) => `${depth} ${id}`)).toEqual([
      '0 bank',
      '1 early',
      '2 child',
      '1 late',
    ])
  })

  it('[TRK-9] is the store alone, when its original has gone', () => {
    const family = familyOf([store('b', 'gone', 5).overview], 'b')
    expect(family.map(({ store: { id } }) => id)).toEqual(['b'])
  })

  it('[TRK-9] of a store that is not there is empty', () => {
    expect(familyOf([], 'bank')).toEqual([])
  })
})

function given(
  changed: Partial<Omit<RowsGiven, 'family'>> & { readonly family?: readonly ReturnType<typeof store>[] },
): RowsGiven {
  const { family = [], ...rest } = changed
  return {
    tracks: ['ledger', ''],
    by: 'slice',
    effects: [],
    lanesOf: () => 1,
    family: family.map(({ id }, depth) => ({ id, name: id, depth })),
    colourOf: () => '--ph-series-1',
    branchColourOf: () => '--ph-series-2',
    room: 0,
    ...rest,
  }
}

function pack(list: readonly (readonly [from: number, length: number | undefined])[], lanes: number) {
  const runs = list.map((_, run) => ({ run }) as RunView)
  return packRuns(
    runs,
    ({ run }) => {
      const [from = 0, length] = list[run] ?? []
      return { from, to: length === undefined ? undefined : from + length }
    },
    lanes,
  )
}

function store(id: string, parent?: string, at = 0) {
  const overview = { id, name: id, parent: parent === undefined ? undefined : { id: parent, at } } as StoreOverview
  return { id, overview }
}

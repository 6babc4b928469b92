import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../data/Draft.ts'
import { runOnDraft } from '../draft/runOnDraft.ts'
import { table } from './createTable.ts'
import type { IndexItem } from './keyIndex.ts'
import { IndexNode } from './keyIndex.ts'
import type { Branch, SlotNode } from './slotTrie.ts'
import type { Table } from './Table.ts'
import { versionOf } from './TableBase.ts'
import type { TableDraft } from './TableDraft.ts'
import type { TableKey } from './TableKey.ts'
import { hashKey } from './tableKeys.ts'

function write<K extends TableKey, V>(rows: Table<K, V>, recipe: (draft: TableDraft<K, V>) => void): Table<K, V> {
  return runOnDraft(rows, (draft) => {
    recipe(draft)
  }) as Table<K, V>
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => [`k${i}`, { n: i }] as [string, { n: number }])

describe('table', () => {
  it('[TBL-1] gives back the row that was set, and nothing for an absent key', () => {
    const rows = write(table<string, { n: number }>(), (draft) => draft.set('a', { n: 1 }))
    expect([rows.get('a'), rows.get('b'), rows.has('a'), rows.has('b'), rows.size]).toEqual([
      { n: 1 },
      undefined,
      true,
      false,
      1,
    ])
  })

  it('[TBL-2] leaves earlier versions as they were', () => {
    const before = table({ rows: numbered(100) })
    write(before, (draft) => {
      draft.set('k5', { n: -1 })
      draft.delete('k6')
      draft.set('new', { n: 7 })
    })
    expect([...before]).toEqual(numbered(100))
  })

  it('[TBL-2] keeps branches apart: each has its own keys and its own order', () => {
    const trunk = table({ rows: [['a', 1]] as [string, number][] })
    const left = write(trunk, (draft) => {
      draft.set('left', 2)
      draft.set('both', 3)
    })
    const right = write(trunk, (draft) => {
      draft.set('both', 4)
      draft.set('right', 5)
    })
    expect([...left]).toEqual([
      ['a', 1],
      ['left', 2],
      ['both', 3],
    ])
    expect([...right]).toEqual([
      ['a', 1],
      ['both', 4],
      ['right', 5],
    ])
    expect([left.has('right'), right.has('left')]).toEqual([false, false])
  })

  it('[TBL-3] keeps the place of a row that is replaced, and moves one that is inserted again to the end', () => {
    const rows = write(
      table({
        rows: [
          ['a', 1],
          ['b', 2],
          ['c', 3],
        ] as [string, number][],
      }),
      (draft) => {
        draft.set('a', 10)
        draft.delete('b')
        draft.set('b', 20)
      },
    )
    expect([...rows]).toEqual([
      ['a', 10],
      ['c', 3],
      ['b', 20],
    ])
  })

  it('[TBL-4] tells 1 from "1", and takes -0 for 0', () => {
    const rows = table<TableKey, string>({
      rows: [
        [1, 'number'],
        ['1', 'text'],
        [-0, 'zero'],
      ],
    })
    expect([rows.get(1), rows.get('1'), rows.get(0), rows.get(-0), rows.size]).toEqual([
      'number',
      'text',
      'zero',
      'zero',
      3,
    ])
    expect(Object.is([...rows.keys()][2], 0)).toBe(true)
  })

  it.each([
    [Number.NaN, 'NaN'],
    [null, 'null'],
    [true, 'boolean true'],
    [{}, 'a value of type object'],
  ])('[TBL-4] refuses the key %s', (key, shown) => {
    expect(() => write(table<never, number>(), (draft) => draft.set(key as never, 1))).toThrow(
      `Cannot use ${shown} as the key of a table's row: keys are strings, and numbers other than NaN. Give the row a string or number of its own. (table/bad-key)`,
    )
    expect(table<never, number>().get(key as never)).toBeUndefined()
  })

  it('[TBL-5] tells each row that was added, changed or removed', () => {
    const before = table({
      rows: [
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ] as [string, number][],
    })
    const after = write(before, (draft) => {
      draft.set('b', 20)
      draft.delete('c')
      draft.set('d', 4)
    })
    expect([...after.diff(before)]).toEqual([
      { kind: 'changed', key: 'b', before: 2, after: 20 },
      { kind: 'removed', key: 'c', before: 3 },
      { kind: 'added', key: 'd', after: 4 },
    ])
  })

  it('[TBL-5] takes a row that was deleted and inserted again for one change, or for none where it is the same', () => {
    const before = table({
      rows: [
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ] as [string, number][],
    })
    const after = write(before, (draft) => {
      draft.delete('a')
      draft.set('a', 1)
      draft.delete('b')
      draft.set('b', 20)
    })
    expect([...after.diff(before)]).toEqual([{ kind: 'changed', key: 'b', before: 2, after: 20 }])
  })

  it('[TBL-5] compares branches whose slots hold different keys', () => {
    const trunk = table({ rows: [['a', 1]] as [string, number][] })
    const left = write(trunk, (draft) => draft.set('left', 2))
    const right = write(trunk, (draft) => {
      draft.set('right', 3)
      draft.set('left', 4)
    })
    expect([...right.diff(left)]).toEqual([
      { kind: 'added', key: 'right', after: 3 },
      { kind: 'changed', key: 'left', before: 2, after: 4 },
    ])
  })

  it('[TBL-5] refuses to compare with what is not a table', () => {
    expect(() => table<string, number>().diff(new Map() as never)).toThrow('(table/not-a-table)')
  })

  it('[TBL-6] reads no node that two versions share when it compares them', () => {
    const before = table({ rows: numbered(5000) })
    const after = write(before, (draft) => draft.set('k2500', { n: -1 }))
    for (const node of sharedNodes(versionOf(before).rows, versionOf(after).rows)) {
      for (const field of ['rows', 'keys', 'children'])
        if (field in node) Object.defineProperty(node, field, { get: () => expect.fail(`read ${field}`) })
    }
    expect([...after.diff(before)]).toEqual([{ kind: 'changed', key: 'k2500', before: { n: 2500 }, after: { n: -1 } }])
  })

  it('[TBL-6] copies one node of each level for an update of one row, and each node once for many', () => {
    const before = table({ rows: numbered(5000) })
    const one = write(before, (draft) => draft.set('k2500', { n: -1 }))
    const many = write(before, (draft) => {
      for (let i = 0; i < 32; i++) draft.set(`k${2496 + i}`, { n: -1 })
    })
    const copied = (after: typeof before) =>
      nodesOf(versionOf(after).rows).filter((node) => !nodesOf(versionOf(before).rows).includes(node)).length
    expect([copied(one), copied(many)]).toEqual([3, 3])
    expect(versionOf(one).index).toBe(versionOf(before).index)
  })

  it('[TBL-6] keeps nothing of rows that were deleted', () => {
    const rows = write(table({ rows: numbered(5000) }), (draft) => {
      for (let i = 0; i < 4999; i++) draft.delete(`k${i}`)
    })
    expect(nodesOf(versionOf(rows).rows)).toHaveLength(3)
    expect(versionOf(write(rows, (draft) => draft.delete('k4999')))).toEqual(versionOf(table()))
  })

  it('[TBL-6] has the index of a table that never had the deleted rows', () => {
    const rows = write(table({ rows: numbered(2000) }), (draft) => {
      for (let i = 10; i < 2000; i++) draft.delete(`k${i}`)
    })
    const sizes = (node: IndexItem | undefined): unknown =>
      node instanceof IndexNode ? node.items.map(sizes) : typeof node
    expect(sizes(versionOf(rows).index)).toEqual(sizes(versionOf(table({ rows: numbered(10) })).index))
  })

  it('[TBL-7] refuses to update a row that is not there', () => {
    expect(() => write(table({ rows: numbered(3) }), (draft) => draft.update('k9', () => {}))).toThrow(
      'Cannot update row "k9": the table has no such row among its 3. Add it with `set`, or ask `has` first. (table/no-row)',
    )
  })

  it('[TBL-7] updates a row by a draft of it, or by what the recipe returns', () => {
    const rows = write(table({ rows: numbered(3) }), (draft) => {
      draft.update('k0', (row) => {
        row.n = 10
      })
      draft.update('k1', (row) => ({ n: row.n + 10 }))
    })
    expect([...rows.values()]).toEqual([{ n: 10 }, { n: 11 }, { n: 2 }])
    expect([
      ...write(table({ rows: [['n', 1]] as [string, number][] }), (draft) => draft.update('n', (n) => n + 1)),
    ]).toEqual([['n', 2]])
  })

  it('[TBL-7] puts what came of a recipe in its place, whatever the recipe did to the table', () => {
    const rows = table({ rows: numbered(40) })
    const after = write(rows, (draft) => {
      draft.update('k1', (row) => {
        draft.delete('k1')
        row.n = -1
      })
      draft.update('k2', (row) => {
        draft.set('k2', { n: 0 })
        row.n = -2
      })
      draft.update('k3', () => draft.delete('k3'))
    })
    expect([...after.keys()].slice(-2)).toEqual(['k39', 'k1'])
    expect([after.get('k1'), after.get('k2'), after.has('k3'), after.size]).toEqual([{ n: -1 }, { n: -2 }, false, 39])
    const cleared = write(rows, (draft) =>
      draft.update('k4', (row) => {
        draft.clear()
        row.n = -4
      }),
    )
    expect([...cleared]).toEqual([['k4', { n: -4 }]])
  })

  it('[TBL-8] gives the same table back where no row differs by reference', () => {
    const rows = table({ rows: numbered(100) })
    const unchanged = [
      write(rows, () => {}),
      write(rows, (draft) => draft.set('k1', rows.get('k1') as { n: number })),
      write(rows, (draft) => draft.update('k1', () => {})),
      write(rows, (draft) =>
        draft.update('k1', (row) => {
          row.n = 1
        }),
      ),
      write(rows, (draft) => draft.delete('absent')),
      write(rows, (draft) => {
        draft.set('k1', { n: -1 })
        draft.set('k1', rows.get('k1') as { n: number })
      }),
      write(table<string, number>(), (draft) => draft.clear()),
    ]
    expect(unchanged.slice(0, -1).every((after) => after === rows)).toBe(true)
    expect(unchanged.at(-1)?.size).toBe(0)
  })

  it('[TBL-9] stands sorted by `order`, ties by insertion, and moves a row when it changes', () => {
    const order = (a: { n: number }, b: { n: number }) => a.n - b.n
    const rows = table<string, { n: number }>({
      rows: [
        ['c', { n: 2 }],
        ['a', { n: 1 }],
        ['b', { n: 1 }],
      ],
      order,
    })
    expect([...rows.keys()]).toEqual(['a', 'b', 'c'])
    const moved = write(rows, (draft) => {
      draft.update('a', (row) => {
        row.n = 3
      })
      expect([...draft.keys()]).toEqual(['b', 'c', 'a'])
      draft.set('d', { n: 2 })
    })
    expect([...moved.keys()]).toEqual(['b', 'c', 'd', 'a'])
    expect([...rows.keys()]).toEqual(['a', 'b', 'c'])
  })

  it('[TBL-10] walks the rows of a draft as they were when the walk began', () => {
    const rows = write(table({ rows: numbered(50) }), (draft) => {
      for (const [key, row] of draft) {
        if (row.n % 2 === 0) draft.delete(key)
        else draft.set(`${key}'`, row)
      }
    })
    expect(rows.size).toBe(50)
    expect([...rows.keys()].slice(24, 27)).toEqual(['k49', "k1'", "k3'"])
  })

  it('[TBL-10] sees in a draft what was written to it', () => {
    write(table({ rows: numbered(2) }), (draft) => {
      draft.set('k0', { n: 9 })
      draft.delete('k1')
      expect([draft.size, draft.get('k0'), draft.has('k1'), [...draft.keys()]]).toEqual([1, { n: 9 }, false, ['k0']])
      draft.clear()
      expect([draft.size, [...draft]]).toEqual([0, []])
    })
  })

  it('[TBL-11] gives iterators with the helpers of the platform', () => {
    const rows = table({ rows: numbered(5) })
    expect(
      rows
        .values()
        .map((row) => row.n)
        .filter((n) => n > 2)
        .toArray(),
    ).toEqual([3, 4])
    expect(rows.keys().take(2).toArray()).toEqual(['k0', 'k1'])
    const entries = rows.entries()
    entries.next()
    expect([...entries]).toEqual(numbered(5).slice(1))
    expect(Object.prototype.toString.call(rows)).toBe('[object Table]')
    expect(JSON.stringify({ rows: table({ rows: numbered(1) }) })).toBe('{"rows":[["k0",{"n":0}]]}')
  })

  it('[TBL-11] stops where a reader stops', () => {
    const iterator = table({ rows: numbered(5) }).keys()
    for (const _ of iterator) break
    expect(iterator.next()).toEqual({ done: true, value: undefined })
  })

  it('[TBL-12] freezes rows in development, all the way down', () => {
    const rows = write(table<string, { tags: string[] }>(), (draft) => draft.set('a', { tags: ['x'] }))
    const row = rows.get('a') as Draft<{ tags: string[] }>
    expect(() => row.tags.push('y')).toThrow(TypeError)
    expect(() => Object.assign(row, { tags: [] })).toThrow(TypeError)
  })
})

function nodesOf(node: SlotNode | undefined): SlotNode[] {
  if (node === undefined) return []
  return [node, ...((node as Partial<Branch>).children ?? []).flatMap(nodesOf)]
}

function sharedNodes(a: SlotNode | undefined, b: SlotNode | undefined): SlotNode[] {
  const others = nodesOf(b)
  return nodesOf(a).filter((node) => others.includes(node))
}

/** Versions beside their models. Every command writes to one of them and keeps all. */
interface Model {
  versions: ReadonlyMap<TableKey, number>[]
}
interface Real {
  versions: Table<TableKey, number>[]
}

class Write implements fc.Command<Model, Real> {
  readonly from: number
  readonly writes: readonly (readonly [kind: string, key: TableKey, row: number])[]

  constructor(from: number, writes: readonly (readonly [kind: string, key: TableKey, row: number])[]) {
    this.from = from
    this.writes = writes
  }

  check = () => true

  run(model: Model, real: Real): void {
    const at = this.from % model.versions.length
    const expected = new Map(model.versions[at])
    const version = write(real.versions[at] as Table<TableKey, number>, (draft) => {
      for (const [kind, key, row] of this.writes) {
        if (kind === 'set') expected.set(key, row)
        if (kind === 'set') draft.set(key, row)
        if (kind === 'delete') expected.delete(key)
        if (kind === 'delete') draft.delete(key)
        if (kind === 'clear') expected.clear()
        if (kind === 'clear') draft.clear()
        if (kind === 'update' && expected.has(key)) {
          expected.set(key, (expected.get(key) as number) + row)
          draft.update(key, (old) => old + row)
        }
        expect(draft.get(key)).toBe(expected.get(key))
      }
      expect([...draft]).toEqual([...expected])
    })
    model.versions.push(expected)
    real.versions.push(version)
    expectSame(version, expected)
  }

  toString = () => `write(${this.from}, ${JSON.stringify(this.writes)})`
}

function expectSame(version: Table<TableKey, number>, expected: ReadonlyMap<TableKey, number>): void {
  expect([...version]).toEqual([...expected])
  expect(version.size).toBe(expected.size)
  for (const [key, row] of expected) expect(version.get(key)).toBe(row)
}

/** Keys whose 32 bits of hash are equal, so that they meet in one place of the index. */
const colliding = ['hjazvu6w29ei', '1rze4p271eeb2']

const anyKey = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((n) => `k${n}`),
  fc.integer({ min: -20, max: 20 }),
  fc.constantFrom(0.5, 1e300, Number.POSITIVE_INFINITY, '', '1', ...colliding),
)
const anyWrite = fc.tuple(
  fc.oneof(
    { weight: 8, arbitrary: fc.constant('set') },
    { weight: 5, arbitrary: fc.constantFrom('delete', 'update') },
    { weight: 1, arbitrary: fc.constant('clear') },
  ),
  anyKey,
  fc.integer({ min: 0, max: 5 }),
)
/** More than a node holds, so that tries grow and shrink by levels. */
const manyWrites = fc
  .tuple(fc.constantFrom('set', 'delete'), fc.nat(2000), fc.integer({ min: 1, max: 1200 }))
  .map(([kind, first, count]) => Array.from({ length: count }, (_, i) => [kind, `n${(first + i) % 2000}`, i] as const))
const anyWrites = fc.oneof(
  { weight: 6, arbitrary: fc.array(anyWrite, { maxLength: 12 }) },
  { weight: 1, arbitrary: manyWrites },
)
const anyHistory = fc.commands([fc.tuple(fc.nat(), anyWrites).map(([from, writes]) => new Write(from, writes))], {
  maxCommands: 25,
})

describe('table against a Map', () => {
  it('[TBL-1] keeps keys apart whose hashes are equal', () => {
    expect(hashKey(colliding[0] as string)).toBe(hashKey(colliding[1] as string))
    const rows = write(table({ rows: colliding.map((key) => [key, key] as [string, string]) }), (draft) =>
      draft.delete(colliding[0] as string),
    )
    expect([rows.get(colliding[0] as string), rows.get(colliding[1] as string)]).toEqual([undefined, colliding[1]])
  })

  const histories = (
    options: { order?: (a: number, b: number) => number },
    check: (real: Real, model: Model) => void,
  ) =>
    fc.assert(
      fc.property(anyHistory, (commands) => {
        const state = {
          model: { versions: [new Map<TableKey, number>()] },
          real: { versions: [table<TableKey, number>(options)] },
        }
        fc.modelRun(() => state, commands)
        check(state.real, state.model)
      }),
      { numRuns: 150 },
    )

  it('[TBL-1] [TBL-2] [TBL-3] holds the same rows in the same order, in every version of every branch', () => {
    histories({}, (real, model) => {
      for (const [at, version] of real.versions.entries())
        expectSame(version, model.versions[at] as Map<TableKey, number>)
    })
  })

  it('[TBL-5] gives the differences that a comparison of all rows finds, between any two versions', () => {
    histories({}, (real, model) => {
      for (const [a, earlier] of real.versions.entries()) {
        const later = real.versions[(a * 7 + 3) % real.versions.length] as Table<TableKey, number>
        const [before, after] = [
          model.versions[a] as Map<TableKey, number>,
          model.versions[(a * 7 + 3) % real.versions.length] as Map<TableKey, number>,
        ]
        const changes = [...later.diff(earlier)]
        expect(new Map(changes.map((change) => [change.key, change]))).toEqual(naiveDiff(before, after))
        expect(new Set(changes.map((change) => change.key)).size).toBe(changes.length)
      }
    })
  })
})

describe('table with an order against a sort', () => {
  it('[TBL-9] holds the rows that a stable sort gives, in every version of every branch', () => {
    const order = (a: number, b: number) => (b % 4) - (a % 4)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), anyWrites), { maxLength: 15 }), (writes) => {
        const versions = [{ rows: table<TableKey, number>({ order }), model: new Map<TableKey, number>() }]
        for (const [from, batch] of writes) {
          const { rows, model } = versions[from % versions.length] as (typeof versions)[0]
          const next = new Map(model)
          versions.push({
            model: next,
            rows: write(rows, (draft) => {
              for (const [kind, key, row] of batch) {
                if (kind === 'delete') next.delete(key)
                if (kind === 'delete') draft.delete(key)
                if (kind === 'set') next.set(key, row)
                if (kind === 'set') draft.set(key, row)
              }
            }),
          })
          const { rows: sorted } = versions[(from * 3) % versions.length] as (typeof versions)[0]
          void [...sorted.keys()]
        }
        for (const { rows, model } of versions)
          expect([...rows]).toEqual([...model].sort(([, a], [, b]) => order(a, b)))
      }),
    )
  })
})

function naiveDiff(before: ReadonlyMap<TableKey, number>, after: ReadonlyMap<TableKey, number>) {
  const changes = new Map<TableKey, object>()
  for (const [key, row] of before) {
    if (!after.has(key)) changes.set(key, { kind: 'removed', key, before: row })
    else if (after.get(key) !== row) changes.set(key, { kind: 'changed', key, before: row, after: after.get(key) })
  }
  for (const [key, row] of after) if (!before.has(key)) changes.set(key, { kind: 'added', key, after: row })
  return changes
}

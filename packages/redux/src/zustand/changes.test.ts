import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, changesOf } from './changes.ts'

const json = fc.jsonValue({ maxDepth: 4 })

describe('changes', () => {
  it('[ZUS-2] lead from any value to any other', () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        expect(changed(before, changesOf(before, after))).toEqual(after)
      }),
    )
  })

  it('[ZUS-2] lead back to a value that shares parts, and share what they do not touch', () => {
    const rows = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`r${at}`, { at, tags: ['a', 'b'] }]))
    const before = { rows, list: [1, 2, 3, 4, 5] }
    const after = {
      rows: { ...rows, r7: { at: 70, tags: ['a', 'b'] } },
      list: [1, 2, 9, 4, 5],
    }
    const changes = changesOf(before, after)
    expect(changes).toEqual([
      { path: ['rows', 'r7', 'at'], value: 70 },
      { path: ['list', 2], value: 9 },
    ])
    const next = changed(before, changes) as typeof before
    expect(next).toEqual(after)
    expect(next.rows.r8).toBe(rows.r8)
  })

  it('[ZUS-2] say what came and went in a list, not the list', () => {
    const items = Array.from({ length: 1_000 }, (_, at) => ({ at }))
    expect(changesOf(items, items.toSpliced(500, 1))).toEqual([{ path: [], at: 500, remove: 1, insert: [] }])
    expect(changesOf(items, [...items, { at: -1 }])).toEqual([{ path: [], at: 1_000, remove: 0, insert: [{ at: -1 }] }])
    expect(changesOf({ a: 1, b: 2 }, { a: 1 })).toEqual([{ path: ['b'], gone: true }])
    expect(changed(JSON.parse('{"__proto__":1}'), changesOf({}, JSON.parse('{"__proto__":{"x":1}}')))).toEqual(
      JSON.parse('{"__proto__":{"x":1}}'),
    )
  })
})

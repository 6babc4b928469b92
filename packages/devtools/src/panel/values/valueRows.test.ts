import { expect, it } from 'vitest'
import { preview } from '../../agent/preview/preview.ts'
import type { LoadedValue } from './loadValue.ts'
import { pathKey } from './paths.ts'
import { rangeId, valueRows } from './valueRows.ts'

function loaded(value: unknown): LoadedValue {
  const root = preview(value)
  return {
    root,
    refused: undefined,
    isWaiting: false,
    generation: 1,
    changed: new Set(),
    at: () => undefined,
    child: (of, index) => (of.length === 0 && 'entries' in root ? root.entries[index] : undefined),
  }
}

const rowsOf = (value: unknown, expanded: readonly string[], label?: string) =>
  valueRows({ label, loaded: loaded(value), expanded: new Set(expanded) }).rows

it('[VAL-3] says of every line its level, its place and how many stand beside it', () => {
  const rows = rowsOf({ a: 1, b: 2 }, [pathKey([])], 'payload')
  expect(rows.map(({ level, position, siblings }) => [level, position, siblings])).toEqual([
    [1, 1, 1],
    [2, 1, 2],
    [2, 2, 2],
  ])
})

it('[VAL-3] has no line for the root where it has no name', () => {
  expect(rowsOf({ a: 1 }, []).map(({ id }) => id)).toEqual([pathKey(['a'])])
})

it('[VAL-2] shows more than 1,000 children in ranges, and waits for those that are not there', () => {
  const value = Array.from({ length: 5_000 }, (_, index) => index)
  const rows = rowsOf(value, [rangeId([], { from: 1_000, to: 2_000 })])
  expect(rows.filter(({ kind }) => kind === 'range')).toHaveLength(5)
  expect(rows.filter(({ kind }) => kind === 'waiting')).toHaveLength(1_000)
  expect(rows[2]).toMatchObject({ kind: 'waiting', index: 1_000, window: { number: 10 } })
})

it('[VAL-10] says once for a window that it was refused', () => {
  const refused = { ...loaded({}), root: preview(new Array(300).fill(0)), child: () => new Error('gone') }
  const { rows } = valueRows({ loaded: refused, expanded: new Set() })
  expect(rows.map(({ kind }) => kind)).toEqual(['failed', 'failed', 'failed'])
})

it('[VAL-9] lets a long text be expanded, and a short one not', () => {
  const long = 'x'.repeat(1_000)
  expect(rowsOf({ long, short: 'x' }, []).map(({ isExpanded }) => isExpanded)).toEqual([false, undefined])
  expect(rowsOf({ long }, [pathKey(['long'])]).map(({ kind }) => kind)).toEqual(['value', 'text'])
})

it('[VAL-4] needs the windows that hold what is expanded, wherever it is looked at', () => {
  const value = { rows: { a: 1 } }
  const { needed } = valueRows({ loaded: loaded(value), expanded: new Set([pathKey(['rows'])]) })
  expect(needed).toEqual([{ of: [], number: 0 }])
})

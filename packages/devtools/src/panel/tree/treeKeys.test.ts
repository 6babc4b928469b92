import { expect, it } from 'vitest'
import type { TreeRow } from './TreeRow.ts'
import { parentOf, treeKey } from './treeKeys.ts'

const row = (id: string, level: number, isExpanded?: boolean): TreeRow => ({
  id,
  level,
  position: 1,
  siblings: 1,
  isExpanded,
})
const rows = [row('a', 1, true), row('a.x', 2), row('a.y', 2, false), row('b', 1)]
const press = (key: string, active: number) =>
  treeKey(key, rows, active, 10, (index, text) => rows[index]?.id.startsWith(text) ?? false)

it('[VAL-3] goes up, down, to both ends and by pages', () => {
  expect(press('ArrowDown', 0)).toEqual({ kind: 'go', to: 1 })
  expect(press('ArrowUp', 0)).toEqual({ kind: 'go', to: 0 })
  expect(press('End', 0)).toEqual({ kind: 'go', to: 3 })
  expect(press('Home', 2)).toEqual({ kind: 'go', to: 0 })
  expect(press('PageDown', 1)).toEqual({ kind: 'go', to: 3 })
})

it('[VAL-3] expands with the right arrow, then goes in', () => {
  expect(press('ArrowRight', 2)).toEqual({ kind: 'expand', row: 2 })
  expect(press('ArrowRight', 0)).toEqual({ kind: 'go', to: 1 })
  expect(press('ArrowRight', 1)).toBeUndefined()
})

it('[VAL-3] collapses with the left arrow, then goes out', () => {
  expect(press('ArrowLeft', 0)).toEqual({ kind: 'collapse', row: 0 })
  expect(press('ArrowLeft', 2)).toEqual({ kind: 'go', to: 0 })
})

it('[VAL-3] expands siblings with a star, and finds by the first letter', () => {
  expect(press('*', 1)).toEqual({ kind: 'expandSiblings', row: 1 })
  expect(press('b', 0)).toEqual({ kind: 'go', to: 3 })
  expect(press('q', 0)).toBeUndefined()
})

it('[VAL-3] begins at the top where no line is active, and does nothing without lines', () => {
  expect(press('ArrowDown', -1)).toEqual({ kind: 'go', to: 0 })
  expect(treeKey('ArrowDown', [], -1, 10, () => false)).toBeUndefined()
})

it('[VAL-3] knows what a line is in', () => {
  expect(parentOf(rows, 2)).toBe(0)
  expect(parentOf(rows, 3)).toBeUndefined()
})

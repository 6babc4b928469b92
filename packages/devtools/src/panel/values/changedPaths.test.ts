import { expect, it } from 'vitest'
import { preview } from '../../agent/preview/preview.ts'
import { changedPaths } from './changedPaths.ts'
import { pathKey } from './paths.ts'

const changed = (before: unknown, after: unknown) => [...changedPaths(preview(before), preview(after), [])].sort()
const keys = (...paths: (string | number)[][]) => paths.map(pathKey).sort()

it('[VAL-6] finds a changed value and everything around it', () => {
  expect(changed({ a: { b: 1, c: 2 }, d: 3 }, { a: { b: 5, c: 2 }, d: 3 })).toEqual(keys([], ['a'], ['a', 'b']))
})

it('[VAL-6] finds what is new, and what has lost something', () => {
  expect(changed({ a: 1 }, { a: 1, b: 2 })).toEqual(keys([], ['b']))
  expect(changed({ a: { x: 1, y: 2 } }, { a: { x: 1 } })).toEqual(keys([], ['a']))
})

it('[VAL-6] says nothing of what is equal', () => {
  expect(changed({ a: [1, new Date(5)] }, { a: [1, new Date(5)] })).toEqual([])
})

it('[VAL-6] calls no child new that the preview before was too short to hold', () => {
  const long = Array.from({ length: 150 }, (_, index) => index)
  const before = preview(long, { depth: 1, entries: 8, text: 100 })
  const after = preview(long, { depth: 1, entries: 100, text: 100 })
  expect([...changedPaths(before, after, [])]).toEqual([])
})

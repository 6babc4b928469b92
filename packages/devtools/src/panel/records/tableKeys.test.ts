import { expect, it } from 'vitest'
import { commandOfKey } from './recordKeys.ts'
import { destination } from './tableKeys.ts'

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false }

it.each([
  ['ArrowDown', undefined, 40],
  ['ArrowUp', undefined, 49],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 0, 0],
  ['PageDown', 5, 15],
  ['PageUp', 5, 0],
  ['PageUp', undefined, 30],
  ['PageDown', undefined, 50],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['a', 50, undefined],
])('[REC-8] %s leads from line %s to line %s', (key, from, expected) => {
  expect(destination({ ...plain, key }, { from, lines: 100, first: 40, page: 10 })).toBe(expected)
})

it('[REC-8] leaves keys with others to those whose they are', () => {
  expect(
    destination({ ...plain, key: 'Home', ctrlKey: true }, { from: 5, lines: 100, first: 0, page: 10 }),
  ).toBeUndefined()
})

it.each([
  ['b', {}, 'bookmark'],
  ['B', {}, 'bookmark'],
  ['c', {}, 'mark'],
  ['c', { ctrlKey: true }, 'copy'],
  ['c', { metaKey: true }, 'copy'],
  ['c', { ctrlKey: true, shiftKey: true }, undefined],
  ['ArrowUp', { altKey: true }, 'moveUp'],
  ['ArrowUp', {}, undefined],
  ['q', {}, undefined],
])('[REC-9] %s with %j does %s', (key, held, command) => {
  expect(commandOfKey({ ...plain, ...held, key })).toBe(command)
})

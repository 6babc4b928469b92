import { expect, it } from 'vitest'
import { rangeOf } from './rangeChoice.ts'

const log = { head: 1_041, loop: { from: -1, to: 40 } }

it('[SHR-1] takes all, the loop, or the last so many records', () => {
  expect(rangeOf({ kind: 'all' }, log)).toEqual({ from: 0, to: 1_041 })
  expect(rangeOf({ kind: 'loop' }, log)).toEqual({ from: 0, to: 40 })
  expect(rangeOf({ kind: 'last', count: 100, unit: 'records' }, log)).toEqual({ from: 942, to: 1_041 })
  expect(rangeOf({ kind: 'last', count: 5_000, unit: 'records' }, log)).toEqual({ from: 0, to: 1_041 })
})

it('[SHR-1] takes nothing of an empty log, nor of a loop that is beyond it', () => {
  expect(rangeOf({ kind: 'all' }, { head: -1, loop: undefined })).toBeUndefined()
  expect(rangeOf({ kind: 'loop' }, { head: 10, loop: undefined })).toBeUndefined()
  expect(rangeOf({ kind: 'loop' }, { head: 10, loop: { from: 20, to: 30 } })).toBeUndefined()
})

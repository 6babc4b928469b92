import { expect, it } from 'vitest'
import { brokenFile, foreignFile, newerFile, wholeFile } from './sessions.fixtures.ts'
import { sessionVerdict } from './sessionVerdict.ts'

it('[SHR-4] opens a file without problems as it is', () => {
  expect(sessionVerdict(wholeFile)).toEqual({ kind: 'whole' })
})

it('[SHR-5] says of the whole file what is wrong before it says so of a line', () => {
  expect(sessionVerdict(brokenFile)).toMatchObject({
    kind: 'partly',
    title: 'This file is cut off',
    why: { line: 620, code: 'session/truncated' },
  })
})

it('[SHR-5] refuses what is not ours, and what is newer with an offer', () => {
  expect(sessionVerdict(foreignFile)).toMatchObject({ kind: 'refused', title: 'This is not a session of Playhead' })
  expect(sessionVerdict(newerFile)).toMatchObject({ kind: 'partly', title: 'This file is from a newer version' })
})

it('[SHR-5] refuses an empty file', () => {
  const empty = { ...foreignFile, problems: [] }
  expect(sessionVerdict(empty)).toMatchObject({ kind: 'refused', title: 'This file is empty' })
})

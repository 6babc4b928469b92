import { describe, expect, it } from 'vitest'
import type { RunView } from '../../../protocol/overview.ts'
import type { Scene } from '../paint/Scene.ts'
import { sceneWith } from '../paint/scene.fixtures.ts'
import { hitTest } from './hitTest.ts'
import { layoutRows } from './layoutRows.ts'

// 100 records in 1,000 px: record n at 10 n. Rows of 24 px below a ruler of 32.
const ledger = 32 + 12
const effect = 32 + 24 + 22 + 12

describe('what is under the pointer', () => {
  it('[TRK-10] is the nearest record of the track', () => {
    const scene = withMarks([10, 11, 40])
    expect(hitTest(scene, 104, ledger)).toMatchObject({ kind: 'mark', mark: { offset: 10 } })
    expect(hitTest(scene, 108, ledger)).toMatchObject({ kind: 'mark', mark: { offset: 11 } })
  })

  it('[TRK-10] is no record that is far away', () => {
    expect(hitTest(withMarks([10]), 300, ledger)).toMatchObject({ kind: 'nothing', row: { label: 'ledger' } })
  })

  it('[TRK-10] is what a part of the track counts, where records are too many to be drawn', () => {
    const piece = { at: 0, bucket: 10, counts: [4, 0, 7], failed: [0, 0, 2], within: { from: 0, to: 30 } }
    const scene = scened({ density: new Map([['ledger', [piece]]]) })
    expect(hitTest(scene, 250, ledger)).toMatchObject({ kind: 'bucket', from: 20, to: 30, count: 7, failed: 2 })
    expect(hitTest(scene, 150, ledger)).toMatchObject({ kind: 'nothing' })
  })

  it('[TRK-10] is the run whose bar lies there, however short', () => {
    const scene = scened({ runs: new Map([['load', [run(3, 20, 30), run(4, 60, 60)]]]) })
    expect(hitTest(scene, 250, effect)).toMatchObject({ kind: 'run', run: { run: 3 } })
    expect(hitTest(scene, 605, effect)).toMatchObject({ kind: 'run', run: { run: 4 } })
    expect(hitTest(scene, 450, effect)).toMatchObject({ kind: 'nothing' })
  })

  it('[TRK-10] is a run that is still on, up to the head', () => {
    const scene = scened({ runs: new Map([['load', [{ ...run(3, 20, 0), to: undefined }]]]) })
    expect(hitTest(scene, 900, effect)).toMatchObject({ kind: 'run', run: { run: 3 } })
  })

  it('[TRK-10] is an error or a bookmark of the ruler, before the ruler itself', () => {
    const scene = scened({
      bookmarks: [{ at: 50, text: 'here' }],
      errors: [{ at: 51, text: 'threw' }],
      rulerHeight: 47,
    })
    expect(hitTest(scene, 508, 40)).toEqual({ kind: 'error', at: 51, text: 'threw' })
    expect(hitTest(scene, 497, 40)).toEqual({ kind: 'bookmark', at: 50, text: 'here' })
    expect(hitTest(scene, 505, 10)).toEqual({ kind: 'ruler' })
  })

  it('[TRK-10] is an end of the loop', () => {
    const scene = scened({ loop: { from: 20, to: 40 } })
    expect([203, 398, 300].map((x) => hitTest(scene, x, 5))).toEqual([
      { kind: 'loop', edge: 'from' },
      { kind: 'loop', edge: 'to' },
      { kind: 'ruler' },
    ])
  })

  it('[TRK-10] is found where the rows have been scrolled to', () => {
    expect(hitTest(withMarks([10], 20), 100, 35)).toMatchObject({ kind: 'mark' })
    expect(hitTest(withMarks([10], 20), 100, ledger)).toMatchObject({ kind: 'nothing', row: { kind: 'section' } })
  })

  it('[TRK-10] is a branch, anywhere in its lane', () => {
    const branches = 32 + 24 + 22 + 24 + 22 + 24 + 12
    expect(hitTest(scened({}), 3, branches)).toMatchObject({ kind: 'branch', store: 'b' })
  })
})

const rows = layoutRows({
  tracks: ['ledger'],
  by: 'slice',
  effects: ['load'],
  lanesOf: () => 1,
  family: ['a', 'b'].map((id, depth) => ({ id, name: id, depth })),
  colourOf: () => '--ph-series-1',
  branchColourOf: () => '--ph-series-2',
  room: 0,
})

const scened = (changed: Partial<Scene>): Scene =>
  sceneWith({ view: { from: 0, to: 100, width: 1000 }, rows, head: 99, ...changed })

const withMarks = (offsets: readonly number[], scrolled = 0): Scene =>
  scened({
    scrolled,
    markSpacing: 10,
    marks: new Map([
      [
        'ledger',
        offsets.map((offset) => ({ offset, at: offset, track: 'ledger', type: 'a/b', time: offset, failed: false })),
      ],
    ]),
  })

const run = (number: number, from: number, to: number) => ({
  run: { run: number, effect: 'load' } as RunView,
  from,
  to,
  lane: 0,
})

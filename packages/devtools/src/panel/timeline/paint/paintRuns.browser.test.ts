import { describe, expect, it } from 'vitest'
import type { RunView } from '../../../protocol/overview.ts'
import { paintRuns } from './paintRuns.ts'
import { sceneWith } from './scene.fixtures.ts'

const outcomes = ['done', 'running', 'cancelled', 'superseded', 'failed'] as const

describe('outcomes of runs', () => {
  const pictures = outcomes.map((outcome) => [outcome, picture(outcome)] as const)

  it.each(pairs(pictures))('[TRK-9] %s and %s differ without any colour', (_one, _other, a, b) => {
    let differing = 0
    for (const [at, grey] of a.entries()) if (Math.abs(grey - (b[at] ?? 0)) > 60) differing++
    // Of 40 by 9 pixels.
    expect(differing).toBeGreaterThan(12)
  })
})

/** A run as somebody sees it who sees no colours: every colour of it is the same grey, on white. */
function picture(outcome: RunView['outcome']): readonly number[] {
  const canvas = new OffscreenCanvas(48, 14)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('There is no canvas.')
  context.fillStyle = 'white'
  context.fillRect(0, 0, 48, 14)
  const { palette } = sceneWith({})
  const to = outcome === 'running' ? undefined : 44
  paintRuns(context, { from: 0, to: 48, width: 48 }, [{ run: { outcome }, from: 4, to, lane: 0 }], {
    top: 2,
    colour: '#555',
    palette: { ...palette, negative: '#555', surface: '#fff' },
    now: 44,
  })
  const { data } = context.getImageData(0, 0, 48, 14)
  return Array.from({ length: 48 * 14 }, (_, at) => data[at * 4] ?? 0)
}

function pairs(pictures: readonly (readonly [string, readonly number[]])[]) {
  return pictures.flatMap(([one, a], at) => pictures.slice(at + 1).map(([other, b]) => [one, other, a, b] as const))
}

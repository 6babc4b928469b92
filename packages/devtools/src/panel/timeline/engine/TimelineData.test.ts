import { describe, expect, it } from 'vitest'
import { formulaAgent, formulaRuns } from '../timelineAgent.fixtures.ts'
import { fitAll, zoomAbout } from '../view/Viewport.ts'
import { countOf } from './strips.ts'
import type { Watched } from './TimelineData.ts'
import { TimelineData } from './TimelineData.ts'

const turns = async (count = 30) => {
  for (let each = 0; each < count; each++) await new Promise<void>((resolve) => setImmediate(resolve))
}

describe('what a timeline shows of a log', () => {
  it('[TRK-6] counts every record once at each scale', async () => {
    for (const factor of [1, 8, 64]) {
      const { data, watched, whole } = await asked(20_000)
      const view = zoomAbout(whole, 300, factor, watched.extent)
      data.want(view, whole, watched, 0)
      await turns()
      const all = [...data.density(whole, watched).values()]
      expect(all.reduce((sum, pieces) => sum + countOf(pieces), 0)).toBeGreaterThan(19_000)
      expect(all.reduce((sum, pieces) => sum + countOf(pieces), 0)).toBeLessThan(21_000)
      expect(data.waiting).toBe(false)
    }
  })

  it('[TRK-6] stands in with the coarser tile while a nearer one is on its way', async () => {
    const { data, watched, whole } = await asked(1_000_000)
    const near = zoomAbout(whole, 300, 50, watched.extent)
    const pieces = [...data.density(near, watched).values()].flat()
    expect(pieces.length).toBeGreaterThan(0)
    expect(pieces.every(({ bucket }) => bucket > 1000)).toBe(true)
  })

  it('[TRK-6] stands in with finer tiles added up while a coarser one is on its way', async () => {
    const { data, watched, whole } = await asked(4000)
    const near = zoomAbout(whole, 300, 2, watched.extent)
    data.want(near, near, watched, 0)
    await turns()
    const { data: other, watched: same } = await asked(4000, near)
    expect([...other.density(whole, same).values()].flat().length).toBeGreaterThan(0)
  })

  it('[TRK-6] shows single records where there is room for each', async () => {
    const { data, watched, whole } = await asked(1_000_000)
    const near = zoomAbout(whole, 300, 1e9, watched.extent)
    expect(data.showsMarks(near, watched)).toBe(true)
    data.want(near, whole, watched, 0)
    await turns()
    const marks = [...data.marks(near, watched).values()].flat()
    const seen = marks.filter(({ at }) => at >= near.from && at <= near.to)
    expect(seen.map(({ offset }) => offset).sort((one, other) => one - other)).toEqual(
      Array.from({ length: seen.length }, (_, at) => Math.ceil(near.from) + at),
    )
    expect(seen.length).toBeGreaterThanOrEqual(15)
  })

  it('[TRK-2] lays records along recorded time', async () => {
    const { data, watched, whole } = await asked(100, undefined, 'time')
    data.want(whole, whole, watched, 0)
    await turns()
    for (const mark of [...data.marks(whole, watched).values()].flat()) expect(mark.at).toBe(mark.time)
  })

  it('[TRK-9] has each run once, however many tiles it reaches over', async () => {
    const runs = formulaRuns(5000)
    const { data, watched, whole } = await asked(5000)
    const near = zoomAbout(whole, 300, 4, watched.extent)
    data.want(near, whole, watched, 0)
    await turns()
    const shown = [...data.runs(near, watched).values()].flat()
    const names = shown.map(({ effect, run }) => `${effect} ${run}`)
    expect(new Set(names).size).toBe(names.length)
    for (const run of runs) {
      if ((run.startedIn ?? 0) < near.from || (run.startedIn ?? 0) > near.to) continue
      expect(names).toContain(`${run.effect} ${run.run}`)
    }
  })
})

async function asked(
  records: number,
  view = fitAll({ from: -1, to: records - 1 }, 600),
  axis: Watched['axis'] = 'offset',
) {
  const { agent } = formulaAgent({ records, runs: formulaRuns(Math.min(records, 5000)) })
  const data = new TimelineData(
    agent,
    () => undefined,
    () => undefined,
  )
  const extent = axis === 'offset' ? { from: -1, to: records - 1 } : await timesOf(agent, records)
  const watched: Watched = { store: 'bank', by: 'slice', axis, extent, records, version: 0 }
  const whole = fitAll(extent, 600)
  data.want(axis === 'offset' ? view : whole, axis === 'offset' ? view : whole, watched, 0)
  await turns()
  return { data, watched, whole }
}

async function timesOf(agent: ReturnType<typeof formulaAgent>['agent'], records: number) {
  const [from = 0, to = 0] = await agent.call('timesAt', { store: 'bank', places: [0, records - 1] })
  return { from, to }
}

import type { Store } from '@playhead/core'
import { createStore, memoryLog } from '@playhead/core'
import { describe, expect, it } from 'vitest'
import { StoryStore } from './StoryStore.ts'
import { count, counter, counting } from './story.fixtures.ts'

const three = [counter.added({ by: 1 }), counter.added({ by: 2 }), counter.added({ by: 4 })]
const codes = (story: StoryStore) => story.problems.map(({ code }) => code)
const countOf = (story: StoryStore) => story.store.get(count).value

describe('the store of a story', () => {
  it('[SBA-1] begins with the records of the story', async () => {
    const story = await StoryStore.open('a', { store: counting, records: three })
    expect(countOf(story)).toBe(7)
  })

  it('[SBA-1] is another one in each story, and each time', async () => {
    const first = await StoryStore.open('a', { store: counting, records: three })
    first.store.dispatch(counter.added({ by: 100 }))
    const again = await StoryStore.open('a', { store: counting, records: three })
    const second = await StoryStore.open('b', { store: counting })
    expect([countOf(first), countOf(again), countOf(second)]).toEqual([107, 7, 0])
  })

  it('[SBA-3] has the same ids, times and random numbers each time', async () => {
    const records = [counter.stamped('a'), counter.added({ by: 1 }), counter.stamped('b')]
    const first = await StoryStore.open('a', { store: counting, records })
    const second = await StoryStore.open('a', { store: counting, records })
    expect(first.keep()).toEqual(second.keep())
    const [a, , b] = first.keep().records.map(({ payload }) => payload as { id: string })
    expect(a?.id).not.toBe(b?.id)
  })

  it('[SBA-3] has a clock that stands, or the one that it is given', async () => {
    const stands = await StoryStore.open('a', { store: counting, clock: 5_000 })
    stands.store.dispatch(counter.added({ by: 1 }))
    stands.store.dispatch(counter.added({ by: 1 }))
    expect(stands.keep().records.map(({ time }) => time)).toEqual([5_000, 5_000])
    let now = 0
    const ticks = await StoryStore.open('a', { store: counting, clock: { now: () => ++now } })
    ticks.store.dispatch(counter.added({ by: 1 }))
    expect(ticks.keep().records[0]?.time).toBeGreaterThan(0)
  })

  it('[SBA-3] takes records of a log as they are', async () => {
    const first = await StoryStore.open('a', { store: counting, records: three })
    const { records } = first.keep()
    const second = await StoryStore.open('b', { store: counting, records: records.slice(1) })
    expect(second.keep().records.map(({ id, offset }) => [id, offset])).toEqual([
      [records[1]?.id, 0],
      [records[2]?.id, 1],
    ])
  })

  it.each([
    [-1, 0],
    [0, 1],
    ['middle', 3],
    ['live', 7],
  ] as const)('[SBA-4] stands at %s when it is handed out', async (at, value) => {
    const story = await StoryStore.open('a', { store: counting, records: three, at })
    expect(countOf(story)).toBe(value)
    expect(story.store.timeline.playhead.status).toBe(at === 'live' ? 'live' : 'parked')
    expect(story.problems).toEqual([])
  })
})

describe('problems of a story', () => {
  it('[SBA-10] are actions that no store would take; the story begins with those before', async () => {
    const story = await StoryStore.open('a', {
      store: counting,
      records: [counter.added({ by: 1 }), { type: 'x', payload: () => {} }, counter.added({ by: 2 })],
    })
    expect(codes(story)).toEqual(['storybook/bad-record'])
    expect(story.problems[0]?.message).toContain('records[1]')
    expect(countOf(story)).toBe(1)
  })

  it('[SBA-11] are records that no slice knows', async () => {
    const story = await StoryStore.open('a', {
      store: counting,
      records: [{ type: 'nobody/knows' }, counter.added({ by: 1 })],
    })
    expect(codes(story)).toEqual(['action/unknown-type'])
    expect(countOf(story)).toBe(1)
  })

  it('[SBA-11] are reducers that throw', async () => {
    const story = await StoryStore.open('a', {
      store: counting,
      records: [counter.added({ by: 1 }), counter.broken({ why: 'out of paper' }), counter.added({ by: 2 })],
    })
    expect(codes(story)).toEqual(['fold/reducer-threw'])
    expect(story.problems[0]?.message).toContain('out of paper')
    expect(countOf(story)).toBe(3)
  })

  it('[SBA-11] are records of a newer version', async () => {
    const [record] = (await StoryStore.open('a', { store: counting, records: three })).keep().records
    if (!record) throw new Error('There is no record.')
    const story = await StoryStore.open('b', { store: counting, records: [{ ...record, version: 9 }] })
    expect(story.problems).toHaveLength(1)
    expect(story.problems[0]?.message).toContain('9')
  })

  it.each([3, -2, 0.5, Number.NaN])('[SBA-12] are places that are not there: %s', async (at) => {
    const story = await StoryStore.open('a', { store: counting, records: three, at })
    expect(codes(story)).toEqual(['storybook/no-such-place'])
    expect(story.problems[0]?.message).toContain('0 to 2')
    expect(countOf(story)).toBe(7)
  })

  it('[SBA-13] are stores that another story has', async () => {
    const shared: Store = createStore({ slices: [count], log: memoryLog() })
    const first = await StoryStore.open('a', { store: () => shared })
    const second = await StoryStore.open('b', { store: () => shared })
    expect([codes(first), codes(second)]).toEqual([[], ['storybook/shared-store']])
    expect(second.problems[0]?.message).toMatch(/\bb gave .* by a:/)
  })

  it('[SBA-15] name the place at which it could not be drawn', async () => {
    const story = await StoryStore.open('a', { store: counting, records: three, at: 1 })
    story.threw(new Error('no such account'))
    expect(codes(story)).toEqual(['storybook/story-threw'])
    expect(story.problems[0]?.message).toMatch(/at record 1 of 0 to 2: no such account/)
  })
})

describe('steps of play', () => {
  it('[SBA-20] are told with the records that they led to', async () => {
    const story = await StoryStore.open('a', { store: counting, records: three })
    await story.step('outer', async () => {
      story.store.dispatch(counter.added({ by: 1 }))
      await story.step('inner', () => story.store.dispatch([counter.added({ by: 1 }), counter.added({ by: 1 })]))
    })
    await story.step('nothing', () => {})
    expect(story.steps).toMatchObject([
      { label: 'outer', depth: 0, from: 3, to: 5, failed: false },
      { label: 'inner', depth: 1, from: 4, to: 5, failed: false },
      { label: 'nothing', depth: 0, from: 6, to: 5, failed: false },
    ])
  })

  it('[SBA-20] that fail are told, and still fail', async () => {
    const story = await StoryStore.open('a', { store: counting })
    const failing = story.step('fails', () => {
      story.store.dispatch(counter.added({ by: 1 }))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(story.steps).toMatchObject([{ label: 'fails', from: 0, to: 0, failed: true }])
  })

  it('[SBA-21] list interactions that led to records, among those of their step', async () => {
    const story = await StoryStore.open('a', { store: counting, records: three })
    await story.step('fill in', () => {
      story.store.dispatch(counter.added({ by: 1 }))
      story.interacted('click "Add"', false)
      story.interacted('hover "Add"', false)
      story.store.dispatch(counter.added({ by: 1 }))
      story.interacted('click "Add"', false)
    })
    expect(story.steps.map(({ label, depth, from, to }) => [label, depth, from, to])).toEqual([
      ['fill in', 0, 3, 4],
      ['click "Add"', 1, 3, 3],
      ['click "Add"', 1, 4, 4],
    ])
  })
})
